"""Typing and pressing while the page is drawn anew, or moves."""

import pytest
from playwright.sync_api import expect

from tests.browser.screen import Screen

# Presses the button, which waits for what was typed, and draws it anew meanwhile, beside others like it.
REDRAW = """([others, stale]) => {
  const all = [...document.querySelectorAll("button")];
  const button = all.find((one) => one.textContent.includes("Begin met"));
  window.presses = 0;
  button.click();
  window.twins = Array.from({ length: others + 1 }, () => button.cloneNode(true));
  window.twins.forEach((twin) => {
    twin.addEventListener("click", () => (window.presses += 1));
    twin.dataset.stale = stale && twin !== window.twins[0];
  });
  button.replaceWith(...window.twins);
}"""
# Longer than the page waits for an answer that changes nothing.
ARRIVED = 2000


def _redrawn(screen: Screen, others: int, stale: bool = False) -> int:
    """Draw a button anew after it was pressed; return how often it is pressed once the text is away."""
    screen.page.get_by_label("Naam van het algoritme").fill("Proef")
    screen.page.evaluate(REDRAW, [others, stale])
    assert screen.page.evaluate("window.presses") == 0
    screen.page.wait_for_timeout(ARRIVED)
    return int(screen.page.evaluate("window.presses"))


@pytest.mark.parametrize("others, stale, presses", [(0, False, 1), (1, True, 1), (1, False, 0)])
def test_button_that_is_drawn_anew_while_it_waits_is_pressed_when_there_is_no_doubt_which(
    screen: Screen, others: int, stale: bool, presses: int
) -> None:
    screen.open("/")
    with screen.server.paused():
        assert _redrawn(screen, others, stale) == presses
        screen.page.close()


def test_button_that_waits_is_pressed_as_soon_as_there_is_one(screen: Screen) -> None:
    screen.open("/")
    with screen.server.paused():
        assert _redrawn(screen, others=1) == 0
        screen.page.evaluate("window.twins[0].remove()")
        screen.page.wait_for_function("() => window.presses === 1")
        screen.page.close()


def test_button_that_waits_is_not_pressed_when_another_was_meanwhile(screen: Screen) -> None:
    screen.open("/")
    with screen.server.paused():
        assert _redrawn(screen, others=1) == 0
        screen.page.evaluate("window.twins[1].click()")
        screen.page.evaluate("window.twins[0].remove()")
        screen.page.wait_for_timeout(200)
        assert screen.page.evaluate("window.presses") == 1
        screen.page.close()


# Puts something above all else, as an answer that changes the page may do.
MOVE = """document.querySelector('[data-testid="stMain"] h1').parentElement.style.paddingTop = "200px";"""


def _go_down(screen: Screen) -> None:
    """Type a name and go down with the mouse on the button that begins, which then moves."""
    screen.open("/")
    screen.page.get_by_label("Naam van het algoritme").fill("Proef")
    screen.page.get_by_role("button", name="Begin met de snelle check").hover()
    screen.page.mouse.down()
    screen.page.evaluate(MOVE)


def test_button_that_moves_between_going_down_and_coming_up_is_pressed(screen: Screen) -> None:
    _go_down(screen)
    screen.page.mouse.up()

    screen.page.wait_for_url("**/stap-*")


def test_going_elsewhere_before_coming_up_presses_nothing(screen: Screen) -> None:
    _go_down(screen)
    screen.page.mouse.move(1100, 300)
    screen.page.mouse.up()
    screen.settle()

    assert "/stap-" not in screen.page.url


# Puts an empty field in the place of the one that has the focus, as Streamlit does when something above it
# comes or goes.
REMAKE = """() => {
  const old = document.activeElement.closest('[data-testid="stElementContainer"]');
  window.twin = old.cloneNode(true);
  window.twin.querySelector("input").value = "";
  old.replaceWith(...(window.others ? [window.twin.cloneNode(true), window.twin] : [window.twin]));
}"""


@pytest.mark.parametrize("others", [False, True], ids=["one", "first-two"])
def test_field_that_is_drawn_anew_keeps_its_text_and_the_focus(screen: Screen, others: bool) -> None:
    screen.open("/")
    field = screen.page.get_by_label("Naam van het algoritme")
    with screen.server.paused():
        field.fill("Proef")
        screen.page.evaluate(f"window.others = {str(others).lower()}")
        screen.page.evaluate(REMAKE)
        if others:
            # In doubt neither of the two gets it.
            assert [one.input_value() for one in field.all()] == ["", ""]
            screen.page.evaluate("window.twin.remove()")

        expect(field).to_have_value("Proef")
        expect(field).to_be_focused()
        screen.page.close()
