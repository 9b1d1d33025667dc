"""The costs in a real browser: side by side, by keyboard, on a phone, through a restart."""

import re
from collections.abc import Mapping
from decimal import Decimal

import pytest
from playwright.sync_api import expect

from assessment.answers import Reply, Value
from assessment.cases import load_cases, read_answers
from assessment.own_lines import OwnLine
from services import frameworks
from tests.browser.conftest import OpenTab
from tests.browser.screen import Screen
from tests.browser.server import Server
from tests.browser.test_accessibility import NARROW, faults

CASES = {case.id: case for case in load_cases(frameworks.folder(frameworks.current().version))}
GIVEN = read_answers(frameworks.current(), CASES["c01"].answers)
SERVER = OwnLine("Huur van een server", "yearly", Decimal(12000), Decimal(3000))
PAIR = ("k_jaarlijks", "k_zonder_jaarlijks")
PICTURES = "[class*=st-key-ws-beeld-] :is(canvas, svg.marks)"


def opened(screen: Screen, path: str, given: Mapping[str, Value] = GIVEN, *, left_out: str = "") -> None:
    """Make an assessment with these answers but those that start with `left_out`, and open a page of it."""
    kept = {name: value for name, value in given.items() if not left_out or not name.startswith(left_out)}
    screen.open(f"/{path}?id={screen.make(answers=kept)}")


def test_page_breaks_no_rule_and_loses_nothing(screen: Screen) -> None:
    opened(screen, "kosten-vergeleken", {**GIVEN, "k_eenmalig": Decimal(5000), "k_eigen_1": SERVER})
    expect(screen.page.locator(PICTURES)).to_have_count(3)
    expect(screen.page.get_by_role("heading", name="Let op")).to_be_visible()
    for label in screen.page.locator("summary").all():
        label.click()

    assert faults(screen) == []


def test_page_with_numbers_missing_breaks_no_rule(screen: Screen) -> None:
    opened(screen, "kosten-vergeleken", left_out="k_min")

    assert faults(screen) == []


def test_step_with_a_line_and_a_fault_on_both_sides_breaks_no_rule(screen: Screen) -> None:
    opened(screen, "stap-kosten_meer", {**GIVEN, "k_eigen_1": SERVER})
    for question in ("k_opleiding", "k_zonder_opleiding"):
        screen.field(question).fill("-1")
        screen.page.keyboard.press("Tab")
    expect(screen.page.locator(".ws-fault")).to_have_count(2)
    screen.settle()

    assert faults(screen) == []


def boxes(screen: Screen, part: str = "") -> list[dict[str, float]]:
    """Return where a pair stands, and a part of both sides; all at one moment, for a page may still move."""
    screen.part(PAIR[-1], part).wait_for()
    names = ["ws-paar-k_jaarlijks"]
    names += ["-".join(filter(None, (name, part, screen.assessment.hex))) for name in PAIR]
    found: list[dict[str, float]] = screen.page.evaluate(
        """(names) => names.map(
          (name) => document.querySelector(`.st-key-${name}`).getBoundingClientRect().toJSON())""",
        names,
    )
    return found


@pytest.mark.parametrize("width", [1280, 1700])
def test_pair_stands_side_by_side_and_its_fields_are_in_line(
    server: Server, new_tab: OpenTab, width: int
) -> None:
    screen = new_tab(server, viewport={"width": width, "height": 900})
    opened(screen, "stap-kosten")
    whole, *_sides = boxes(screen)
    for part in ("laag", "", "hoog", "weet-niet"):
        _whole, left, right = boxes(screen, part)
        assert left["y"] == right["y"]
        assert left["x"] + left["width"] <= right["x"]
        # Each takes half of the room.
        assert abs(left["x"] - whole["x"]) < 1
        assert abs(right["x"] - whole["x"] - whole["width"] / 2) < 30


def test_pair_stands_below_each_other_on_a_phone(server: Server, new_tab: OpenTab) -> None:
    screen = new_tab(server, viewport=NARROW)
    opened(screen, "stap-kosten")
    _whole, upper, lower = boxes(screen)

    assert upper["x"] == lower["x"]
    assert upper["y"] + upper["height"] < lower["y"]


def test_keys_go_through_a_pair_side_by_side_in_the_order_of_reading(screen: Screen) -> None:
    opened(screen, "stap-kosten")
    screen.field("k_eenmalig", "laag").focus()
    names = []
    for _press in range(12):
        names.append(screen.page.evaluate("document.activeElement.getAttribute('aria-label') ?? 'uit'"))
        screen.page.keyboard.press("Tab")
    questions = [screen.framework.questions[name].text for name in ("k_eenmalig", "k_zonder_eenmalig")]

    said = [" ".join(name.split()) for name in names if name != "uit"]
    labels = ("Laagst", "Waarschijnlijk", "Hoogst", "Weet ik niet")
    assert said[:8] == [f"{label} {question}" for question in questions for label in labels]


def test_pair_and_line_are_filled_in_and_the_page_is_reached_with_keys_only(screen: Screen) -> None:
    opened(screen, "stap-kosten", left_out="k_min_")
    _tab_to_field(screen, "k_min_met")
    _type(screen, "15")
    _tab_to_field(screen, "k_min_zonder", "laag")
    for number in ("20", "30", "45"):
        screen.page.keyboard.type(number)
        screen.page.keyboard.press("Tab")
    expect(screen.page.get_by_text("waarschijnlijk 30 minuten")).to_be_visible()
    expect(screen.page.get_by_text("Er is genoeg ingevuld om te vergelijken.")).to_be_visible()
    _follow(screen, "Volgende: Andere kosten en aannames")

    _tab_to(screen, "Regel toevoegen")
    screen.page.keyboard.press("Enter")
    expect(screen.field("k_eigen_1")).to_be_focused()
    screen.page.keyboard.type(SERVER.name)
    screen.page.keyboard.press("Tab")
    screen.page.keyboard.press("Space")
    screen.page.keyboard.press("ArrowDown")
    _tab_to_field(screen, "k_eigen_1", "with")
    _type(screen, "12.000")
    _tab_to_field(screen, "k_eigen_1", "without")
    _type(screen, "3.000")
    assert screen.stored("k_eigen_1") == Reply(SERVER)

    _follow(screen, "Bekijk de vergelijking van de kosten")
    expect(screen.page.get_by_role("heading", level=1)).to_have_text("Kosten vergeleken")
    expect(screen.page.locator(".ws-answer-large")).to_contain_text("goedkoper, gemiddeld €")
    expect(screen.page.get_by_role("rowheader", name=SERVER.name)).to_be_visible()


def test_half_a_line_survives_a_restart(own_server: Server, new_tab: OpenTab) -> None:
    screen = new_tab(own_server)
    opened(screen, "stap-kosten_meer")
    screen.page.get_by_role("button", name="Regel toevoegen").click()
    screen.field("k_eigen_1").fill(SERVER.name)
    screen.page.keyboard.press("Tab")
    expect(screen.page.locator(".ws-fault")).to_contain_text("Kies bij deze regel hoe vaak")
    screen.settle()
    left = screen.session()
    own_server.kill()
    own_server.start()
    screen.rejoin(left)

    expect(screen.field("k_eigen_1")).to_have_value(SERVER.name)
    expect(screen.page.locator(".ws-fault")).to_contain_text("Kies bij deze regel hoe vaak")


def test_link_to_a_question_of_a_pair_leads_to_it(screen: Screen) -> None:
    opened(screen, "kosten-vergeleken", left_out="k_min_zonder")
    text = screen.framework.questions["k_min_zonder"].text
    screen.page.get_by_role("link", name=text).click()

    expect(screen.page.locator("h3:focus")).to_have_text(text)


def test_pictures_fit_on_a_phone_and_say_in_words_what_they_show(server: Server, new_tab: OpenTab) -> None:
    screen = new_tab(server, viewport=NARROW)
    opened(screen, "kosten-vergeleken")
    expect(screen.page.locator(PICTURES)).to_have_count(3)

    for picture in screen.page.locator(PICTURES).all():
        box = picture.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= NARROW["width"]
    for start in ("Lijnen van de kosten", "Verdeling van het verschil", "Balken van het verschil"):
        expect(screen.page.locator(f"[role=graphics-document][aria-label^='{start}']")).to_have_count(1)
    assert read_out(screen, "uitkomst") == read_out(screen, "kosten-vergeleken") == {"plaatje"}


def read_out(screen: Screen, page: str) -> set[str | None]:
    """Return all that a screen reader says within the pictures of a page, and what it calls a picture."""
    screen.open(f"/{page}?id={screen.assessment}")
    expect(screen.page.locator(PICTURES).last).to_be_visible()
    screen.settle()
    shown = screen.page.locator(
        ":is([role=graphics-document], [role=graphics-document] :not([aria-hidden=true]))"
    )
    return {
        said
        for name, places in (("aria-label", "svg *"), ("aria-roledescription", "*"))
        for place in shown.and_(screen.page.locator(f"{places}[{name}]")).all()
        if (said := place.get_attribute(name))
    }


def _tab_to_field(screen: Screen, question: str, part: str = "") -> None:
    key = screen.part(question, part).get_attribute("class") or ""
    found = re.search(r"st-key-[\w-]+", key)
    assert found
    _tab_until(screen, "(key) => !!document.activeElement.closest('.' + key)", found[0])


def _tab_to(screen: Screen, name: str) -> None:
    _tab_until(screen, "(name) => (document.activeElement.innerText ?? '').trim().endsWith(name)", name)


def _tab_until(screen: Screen, condition: str, argument: str) -> None:
    for _press in range(200):
        if screen.page.evaluate(condition, argument):
            return
        screen.page.keyboard.press("Tab")
    pytest.fail(f"the keyboard does not reach {argument}")


def _type(screen: Screen, text: str) -> None:
    before = screen.saves()
    screen.page.keyboard.type(text)
    screen.page.keyboard.press("Tab")
    screen.wait_saved(before)
    screen.settle()


def _follow(screen: Screen, name: str) -> None:
    _tab_to(screen, name)
    before = screen.page.url
    screen.page.keyboard.press("Enter")
    screen.page.wait_for_function("(before) => location.href !== before", arg=before)
    screen.settle()
