"""A new version of the framework in a real browser: uploaded, compared, tried, and what it would change."""

import io
from pathlib import Path
from zipfile import ZipFile

from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenTab
from tests.browser.screen import Screen
from tests.browser.server import Server
from tests.browser.test_accessibility import faults
from tests.versions import second_version


def packed(folder: Path) -> bytes:
    """Make a zip file of a folder, as somebody would."""
    written = io.BytesIO()
    with ZipFile(written, "w") as file:
        for path in sorted(folder.rglob("*.yaml")):
            file.write(path, path.relative_to(folder.parent).as_posix())
    return written.getvalue()


def result(page: Page) -> Locator:
    """Return the heading above what was found."""
    return page.get_by_role("heading", name="Wat versie 2027.1 verandert")


def test_version_is_uploaded_compared_and_tried(server: Server, new_tab: OpenTab, tmp_path: Path) -> None:
    screen = new_tab(server)
    page = screen.page
    screen.begin("Handhaving")
    for question, option in (("qs_algoritme", "ja"), ("qs_persoonsgegevens", "ja")):
        screen.answer(question, option)
    screen.open("/beheer")
    zipped = {"name": "2027.zip", "mimeType": "application/zip", "buffer": packed(second_version(tmp_path))}
    page.locator("input[type=file]").set_input_files(zipped)
    expect(page.get_by_text("Van versie 2026.1 naar versie 2027.1")).to_be_visible()
    screen.settle()
    assert faults(screen) == []

    page.get_by_role("link", name="Bereken wat er in de afwegingen zou veranderen").click()
    page.get_by_role("button", name="Bereken wat er verandert").click()
    expect(page.get_by_role("heading", name="Bezig met rekenen").or_(result(page))).to_be_visible()
    # Whoever leaves meanwhile finds it again.
    screen.open("/kader")
    assert faults(screen) == []
    screen.open("/regels-proberen")
    expect(result(page)).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Moet er haast bij zijn?")).to_be_visible()
    screen.settle()
    assert faults(screen) == []
    assert _tables(screen, tmp_path)["Open vragen"].max_row > 1


def _tables(screen: Screen, folder: Path) -> dict[str, object]:
    screen.page.get_by_text("De tabellen als bestand").click()
    with screen.page.expect_download() as loading:
        screen.page.get_by_role("button", name="Alle tabellen als Excel").click()
    loading.value.save_as(folder / "alles.xlsx")
    book = load_workbook(folder / "alles.xlsx")
    return {sheet.title: sheet for sheet in book}
