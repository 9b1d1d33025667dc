"""The second look in a real browser: from the register to where to begin, and on to an assessment."""

from playwright.sync_api import expect

from services import register_import
from services.users import local_user
from tests.browser.conftest import OpenTab
from tests.browser.server import Server
from tests.browser.test_accessibility import faults


def test_from_the_list_of_what_is_rated_too_low_to_an_assessment_with_what_is_known(
    own_server: Server, new_tab: OpenTab
) -> None:
    store = own_server.store()
    register_import.load_example(store, local_user())
    store.close()
    screen = new_tab(own_server)
    page = screen.page
    screen.open("/register")
    page.get_by_role("link", name="Tweede blik: welke inschatting is te laag?").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/tweede-blik")
    screen.settle()
    expect(page.get_by_role("rowheader").first).to_contain_text("iBurgerzaken")
    assert faults(screen) == []

    page.get_by_role("link", name="OVSH").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/algoritme?*")
    screen.settle()
    page.get_by_text("Wat het register hierover zegt", exact=True).click()
    expect(page.get_by_role("cell", name="Volgens het register beslist het.")).to_be_visible()
    screen.settle()
    assert faults(screen) == []

    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_role("button", name="Begin een afweging van dit algoritme").click()
    page.wait_for_url("**/stap-quickscan?*")
    screen.settle()
    expect(page.get_by_role("radio", name="Ja, direct")).to_be_checked()
