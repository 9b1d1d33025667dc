"""Answers are safe: at a kill, a restart, a stale tab, a pause while typing, a click away."""

from datetime import date

import pytest
from playwright.sync_api import Dialog, expect

from assessment.answers import Reply
from services import finishing, users
from tests.browser.conftest import OpenTab
from tests.browser.screen import Screen
from tests.browser.server import Server

KILLS = 4
# Long enough for more than one heartbeat of ten seconds.
HEARTBEATS = 30_000
# Radio buttons of the quick scan, and two options of each.
RADIOS = {
    "qs_algoritme": ("ja", "weet_niet"),
    "qs_invloed": ("direct", "indirect"),
    "qs_persoonsgegevens": ("ja", "nee"),
}
TEXT = "i_naam"


def test_no_answer_shown_as_saved_is_lost_when_the_server_is_killed(
    own_server: Server, new_tab: OpenTab
) -> None:
    """Also: the next answer after each restart is saved, in a page that nobody reloaded."""
    screen = new_tab(own_server)
    screen.begin()
    shown: dict[str, str] = {}
    for turn in range(KILLS):
        _answer_next(screen, shown, turn)
        left = screen.session()
        own_server.kill()
        assert _missing(screen, shown) == {}
        own_server.start()
        screen.rejoin(left)
        for question, option in shown.items():
            screen.expect_chosen(question, option)
        _answer_next(screen, shown, turn + 1)
        assert _missing(screen, shown) == {}


def test_what_is_chosen_at_the_moment_of_a_kill_is_on_the_screen_or_saved(
    own_server: Server, new_tab: OpenTab
) -> None:
    """A kill in the middle of saving may lose the sign, never an answer that the page goes on showing."""
    screen = new_tab(own_server)
    screen.begin()
    screen.answer("qs_algoritme", "ja")
    for delay in (0, 5, 10, 20, 40):
        option = RADIOS["qs_invloed"][delay % 10 == 0]
        screen.choose("qs_invloed", option)
        screen.page.wait_for_timeout(delay)
        left = screen.session()
        own_server.kill()
        own_server.start()
        screen.rejoin(left)
        stored = screen.stored("qs_invloed")
        if stored is None:
            assert screen.chosen("qs_invloed") is None
        else:
            screen.expect_chosen("qs_invloed", str(stored.value))


def test_text_typed_before_the_server_died_is_saved_when_it_returns(
    own_server: Server, new_tab: OpenTab
) -> None:
    screen = new_tab(own_server)
    screen.begin()
    screen.go("intake")
    screen.field(TEXT).click()
    screen.page.keyboard.type("Vroeg erop af")
    left = screen.session()
    own_server.kill()
    screen.page.wait_for_timeout(2_500)
    own_server.start()
    screen.rejoin(left)
    screen.wait_saved(0)

    assert screen.stored(TEXT) == Reply("Vroeg erop af")
    before = screen.saves()
    screen.page.keyboard.type(", versie 2")
    screen.wait_saved(before)
    assert screen.stored(TEXT) == Reply("Vroeg erop af, versie 2")


def test_text_is_saved_in_a_pause_and_the_cursor_stays_where_it_was(screen: Screen) -> None:
    screen.begin()
    screen.go("intake")
    screen.field(TEXT).click()
    for burst in ("Vroeg ", "erop ", "af"):
        before = screen.saves()
        screen.page.keyboard.type(burst, delay=20)
        screen.wait_saved(before)
    screen.expect_sign()
    screen.page.keyboard.press("Home")
    before = screen.saves()
    screen.page.keyboard.type("Het ")
    screen.wait_saved(before)
    screen.page.keyboard.type("systeem ")
    screen.wait_saved(before + 1)

    expect(screen.field(TEXT)).to_have_value("Het systeem Vroeg erop af")
    assert screen.stored(TEXT) == Reply("Het systeem Vroeg erop af")


def test_typed_text_stays_while_the_database_is_away_and_is_saved_when_it_is_back(
    own_server: Server, new_tab: OpenTab
) -> None:
    screen = new_tab(own_server)
    screen.begin()
    screen.go("intake")
    path = own_server.folder / "weegschaal.db"
    away = path.rename(own_server.folder / "elders.db")
    screen.field(TEXT).click()
    screen.page.keyboard.type("Vroeg erop af")
    fault = screen.page.locator(".ws-fault")
    fault.wait_for()
    assert "Opslaan lukt nu niet" in fault.inner_text()
    expect(screen.field(TEXT)).to_have_value("Vroeg erop af")
    assert not path.exists()

    away.rename(path)
    screen.wait_saved(0, HEARTBEATS)
    fault.wait_for(state="detached")
    assert screen.stored(TEXT) == Reply("Vroeg erop af")


def test_text_typed_while_another_tab_finished_is_saved_when_it_is_reopened(
    own_server: Server, new_tab: OpenTab
) -> None:
    screen = new_tab(own_server)
    screen.begin()
    screen.go("intake")
    store, user = own_server.store(), users.local_user()
    finishing.finish(store, user, screen.assessment, date(2026, 11, 22))
    screen.field(TEXT).click()
    screen.page.keyboard.type("Nog niet klaar")
    screen.page.locator(".ws-fault").wait_for()
    assert screen.past(TEXT)[-1].reply == Reply("Nog niet klaar")

    finishing.reopen(store, user, screen.assessment)
    store.close()
    screen.wait_saved(0, HEARTBEATS)
    assert screen.stored(TEXT) == Reply("Nog niet klaar")


def test_half_a_character_does_not_break_the_connection(screen: Screen) -> None:
    """Messages are UTF-8, which has no place for it; Streamlit would lose the connection for good."""
    screen.begin()
    screen.go("intake")
    screen.field(TEXT).click()
    screen.field(TEXT).evaluate("field => document.execCommand('insertText', false, 'Half \\ud83d teken')")
    screen.wait_saved(0)
    assert screen.stored(TEXT) == Reply("Half \ufffd teken")

    before = screen.saves()
    screen.page.keyboard.type(", en verder")
    screen.wait_saved(before)
    assert screen.stored(TEXT) == Reply("Half \ufffd teken, en verder")


def test_leaving_with_unsent_text_asks_first_and_saves_it(screen: Screen) -> None:
    screen.begin()
    screen.go("intake")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    screen.page.on("dialog", stay)
    screen.field(TEXT).click()
    screen.page.keyboard.type("Bijna weg")
    screen.page.evaluate("setTimeout(() => location.reload(), 0)")
    screen.wait_saved(0)
    assert asked == ["beforeunload"]
    assert screen.stored(TEXT) == Reply("Bijna weg")

    screen.settle()
    screen.page.reload()
    screen.settle()
    assert asked == ["beforeunload"]
    expect(screen.field(TEXT)).to_have_value("Bijna weg")


@pytest.mark.parametrize("way", ["link", "back"])
def test_text_typed_just_before_leaving_for_another_page_is_saved(screen: Screen, way: str) -> None:
    """Streamlit sends no fields along to another page, so the page waits until the text has arrived."""
    screen.begin()
    screen.go("intake")
    screen.field(TEXT).click()
    screen.page.keyboard.type("Nog net")
    if way == "link":
        screen.go("doel")
    else:
        screen.page.evaluate("history.back()")
        screen.page.wait_for_url("**/stap-quickscan*")
        screen.settle()

    assert screen.stored(TEXT) == Reply("Nog net")
    screen.go("intake")
    expect(screen.field(TEXT)).to_have_value("Nog net")


def test_answer_given_just_before_leaving_for_another_page_is_saved(screen: Screen) -> None:
    screen.begin()
    for option in ("direct", "indirect", "geen"):
        screen.choose("qs_invloed", option)
        screen.go("intake")
        assert screen.stored("qs_invloed") == Reply(option)
        screen.go("quickscan")


def test_answer_given_while_the_server_is_busy_is_not_lost_by_leaving(screen: Screen) -> None:
    """A busy server reads the answer and the change of page at once, and runs only the page that is next."""
    screen.begin()
    with screen.server.paused():
        screen.choose("qs_invloed", "direct")
        screen.page.get_by_test_id("stSidebar").locator('a[href*="stap-intake?"]').click()
    screen.page.wait_for_url("**/stap-intake*")
    screen.settle()

    assert screen.stored("qs_invloed") == Reply("direct")


def _answer_next(screen: Screen, shown: dict[str, str], turn: int) -> None:
    """Change the answer to the next question, and remember what the page showed as saved."""
    question = list(RADIOS)[turn % len(RADIOS)]
    one, other = RADIOS[question]
    option = other if shown.get(question) == one else one
    screen.answer(question, option)
    shown[question] = option


def _missing(screen: Screen, shown: dict[str, str]) -> dict[str, str]:
    return {
        question: option for question, option in shown.items() if screen.stored(question) != Reply(option)
    }
