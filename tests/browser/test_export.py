"""Sharing an assessment in a real browser: rules, the keyboard, files for other programs, and back in."""

import io
import json
from pathlib import Path

import jsonschema
from openpyxl import load_workbook
from playwright.sync_api import expect

from assessment.publication import dpia_form, fillings
from tests.browser.conftest import OpenTab
from tests.browser.screen import Screen
from tests.browser.server import Server
from tests.browser.test_accessibility import NARROW, faults
from tests.browser.test_success import CASES, read_answers


def opened(screen: Screen, case: str = "c02") -> None:
    """Open the page of a worked case."""
    made = screen.make(answers=read_answers(screen.framework, CASES[case].answers))
    screen.open(f"/delen?id={made}")


def taken(screen: Screen, name: str) -> bytes:
    """Press a button and return the file."""
    with screen.page.expect_download() as loading:
        screen.page.get_by_role("button", name=name).press("Enter")
    return Path(loading.value.path()).read_bytes()


def test_page_breaks_no_rule_and_fits_on_a_phone(screen: Screen, server: Server, new_tab: OpenTab) -> None:
    opened(screen)
    for part in ("Leeg, en dat mag", "De teksten ("):
        screen.page.get_by_text(part).click()
    screen.settle()
    assert faults(screen) == []

    phone = new_tab(server, viewport=NARROW)
    phone.open(f"/delen?id={screen.assessment}")
    assert faults(phone) == []


def test_files_are_made_with_the_keyboard_and_read_by_other_programs(screen: Screen) -> None:
    opened(screen)

    register = json.loads(taken(screen, "Download voor het Algoritmeregister (JSON)"))
    form = json.loads(taken(screen, "Download de pre-scan DPIA (JSON)"))
    book = load_workbook(io.BytesIO(taken(screen, "Algoritmeregister als Excel")))

    schema = json.loads((fillings.FILE.parent / "algoritmeregister.schema.json").read_text("utf-8"))
    # Only what the page says is missing: this server has no name of a municipality.
    missing = {error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(register)}
    assert missing == {"'organization' is a required property"}
    jsonschema.validate(form, json.loads((dpia_form.FOLDER / "dpia_form.schema.json").read_text("utf-8")))
    assert book.active["A1"].value == "Veld"


def test_whole_assessment_goes_out_and_comes_in_as_a_copy(screen: Screen, tmp_path: Path) -> None:
    opened(screen)
    first = screen.assessment
    file = tmp_path / "afweging.json"
    file.write_bytes(taken(screen, "Download de hele afweging (JSON)"))

    screen.open("/")
    screen.page.get_by_text("Of lees een afweging in uit een bestand").click()
    screen.page.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(file)
    screen.page.get_by_role("button", name="Lees de afweging in").click()
    screen.page.wait_for_url("**/uitkomst*")
    screen.settle()

    assert screen.assessment != first
    screen.page.get_by_test_id("stSidebar").get_by_role("link", name="Delen en exporteren").click()
    expect(screen.page.get_by_text("las deze afweging in uit een bestand")).to_be_visible()
