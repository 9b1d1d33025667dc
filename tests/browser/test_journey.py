"""The whole way: from the first question to the PDF, by mouse and by keyboard, with axe-core at each stop."""

import io
import re
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Download, expect

from assessment.cases import load_cases, read_answers
from services import frameworks
from tests.browser.axe import violations
from tests.browser.filling import asked, fill, fill_step
from tests.browser.screen import Screen

CASES = {case.id: case for case in load_cases(frameworks.folder(frameworks.current().version))}
FULL = "c03"
LIGHT = next(
    case.id for case in CASES.values() if case.expect.levels.get("quickscan") == "lichte_vastlegging"
)
DOWNLOAD = "Download de collegesamenvatting (PDF)"


def test_from_the_first_question_to_the_pdf(screen: Screen) -> None:
    answers = read_answers(screen.framework, CASES[FULL].answers)
    screen.begin_by_hand("Anonimiseren *met* <b>Datamask</b>")
    given: list[str] = []
    for step in screen.framework.steps:
        expect(screen.page.get_by_role("heading", level=1)).to_have_text(step.title)
        screen.settle()
        # Whether a step breaks a rule, test_accessibility sees.
        given += fill_step(screen, answers)
        before = screen.page.url
        screen.page.locator(".ws-next a").click()
        screen.page.wait_for_function("([before]) => location.href !== before", arg=[before])

    assert sorted(given) == sorted(answers)
    expect(screen.page.get_by_role("heading", level=1)).to_have_text("Uitkomst")
    expect(screen.page.locator(".ws-large").first).to_have_text("Beperkt")
    assert violations(screen.page) == []
    _check_pdf(_download(screen), "Anonimiseren *met* <b>Datamask</b>")

    screen.page.get_by_role("button", name="Rond de afweging af").click()
    expect(screen.page.get_by_text("Deze afweging is afgerond en vastgelegd.")).to_be_visible()
    screen.settle()
    assert violations(screen.page) == []
    _check_pdf(_download(screen), "Anonimiseren *met* <b>Datamask</b>")

    screen.go("doel")
    expect(screen.page.get_by_text("Deze afweging is afgerond. Wil je iets veranderen?")).to_be_visible()
    assert violations(screen.page) == []


def test_the_same_way_by_keyboard_only(screen: Screen) -> None:
    answers = read_answers(screen.framework, CASES[LIGHT].answers)
    screen.open("/")
    _tab_to(screen, "Naam van het algoritme")
    screen.page.keyboard.type("Zonder muis")
    _tab_to(screen, "Begin met de snelle check")
    screen.page.keyboard.press("Enter")
    screen.page.wait_for_url("**/stap-*")
    screen.settle()
    for question in asked(screen):
        _answer_by_keyboard(screen, question, answers[question])
    expect(screen.page.get_by_role("heading", name="Korte vastlegging")).to_be_visible()

    _tab_to(screen, "Volgende: Over het algoritme")
    screen.page.keyboard.press("Enter")
    screen.page.wait_for_url("**/stap-intake*")
    screen.settle()
    _tab_to(screen, "Bekijk de hele uitkomst")
    screen.page.keyboard.press("Enter")
    screen.page.wait_for_url("**/uitkomst*")
    screen.settle()
    _tab_to(screen, DOWNLOAD)
    with screen.page.expect_download() as download:
        screen.page.keyboard.press("Enter")
    _check_pdf(download.value, "Zonder muis")


def test_a_step_starts_at_its_heading(screen: Screen) -> None:
    screen.begin()
    screen.page.locator(".ws-next a").click()

    expect(screen.page.locator("h1:focus")).to_have_text("Over het algoritme")
    assert screen.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0


@pytest.mark.parametrize("answered", [1, 8])
def test_a_question_that_still_matters_is_one_click_away(screen: Screen, answered: int) -> None:
    """On the page itself (what matters after one answer) as well as on another one (after the quick scan)."""
    screen.begin()
    answers = read_answers(screen.framework, CASES["c01"].answers)
    for question in asked(screen)[:answered]:
        fill(screen, question, answers[question])
    link = screen.page.locator(".st-key-ws-wat-telt .ws-links a").last
    name = link.inner_text()
    link.click()
    expect(screen.page.locator("h2:focus")).to_have_text(name)
    top = screen.page.locator("h2:focus").bounding_box()
    assert top is not None
    assert 0 <= top["y"] < 300


def test_back_forward_and_reload_lose_nothing(screen: Screen) -> None:
    screen.begin_by_hand()
    fill(screen, "qs_algoritme", "ja")
    screen.go("intake")
    screen.field("i_naam").fill("Parkeerscan")
    screen.page.go_back()
    # The address changes at once; the page a moment later, when the text has arrived.
    expect(screen.page.get_by_role("heading", level=1)).to_have_text("Snelle check")
    screen.settle()
    screen.expect_chosen("qs_algoritme", "ja")
    screen.page.go_forward()
    expect(screen.page.get_by_role("heading", level=1)).to_have_text("Over het algoritme")
    screen.settle()
    expect(screen.field("i_naam")).to_have_value("Parkeerscan")
    screen.page.reload()
    screen.settle()
    expect(screen.field("i_naam")).to_have_value("Parkeerscan")


def test_answer_survives_a_reload_right_after_it(screen: Screen) -> None:
    screen.begin()
    fill(screen, "qs_algoritme", "ja")
    screen.page.reload()
    screen.settle()

    screen.expect_chosen("qs_algoritme", "ja")
    assert "Minstens laag" in screen.page.locator(".ws-standing").inner_text()


def test_same_address_in_another_tab_shows_the_same_step(screen: Screen, new_tab: object) -> None:
    screen.begin()
    fill(screen, "qs_algoritme", "ja")
    screen.go("doel")
    other = new_tab(screen.server)  # type: ignore[operator]
    other.open(screen.path("doel"))

    expect(other.page.get_by_role("heading", level=1)).to_have_text("Doel")
    assert asked(other) == asked(screen)


def test_answer_that_hides_a_question_takes_it_off_the_page_at_once(screen: Screen) -> None:
    screen.begin()
    fill(screen, "qs_algoritme", "ja")
    assert len(asked(screen)) == 8
    fill(screen, "qs_algoritme", "nee")

    expect(screen.page.locator("#vraag-qs_invloed")).to_have_count(0)
    assert asked(screen) == ["qs_algoritme"]
    expect(screen.page.get_by_test_id("stSidebar").get_by_text("niet nodig", exact=True)).to_have_count(
        len(screen.framework.steps) - 2
    )


def _answer_by_keyboard(screen: Screen, question: str, value: object) -> None:
    options = [option.id for option in screen.framework.questions[question].options]
    before = screen.saves()
    _tab_into(screen, question)
    if isinstance(value, tuple):
        for _step in range(options.index(value[0])):
            screen.page.keyboard.press("ArrowDown")
        screen.page.keyboard.press("Space")
    else:
        screen.page.keyboard.press("Space")
        for _step in range(options.index(value)):
            screen.page.keyboard.press("ArrowDown")
    screen.wait_saved(before)
    screen.settle()
    stored = screen.stored(question)
    assert stored is not None
    assert stored.value == (value[:1] if isinstance(value, tuple) else value)


def _tab_into(screen: Screen, question: str) -> None:
    key = f"st-key-{question}-{screen.assessment.hex}"
    _tab_until(screen, "([key]) => !!document.activeElement.closest('.' + key)", key)


def _tab_to(screen: Screen, name: str) -> None:
    _tab_until(
        screen,
        "([name]) => [document.activeElement.getAttribute('aria-label'), document.activeElement.innerText]"
        ".some((text) => (text ?? '').trim().endsWith(name))",
        name,
    )


def _tab_until(screen: Screen, condition: str, argument: str) -> None:
    for _press in range(150):
        if screen.page.evaluate(condition, [argument]):
            return
        screen.page.keyboard.press("Tab")
    pytest.fail(f"the keyboard does not reach {argument}")


def _download(screen: Screen) -> Download:
    with screen.page.expect_download() as download:
        screen.page.get_by_role("button", name=DOWNLOAD).click()
    return download.value


def _check_pdf(download: Download, title: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]+\.pdf", download.suggested_filename)
    with pikepdf.open(io.BytesIO(Path(download.path()).read_bytes())) as pdf:
        assert len(pdf.pages) > 2
        assert title in str(pdf.docinfo["/Title"])
