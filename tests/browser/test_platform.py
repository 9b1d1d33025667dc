"""What is around the pages: document, headers, focus, language, failures."""

import re
import sqlite3
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenTab
from tests.browser.screen import Screen
from tests.browser.server import Server


def test_document_is_dutch_and_ours(screen: Screen) -> None:
    screen.open("/")

    assert screen.page.evaluate("document.documentElement.lang") == "nl"
    assert screen.page.title() == "Weegschaal"
    icon = screen.page.locator("link[rel='icon']")
    assert icon.count() == 1
    assert "assets/icon.svg" in (icon.get_attribute("href") or "")


def test_every_page_names_itself_in_the_tab(screen: Screen) -> None:
    screen.begin("Slimme camera")
    screen.go("intake")

    expect(screen.page).to_have_title(re.compile("Over het algoritme.*Slimme camera.*Weegschaal"))


@pytest.mark.parametrize("path", ["/", "/stap-intake", "/assets/focus.js", "/static/index.html", "/nergens"])
def test_every_response_has_the_security_headers(server: Server, path: str) -> None:
    with urllib.request.urlopen(server.url + path) as response:
        headers = response.headers

    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(
    "path",
    ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/agent/mcp", "/stap-doel/_stcore/metrics"],
)
def test_nobody_outside_reads_figures_or_drives_the_app(server: Server, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(server.url + path)

    refused.value.close()
    assert refused.value.code == 404


def test_first_stop_of_the_keyboard_leads_to_the_content(screen: Screen) -> None:
    screen.open("/")
    screen.page.keyboard.press("Tab")

    link = screen.page.locator(":focus")
    expect(link).to_have_text("Naar de inhoud")
    screen.page.keyboard.press("Enter")
    expect(screen.page.locator(":focus")).to_have_id("stMain")


def test_another_step_begins_at_its_heading_and_its_top(screen: Screen) -> None:
    screen.begin()
    screen.page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 2000)")
    screen.page.get_by_test_id("stMain").get_by_role("link", name=re.compile("^Volgende")).click()
    screen.page.wait_for_url("**/stap-intake*")
    screen.settle()

    expect(screen.page.locator(":focus")).to_have_role("heading")
    expect(screen.page.locator(":focus")).to_have_text("Over het algoritme")
    assert screen.page.get_by_test_id("stMain").evaluate("main => main.scrollTop") == 0


def test_link_to_a_question_brings_one_to_that_question(screen: Screen) -> None:
    screen.begin()
    screen.open(screen.path("intake") + "&vraag=i_contact")

    expect(screen.page.locator(":focus")).to_have_id("vraag-i_contact")
    expect(screen.page.locator(":focus")).to_be_in_viewport()


@pytest.mark.parametrize("key", ["r", "c", "R"])
def test_no_single_key_does_anything_outside_a_field(screen: Screen, key: str) -> None:
    screen.begin()
    screen.page.evaluate(
        """() => new MutationObserver(() => (window.ran = true)).observe(document.querySelector(
           '[data-testid="stApp"]'), { attributes: true, attributeFilter: ["data-test-script-state"] })"""
    )
    screen.page.locator("h1").focus()
    screen.page.keyboard.press(key)
    screen.page.wait_for_timeout(500)

    assert screen.page.evaluate("window.ran") is None
    assert screen.page.get_by_role("dialog").count() == 0


def test_screen_reader_hears_once_that_an_answer_was_saved(screen: Screen) -> None:
    screen.begin()
    region = screen.page.get_by_role("status").first
    expect(region).to_have_text("")
    screen.answer("qs_invloed", "direct")
    screen.answer("qs_invloed", "indirect")

    expect(region).to_have_text(re.compile(r"^Opgeslagen \d\d:\d\d$"))


def test_lost_connection_is_told_in_dutch(own_server: Server, new_tab: OpenTab) -> None:
    screen = new_tab(own_server)
    screen.begin()
    own_server.kill()
    dialog = screen.page.get_by_role("dialog")
    dialog.wait_for()

    expect(dialog).to_contain_text("Geen verbinding")
    expect(dialog).to_contain_text("de verbinding komt vanzelf terug")
    assert "Streamlit" not in dialog.inner_text()
    assert "streamlit" not in dialog.inner_text()
    own_server.start()
    dialog.wait_for(state="detached")


def test_no_english_word_of_streamlit_stays_on_the_screen(screen: Screen) -> None:
    screen.begin()
    screen.go("intake")
    screen.field("i_omschrijving").click()
    screen.page.keyboard.type("Nog niet klaar")
    said = screen.page.evaluate(
        """() => [...document.querySelectorAll("[aria-label], [placeholder], [title]")].flatMap((e) =>
             ["aria-label", "placeholder", "title"].map((name) => e.getAttribute(name)).filter(Boolean))"""
    )
    said += screen.page.locator("body").inner_text().splitlines()

    english = re.compile(
        r"\b(the|press|to|apply|sidebar|choose|options?|close|skip|main|content|enter)\b", re.IGNORECASE
    )
    assert [text for text in said if english.search(text)] == []


def test_failure_shows_a_number_and_never_a_stack_trace(own_server: Server, new_tab: OpenTab) -> None:
    """The number leads an administrator to the stack trace in the log."""
    screen = new_tab(own_server)
    screen.begin()
    with sqlite3.connect(own_server.folder / "weegschaal.db") as database:
        database.execute("PRAGMA foreign_keys = off")
        database.execute("ALTER TABLE revision RENAME TO gone")
    screen.page.reload()
    alert = screen.page.get_by_role("alert")
    alert.wait_for()

    shown = screen.page.locator("body").inner_text()
    number = re.search(r"\b[0-9a-f]{8}\b", alert.inner_text())
    assert number
    assert "Er ging iets mis" in shown
    for secret in ("Traceback", "sqlite", "SELECT", ".py", "Error"):
        assert secret not in shown
    log = own_server.log.read_text()
    assert f"failure {number[0]}" in log
    assert "Uncaught app" not in log


def test_address_of_nothing_says_what_to_do(screen: Screen) -> None:
    screen.open("/stap-doel?id=00000000-0000-0000-0000-000000000000")

    expect(screen.page.get_by_role("heading", level=1)).to_have_text("Deze afweging kun je niet openen")
    ways = screen.page.get_by_test_id("stMain").get_by_role("link").filter(has_not_text="English")
    expect(ways).to_have_count(1)
