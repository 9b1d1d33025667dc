"""The register in a real browser: a messy workbook, finding, ticking and changing, with the keyboard."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from services import register, register_import
from services.users import local_user
from storage.store import Store
from tests.browser import messy
from tests.browser.conftest import OpenTab
from tests.browser.screen import Screen
from tests.browser.server import Server
from tests.browser.test_accessibility import faults


def store(server: Server) -> Store:
    """Open the database of a server."""
    return server.store()


def shown(page: Page, text: str) -> Locator:
    """Return what the page says, apart from what a screen reader was told."""
    return page.get_by_test_id("stMain").get_by_text(text)


def press(screen: Screen, name: str) -> None:
    """Reach a button or link with the tab key, and press it."""
    reached = """(name) => {
      const here = document.activeElement;
      const text = here.getAttribute("aria-label") ?? here.innerText ?? "";
      const starts = (line) => line.trim().startsWith(name);
      return here.matches("a, button, input") && text.split("\\n").some(starts);
    }"""
    for _press in range(150):
        if screen.page.evaluate(reached, name):
            screen.page.keyboard.press("Enter")
            return
        screen.page.keyboard.press("Tab")
    pytest.fail(f"the keyboard does not reach {name}")


def test_messy_workbook_becomes_a_register_that_one_can_work_with(
    own_server: Server, new_tab: OpenTab, tmp_path: Path
) -> None:
    screen = new_tab(own_server)
    page = screen.page
    messy.write(tmp_path / "lijst.xlsx")
    screen.open("/register")
    press(screen, "Importeer een bestand")
    page.wait_for_url("**/register-importeren")
    screen.settle()
    with page.expect_file_chooser() as choosing:
        press(screen, "Bestand kiezen")
    choosing.value.set_files(tmp_path / "lijst.xlsx")
    expect(page.get_by_role("heading", name="2. Kijk of we het goed lezen")).to_be_visible()
    press(screen, "Bekijk wat er gaat gebeuren")
    expect(shown(page, "Nieuw: 260. Verandert: 0. Blijft gelijk: 0. Kan niet: 40.")).to_be_visible()
    expect(page.get_by_role("row")).to_have_count(messy.FAULTS + 1)
    screen.settle()
    with page.expect_download() as loading:
        page.get_by_role("button", name="Rijen die niet kunnen als Excel").click()
    loading.value.save_as(tmp_path / "mend.xlsx")
    mend = load_workbook(tmp_path / "mend.xlsx").active
    assert mend.max_row == messy.FAULTS + 1
    assert faults(screen) == []

    shown(page, "Laat de 40 rijen die niet kunnen weg").click()
    press(screen, "Zet 260 algoritmes in het register")
    expect(shown(page, "Nieuw: 260. Veranderd: 0. Al gelijk: 0. Weggelaten: 40.")).to_be_visible()
    press(screen, "Bekijk het register")
    expect(shown(page, "260 algoritmes gevonden.")).to_be_visible()


def test_back_from_what_one_began_leads_to_the_algorithm_and_then_to_the_list(listed: Screen) -> None:
    page = listed.page
    page.get_by_role("link", name="OVSH").click()
    page.wait_for_url("**/algoritme?*")
    listed.settle()
    entry = page.url
    page.get_by_role("button", name="Begin een afweging van dit algoritme").click()
    page.wait_for_url("**/stap-*")
    listed.settle()

    page.go_back()
    expect(page.get_by_role("heading", name="OVSH", level=1)).to_be_visible()
    assert page.url == entry
    listed.settle()
    page.go_back()
    expect(page.get_by_role("heading", name="Register", level=1)).to_be_visible()
    listed.settle()
    page.go_forward()
    expect(page.get_by_role("heading", name="OVSH", level=1)).to_be_visible()


@pytest.fixture
def listed(own_server: Server, new_tab: OpenTab) -> Screen:
    """The list of the 70 algorithms of the report; others count the entries of the shared server."""
    opened = store(own_server)
    register_import.load_example(opened, local_user())
    opened.close()
    screen = new_tab(own_server)
    screen.open("/register")
    return screen


def test_list_and_algorithm_break_no_rule_and_are_changed_with_the_keyboard(
    listed: Screen, tmp_path: Path
) -> None:
    page = listed.page
    _leaf(listed)
    page.get_by_label("Zoek op naam").fill("citycontrol")
    expect(shown(page, "5 algoritmes gevonden.")).to_be_visible()
    listed.settle()
    for name in ("CityControl | CityAccess", "CityControl | Handhaven"):
        box = page.get_by_role("checkbox", name=f"Kies {name}")
        box.focus()
        page.keyboard.press("Space")
        expect(box).to_be_checked()
        expect(box).to_be_focused()
    expect(shown(page, "Je hebt 2 algoritmes gekozen.")).to_be_visible()
    listed.settle()
    expect(box).to_be_focused()
    with page.expect_download() as loading:
        page.get_by_role("button", name="Register als CSV").click()
    loading.value.save_as(tmp_path / "register.csv")
    with (tmp_path / "register.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row[:2] for row in csv.reader(file, delimiter=";")] == [
            ["Nummer", "Naam"],
            ["7", "CityControl | CityAccess"],
            ["9", "CityControl | Handhaven"],
        ]
    assert faults(listed) == []
    page.set_viewport_size({"width": 1280, "height": 900})

    page.get_by_role("link", name="CityControl | Handhaven").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/algoritme?*")
    listed.settle()
    _change(listed)
    page.go_back()
    page.go_back()
    page.go_back()
    expect(page.get_by_label("Zoek op naam")).to_have_value("citycontrol")
    expect(shown(page, "5 algoritmes gevonden.")).to_be_visible()


def _leaf(listed: Screen) -> None:
    """Go to another page of the list; reload it, and go back."""
    page = listed.page
    expect(shown(page, "70 algoritmes gevonden.")).to_be_visible()
    page.get_by_role("button", name="Pagina 2").click()
    page.wait_for_url("**/register?bladzijde=2")
    expect(page.get_by_role("link", name="Capacito")).to_have_count(0)
    listed.settle()
    page.reload()
    listed.settle()
    expect(page.get_by_role("link", name="Capacito")).to_have_count(0)
    page.go_back()
    expect(page.get_by_role("link", name="Capacito")).to_be_visible()
    listed.settle()


def _change(listed: Screen) -> None:
    """Fill in a field of the algorithm on the screen."""
    page = listed.page
    press(listed, "Wijzig: Beheer en afspraken")
    expect(page.get_by_role("heading", name="Beheer en afspraken")).to_be_focused()
    page.get_by_label("Leverancier").fill("Een bedrijf")
    page.keyboard.press("Tab")
    expect(shown(page, "Het is nog niet bewaard.")).to_be_visible()
    listed.settle()
    assert faults(listed) == []
    press(listed, "Bewaar")
    expect(shown(page, "‘Beheer en afspraken’ is bewaard.")).to_be_visible()
    expect(page.get_by_role("heading", name="Beheer en afspraken")).to_be_focused()
    listed.settle()


def test_typed_text_survives_a_restart_and_meets_what_somebody_else_kept(listed: Screen) -> None:
    page, server = listed.page, listed.server
    page.get_by_role("link", name="Capacito").click()
    page.wait_for_url("**/algoritme?*")
    listed.settle()
    page.get_by_role("link", name="Wijzig: De kern").click()
    page.get_by_label("Doel").fill("Wat ik typte")
    expect(shown(page, "Het is nog niet bewaard.")).to_be_visible()
    listed.settle()
    left = listed.session()
    server.kill()
    opened = store(server)
    held = register.opened(opened, local_user(), listed.assessment)
    register.change(opened, local_user(), held.id, {"doel": "Van een ander"}, seen=held.revision)
    opened.close()
    server.start()
    listed.rejoin(left)

    expect(page.get_by_label("Doel")).to_have_value("Wat ik typte")
    page.get_by_role("button", name="Bewaar").click()
    expect(shown(page, "Iemand anders veranderde ‘Doel’ ook. Nu staat er:")).to_be_visible()
    expect(page.get_by_text("Van een ander", exact=True)).to_be_visible()
    listed.settle()
    assert faults(listed) == []
