"""The audit trail and comments in a real browser: axe-core, the keyboard, a phone, a download."""

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from assessment.answers import Reply
from services import answers, comments
from services.roles import Role
from services.users import User, local_user
from storage.records import Person
from storage.store import Store
from tests.browser.screen import Screen
from tests.browser.test_accessibility import faults

ASKED = "qs_algoritme"
FG = User("fg", "Femke Groot", frozenset({Role.FG}))


@pytest.fixture
def busy(screen: Screen) -> Screen:
    """An assessment with a long trail, a conversation, and a colleague who can be named."""
    screen.begin()
    with_store(screen, fill)
    return screen


def with_store(screen: Screen, act: object) -> None:
    """Do something to the open assessment past the screen."""
    store = screen.server.store()
    act(store, screen.assessment)
    store.close()


def fill(store: Store, assessment: object) -> None:
    """Answer one question thirty times, and begin a conversation."""
    me = local_user()
    for number in range(30):
        answers.save(store, me, assessment, "d_probleem", Reply(f"Tekst {number}"), seen=number)
    with store.transaction() as tx:
        tx.people.put(Person("fg", "Femke Groot", frozenset({"fg"}), tx.now))
        tx.people.put(Person(me.name, me.display, frozenset({"reader"}), tx.now))
    long = "Een heel lang woord: " + "onafgebroken" * 20
    comments.write(store, FG, assessment, ASKED, long, mention=[me.name])


def question(screen: Screen) -> Locator:
    """Return a question with all that belongs to it."""
    return screen.page.locator(f".st-key-ws-vraag-{ASKED}")


def open_talk(screen: Screen) -> Locator:
    """Open the part in which one talks about the answer."""
    part = question(screen)
    part.get_by_text("Notitie en bewijs").click()
    part.get_by_label("Nieuwe opmerking").wait_for()
    screen.settle()
    return part


def test_trail_breaks_no_rule_and_loses_nothing(busy: Screen) -> None:
    busy.open(f"/logboek?id={busy.assessment}")
    expect(busy.page.get_by_text("Dit is antwoord 30.")).to_be_visible()

    assert faults(busy) == []


def test_trail_is_paged_through_with_the_keyboard(busy: Screen) -> None:
    busy.open(f"/logboek?id={busy.assessment}")
    busy.page.get_by_role("button", name="Volgende pagina").focus()
    busy.page.keyboard.press("Enter")

    expect(busy.page.get_by_text("begon deze afweging")).to_be_visible()
    expect(busy.page.get_by_text("Dit is antwoord 30.")).to_have_count(0)


def test_trail_comes_along_as_a_file(busy: Screen, tmp_path: Path) -> None:
    busy.open(f"/logboek?id={busy.assessment}")
    with busy.page.expect_download() as loading:
        busy.page.get_by_role("button", name="Logboek als CSV").click()
    loading.value.save_as(tmp_path / "logboek.csv")

    with (tmp_path / "logboek.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert rows[0][:2] == ["Nummer", "Moment (UTC)"]
    assert [row[4] for row in rows[1:]] == ["created", *["answer"] * 30, "comment", "mention", "export"]
    assert [row[7] for row in rows[2:]] == [row[8] for row in rows[1:-1]]


def test_side_bar_leads_to_the_trail(busy: Screen) -> None:
    busy.page.get_by_test_id("stSidebar").get_by_role("link", name=re.compile("Logboek")).click()

    expect(busy.page.get_by_role("heading", name="Logboek", level=1)).to_be_visible()


def test_conversation_breaks_no_rule_and_loses_nothing(busy: Screen) -> None:
    busy.go_to("quickscan")
    open_talk(busy)

    assert faults(busy) == []


def test_comment_is_written_for_a_colleague_with_the_keyboard(busy: Screen) -> None:
    busy.go_to("quickscan")
    part = open_talk(busy)
    part.get_by_label("Nieuwe opmerking").focus()
    busy.page.keyboard.type("Kijk je mee? <b>")
    busy.page.keyboard.press("Tab")
    busy.page.keyboard.type("Femke")
    busy.page.keyboard.press("Enter")
    busy.page.keyboard.press("Escape")
    button = part.get_by_role("button", name="Plaats de opmerking")
    button.focus()
    busy.page.keyboard.press("Enter")

    said = part.get_by_role("list", name="Gesprek 2")
    expect(said).to_contain_text("voor Femke Groot")
    expect(said).to_contain_text("Kijk je mee? <b>")
    expect(part.get_by_label("Nieuwe opmerking")).to_have_value("")
    expect(part.get_by_text("2 opmerkingen")).to_be_visible()


def test_closed_conversation_says_so_and_opens_again(busy: Screen) -> None:
    busy.go_to("quickscan")
    part = open_talk(busy)
    part.get_by_role("button", name="Sluit gesprek 1").click()
    expect(part.get_by_role("list", name="Gesprek 1, gesloten")).to_be_visible()
    expect(part.get_by_text("1 opmerking, afgehandeld")).to_be_visible()

    part.get_by_role("button", name="Open gesprek 1 weer").click()
    expect(part.get_by_role("button", name="Sluit gesprek 1")).to_be_visible()


def test_start_page_leads_to_the_question_that_waits(busy: Screen) -> None:
    asked = busy.framework.questions[ASKED].text
    busy.open("/")
    expect(busy.page.get_by_role("heading", name="Opmerkingen voor jou")).to_be_visible()
    assert faults(busy) == []

    busy.page.get_by_role("link", name=asked).first.click()
    busy.page.wait_for_url("**/stap-*")
    busy.settle()
    expect(busy.page.locator(f"#vraag-{ASKED}")).to_be_in_viewport()


def test_step_of_a_finished_assessment_can_be_discussed(busy: Screen) -> None:
    busy.open(f"/uitkomst?id={busy.assessment}")
    busy.page.get_by_role("button", name="Rond de afweging af").click()
    expect(busy.page.get_by_text("Deze afweging is afgerond en vastgelegd.")).to_be_visible()
    busy.go_to("quickscan")
    busy.page.get_by_text("Opmerkingen", exact=True).first.click()
    busy.page.get_by_label("Nieuwe opmerking").fill("Nog iets")
    busy.page.get_by_role("button", name="Plaats de opmerking").click()

    expect(busy.page.get_by_role("list", name="Gesprek 2")).to_contain_text("Nog iets")
    assert faults(busy) == []
