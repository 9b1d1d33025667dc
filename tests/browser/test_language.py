"""English in a real browser: chosen at the top of any page, remembered, and away from what goes to others."""

import io
import re
import urllib.request
from email.message import Message
from urllib.error import HTTPError

import pikepdf
import pytest
from playwright.sync_api import expect

from tests.browser import axe
from tests.browser.screen import Screen
from tests.browser.server import Server


def test_language_is_chosen_on_any_page_and_remembered(screen: Screen) -> None:
    page = screen.page
    screen.open_example(re.compile("^Open Vroegsignalering"))
    english = page.get_by_role("link", name="English")
    expect(english).to_have_attribute("lang", "en")
    english.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.documentElement.lang === 'en'")
    screen.settle()
    expect(page.get_by_role("heading", level=1)).to_have_text("Outcome")
    assert page.title().startswith("Outcome – ")
    assert axe.violations(page) == []

    with page.expect_download() as download:
        page.get_by_role("button", name="Download the summary for the executive (PDF)").click()
    with pikepdf.open(io.BytesIO(download.value.path().read_bytes())) as file:
        assert str(file.Root.Lang) == "nl"

    screen.go_to("intake")
    # A fragment, which runs without the page.
    screen.field("i_eerste_gebruik").fill("some day")
    expect(page.get_by_text("Not saved yet.")).to_be_visible()
    page.reload()
    screen.settle()
    expect(page.get_by_role("heading", level=1)).to_have_text("About the algorithm")

    page.get_by_role("link", name="Nederlands").click()
    page.wait_for_function("document.documentElement.lang === 'nl'")
    screen.settle()
    expect(page.get_by_role("heading", level=1)).to_have_text("Over het algoritme")


class Stay(urllib.request.HTTPRedirectHandler):
    """Follow nothing."""

    def redirect_request(self, *_given: object) -> None:
        """Say that there is nowhere to go."""


def choose(server: Server, query: str, came_from: str) -> tuple[int | None, Message]:
    """Ask for a language as a link on the page `came_from` does; give status and headers of the answer."""
    request = urllib.request.Request(f"{server.url}/taal?{query}", headers={"Referer": came_from})
    try:
        answer = urllib.request.build_opener(Stay).open(request)
    except HTTPError as refused:
        answer = refused
    with answer:
        return answer.status, answer.headers


@pytest.mark.parametrize(
    "came_from, leads", [("{own}/uitkomst?id=1", "/uitkomst?id=1"), ("https://elders.nl/x", "/"), ("", "/")]
)
def test_choice_leads_back_to_a_page_of_ours_and_nowhere_else(
    server: Server, came_from: str, leads: str
) -> None:
    status, headers = choose(server, "naar=en", came_from.format(own=server.url))

    assert (status, headers["location"]) == (303, leads)
    assert headers["set-cookie"].startswith("weegschaal_language=en; ")


def test_language_that_we_do_not_have_is_not_remembered(server: Server) -> None:
    status, headers = choose(server, "naar=xx%0d%0aSet-Cookie:a=b", "")

    assert (status, headers["set-cookie"]) == (303, None)
