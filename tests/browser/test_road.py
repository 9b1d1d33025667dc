"""The road to a decision in a real browser: one journey, axe-core, the keyboard, a phone."""

from datetime import date

from playwright.sync_api import expect

from assessment.answers import Reply
from assessment.cases import load_cases, read_answers
from assessment.road import State
from services import finishing, frameworks, road
from services.roles import Role
from services.users import User
from storage.records import Member, Revision
from tests.browser.conftest import OpenTab
from tests.browser.screen import Screen
from tests.browser.server import Server
from tests.browser.test_accessibility import NARROW, faults

CASES = {case.id: case for case in load_cases(frameworks.folder(frameworks.current().version))}
MAKER = User("maker", "Maker", frozenset({Role.BIM}))
OWNER = User("eigenaar", "Eigenaar", frozenset({Role.BIM}))
WHY = "Zo is het afgesproken"


def prepare(screen: Screen, *, offered: bool = True) -> None:
    """Make an assessment that somebody else filled in and finished, and open its road."""
    made = screen.make()
    given = read_answers(screen.framework, CASES["c01"].answers)
    store = screen.server.store()
    with store.transaction() as tx:
        tx.answers.append(
            made, *(Revision(name, 1, Reply(value), MAKER.name, tx.now) for name, value in given.items())
        )
        tx.members.add(Member(made, MAKER.name, Role.AUTHOR, MAKER.name, tx.now))
        tx.members.add(Member(made, OWNER.name, Role.PROCESS_OWNER, MAKER.name, tx.now))
    finishing.finish(store, MAKER, made, date(2026, 11, 22))
    if offered:
        road.move(store, MAKER, made, State.IN_REVIEW)
    store.close()
    screen.open(f"/besluit?id={made}")
    expect(screen.page.get_by_role("heading", name="Besluit en vervolg")).to_be_visible()


def unfold(screen: Screen, label: str) -> None:
    """Open the form of a step."""
    screen.page.locator("summary").filter(has_text=label).click()
    screen.settle()


def fill_in_decision(screen: Screen) -> None:
    """Fill in a decision with one condition."""
    page = screen.page
    unfold(screen, "Leg het besluit vast")
    page.get_by_text("doorgaan onder voorwaarden", exact=True).click()
    page.get_by_label("Datum van het besluit, bijvoorbeeld 22-11-2026").fill("20-11-2026")
    page.get_by_text("college van burgemeester en wethouders", exact=True).click()
    page.get_by_label("Voorwaarde 1", exact=True).fill("Doe eerst een DPIA")
    page.get_by_label("Wie doet voorwaarde 1?").fill("Privacy officer")
    page.get_by_label("Voorwaarde 1 is klaar op").fill("1-2-2027")
    page.get_by_label("Waarom wacht het besluit niet op een advies?").fill("Spoed")
    # As somebody who looks up before the next click: the page takes in what was typed when it is left.
    page.keyboard.press("Tab")
    screen.settle()


def test_journey_from_concept_to_use_by_two_people(screen: Screen) -> None:
    prepare(screen, offered=False)
    page = screen.page
    unfold(screen, "Bied aan voor beoordeling")
    page.get_by_role("button", name="Bied aan voor beoordeling", exact=True).click()
    expect(page.locator(".ws-road-now")).to_contain_text("In beoordeling")

    # The number is missing: nothing that was typed is lost.
    fill_in_decision(screen)
    page.get_by_role("button", name="Leg het besluit vast", exact=True).click()
    expect(page.get_by_text("Vul dit in.")).to_be_visible()
    expect(page.get_by_label("Wie doet voorwaarde 1?")).to_have_value("Privacy officer")
    screen.settle()
    page.get_by_label("Nummer van het besluit").fill("2026/77")
    page.keyboard.press("Tab")
    screen.settle()
    page.get_by_role("button", name="Leg het besluit vast", exact=True).click()
    expect(page.locator(".ws-road-now")).to_contain_text("doorgaan onder voorwaarden")

    # The process owner takes it in use, elsewhere.
    store = screen.server.store()
    road.move(store, OWNER, screen.assessment, State.ON_WATCH, detail={"on": "2026-11-01"})
    store.close()
    page.reload()
    expect(page.locator(".ws-road-here")).to_contain_text("In gebruik, op de volglijst")
    expect(page.get_by_text("Weeg het opnieuw op 1 november 2027.")).to_be_visible()
    with page.expect_download() as started:
        page.get_by_role("button", name="Zet in je agenda (.ics)").click()
    file = started.value
    assert file.suggested_filename.endswith(".ics")
    text = file.path().read_text("utf-8")
    assert "DTSTART;VALUE=DATE:20271101" in text
    assert "Doe eerst een DPIA" in text


def test_page_breaks_no_rule_with_its_forms_open_and_faults_shown(screen: Screen) -> None:
    prepare(screen)
    assert faults(screen) == []
    unfold(screen, "Leg het besluit vast")
    screen.page.get_by_role("button", name="Leg het besluit vast", exact=True).click()
    expect(screen.page.get_by_text("Kijk bij de velden wat er mist.")).to_be_visible()
    unfold(screen, "Zet een niveau met de hand")

    assert faults(screen) == []


def test_decision_is_recorded_with_the_keyboard_alone(screen: Screen) -> None:
    prepare(screen)
    page = screen.page
    page.locator("summary").filter(has_text="Terugnemen").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Waarom?", exact=True).first.focus()
    page.keyboard.type(WHY)
    page.keyboard.press("Tab")
    button = page.get_by_role("button", name="Terugnemen", exact=True)
    expect(button).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator(".ws-road-now")).to_contain_text("Concept")
    expect(page.get_by_text(WHY)).to_be_visible()


def test_page_fits_on_a_phone(server: Server, new_tab: OpenTab) -> None:
    screen = new_tab(server, viewport=NARROW)
    prepare(screen)
    unfold(screen, "Leg het besluit vast")
    expect(screen.page.get_by_label("Nummer van het besluit")).to_be_visible()

    wide = screen.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= NARROW["width"]
    assert faults(screen) == []
