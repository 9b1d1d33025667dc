"""The portfolio in a real browser: from a figure to what is missing, done, and gone from the figure."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import OpenTab
from tests.browser.server import Server
from tests.browser.test_accessibility import faults

CHART = "canvas, svg.marks"


def test_figure_opens_its_list_and_what_is_done_is_missing_no_more(server: Server, new_tab: OpenTab) -> None:
    screen = new_tab(server)
    made = screen.open_example(re.compile("^Open Vroegsignalering"))
    screen.open("/portfolio")
    screen.page.locator(CHART).first.wait_for()
    assert faults(screen) == []

    # With the keyboard: the figure is a link with its row and column in its name.
    screen.page.get_by_role("link", name=re.compile(r"^DPIA.*: \d+$")).focus()
    screen.page.keyboard.press("Enter")
    screen.page.wait_for_url("**/portfolio-lijst?mist=dpia")
    screen.settle()
    assert faults(screen) == []

    missing = screen.page.locator(f'a[href="klaar?id={made}"]')
    missing.click()
    screen.page.wait_for_url(f"**/klaar?id={made}")
    screen.settle()
    screen.page.get_by_label("Op welke dag was het klaar?").fill("1-11-2026")
    screen.page.get_by_label("Waar is het te vinden?").fill("Zaak 12")
    screen.page.get_by_role("button", name="Leg vast").click()
    expect(screen.page.get_by_role("cell", name="Zaak 12")).to_be_visible()
    screen.settle()
    assert faults(screen) == []

    screen.open("/portfolio-lijst?mist=dpia")
    expect(missing).to_have_count(0)


def test_norms_and_self_scan_break_no_rule_and_a_scan_is_kept(server: Server, new_tab: OpenTab) -> None:
    screen = new_tab(server)
    screen.open("/normen")
    assert faults(screen) == []

    screen.open("/zelfscan")
    screen.page.get_by_text("Begonnen: Er zijn richtlijnen", exact=False).click()
    screen.page.get_by_role("button", name="Bewaar de zelfscan").click()
    expect(screen.page.get_by_text("De zelfscan is bewaard.")).to_be_visible(timeout=20_000)
    screen.page.locator(CHART).first.wait_for()
    screen.settle()
    assert faults(screen) == []
