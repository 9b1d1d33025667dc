"""Voor de raad in a real browser: read, search, record and take along, with keys only."""

from playwright.sync_api import expect

from services import register_import, users
from tests.browser.conftest import OpenTab
from tests.browser.server import Server
from tests.browser.test_accessibility import faults

CHART = "canvas, svg.marks"


def test_overview_is_read_recorded_and_taken_along_with_keys_only(
    own_server: Server, new_tab: OpenTab
) -> None:
    store = own_server.store()
    register_import.load_example(store, users.local_user())
    store.close()
    screen = new_tab(own_server)
    page = screen.page
    screen.open("/raad")
    page.locator(CHART).first.wait_for()
    assert faults(screen) == []

    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_label("Zoek op naam of doel").focus()
    page.keyboard.type("Datamask")
    page.keyboard.press("Enter")
    expect(page.locator("details.ws-algorithm")).to_have_count(1)
    page.locator("details.ws-algorithm summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Eigen schatting: beperkt").last).to_be_visible()
    screen.settle()

    page.get_by_label("Naam van het overzicht").focus()
    page.keyboard.type("Najaar 2026")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/raad?nr=1")
    screen.settle()
    expect(page.get_by_role("link", name="Najaar 2026")).to_have_attribute("aria-current", "page")

    page.get_by_role("button", name="Download als PDF").focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.path().read_bytes().startswith(b"%PDF")
    assert faults(screen) == []
