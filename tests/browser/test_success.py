"""The page of the chance of success in a real browser: axe-core, the keyboard, a phone, the pictures."""

import pytest
from playwright.sync_api import expect

from assessment.answers import UNKNOWN, Reply
from assessment.cases import load_cases, read_answers
from services import frameworks
from tests.browser.conftest import OpenTab
from tests.browser.screen import Screen
from tests.browser.server import Server
from tests.browser.test_accessibility import NARROW, faults

CASES = {case.id: case for case in load_cases(frameworks.folder(frameworks.current().version))}
# Something weak, something it blocks, a good score on top of it, a don't-know and a question left open.
MIXED = {"s_capaciteit": 1, "s_betrokken": 2, "o_bestuur": UNKNOWN, "s_ict": None}
PICTURES = "[class*=st-key-ws-thema-] :is(canvas, svg.marks)"


def opened(screen: Screen, case: str = "c01", **changes: object) -> None:
    """Make an assessment of a worked case with some answers changed, and open its page."""
    given = read_answers(screen.framework, {**CASES[case].answers, **changes})
    screen.open(f"/slagen?id={screen.make(answers=given)}")


def shown(screen: Screen) -> None:
    """Wait for the pictures, which come after the page."""
    expect(screen.page.locator(PICTURES)).to_have_count(3)


@pytest.mark.parametrize("changes", [{}, MIXED], ids=["example", "mixed"])
def test_page_breaks_no_rule_and_loses_nothing(screen: Screen, changes: dict[str, object]) -> None:
    opened(screen, **changes)
    shown(screen)

    assert faults(screen) == []


def test_page_of_the_light_path_breaks_no_rule(screen: Screen) -> None:
    opened(screen, "c14")

    assert faults(screen) == []


def test_pictures_fit_on_a_phone_and_say_in_words_what_they_show(server: Server, new_tab: OpenTab) -> None:
    screen = new_tab(server, viewport=NARROW)
    opened(screen, **MIXED)
    shown(screen)

    for picture in screen.page.locator(PICTURES).all():
        box = picture.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= NARROW["width"]
        assert box["width"] > NARROW["width"] / 2
    told = screen.page.locator("[role=graphics-document][aria-label*='Passende ICT: Open: nog niet']")
    expect(told).to_have_count(1)


def test_buttons_of_a_picture_are_in_dutch(screen: Screen) -> None:
    opened(screen)
    shown(screen)
    buttons = screen.page.locator("[class*=st-key-ws-thema-datalandschap] button").all()
    names = {str(button.get_attribute("aria-label")).partition(":")[0] for button in buttons}

    assert names == {
        "Toon de gegevens",
        "Downloaden als PNG",
        "Kopieer de code van de grafiek",
        "Volledig scherm",
    }


def test_link_of_a_weak_factor_leads_by_keyboard_to_its_question(screen: Screen) -> None:
    opened(screen, **MIXED)
    link = screen.page.locator("ol.ws-reasons a[href*='vraag=s_capaciteit']")
    link.focus()
    screen.page.keyboard.press("Enter")
    screen.page.wait_for_url("**/stap-succes*")

    expect(screen.page.locator("#vraag-s_capaciteit")).to_be_focused()


def test_hints_open_and_a_dont_know_is_given_by_keyboard(screen: Screen) -> None:
    opened(screen)
    screen.go("succes")
    hints = screen.page.locator("details.ws-hints").first
    hints.locator("summary").focus()
    screen.page.keyboard.press("Enter")
    expect(hints.get_by_text("Er is geen verouderd systeem")).to_be_visible()

    before = screen.saves()
    screen.part("s_ict").get_by_role("radio", name="4", exact=True).focus()
    for _step in range(2):
        screen.page.keyboard.press("ArrowDown")
        screen.wait_saved(before)
        before = screen.saves()
    assert screen.stored("s_ict") == Reply(UNKNOWN)
    expect(hints.get_by_text("Er is geen verouderd systeem")).to_be_visible()
    screen.settle()

    screen.page.get_by_test_id("stSidebar").locator('a[href*="slagen?"]').click()
    screen.page.wait_for_url("**/slagen*")
    screen.settle()
    expect(screen.page.get_by_text("1 factor is nog open.")).to_be_visible()


def test_step_with_open_hints_breaks_no_rule(screen: Screen) -> None:
    opened(screen)
    screen.go("succes")
    for hints in screen.page.locator("details.ws-hints summary").all():
        hints.click()

    assert faults(screen) == []
