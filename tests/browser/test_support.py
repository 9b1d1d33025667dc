"""Note and evidence: kept with the answer, shown when closed, refused in words when they cannot be kept."""

import re

from playwright.sync_api import Locator, expect

from assessment.answers import Reply
from tests.browser.screen import Screen

PDF = {"name": "toets.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\nproef"}
SCRIPT = {"name": "toets.exe", "mimeType": "application/pdf", "buffer": b"MZ\x90\x00"}
LARGE = {"name": "groot.txt", "mimeType": "text/plain", "buffer": b"x" * (10 * 1024 * 1024 + 1)}


def test_note_and_how_one_knows_are_saved_with_the_answer_and_stay_visible(screen: Screen) -> None:
    part = _open(screen)
    part.get_by_label("Notitie bij dit antwoord").fill("Gevraagd aan de leverancier <b>op 3 mei</b>")
    screen.wait_saved(screen.saves())
    before = screen.saves()
    part.get_by_text("De leverancier zegt het").click()
    screen.wait_saved(before)
    screen.settle()
    reply = Reply("ja", "Gevraagd aan de leverancier <b>op 3 mei</b>", "leverancier")
    assert screen.stored("qs_algoritme") == reply

    part.get_by_text("Notitie en bewijs").click()
    screen.settle()
    expect(part.locator(".ws-note")).to_have_text(reply.note)
    screen.choose("qs_algoritme", "weet_niet")
    screen.wait_saved(before + 1)
    assert screen.stored("qs_algoritme") == Reply("weet_niet", reply.note, "leverancier")


def test_link_is_kept_and_can_be_removed(screen: Screen) -> None:
    part = _open(screen)
    part.get_by_label("Link naar bewijs").fill("https://voorbeeld.nl/toets")
    part.get_by_role("button", name="Voeg link toe").click()
    expect(part.get_by_role("link", name="https://voorbeeld.nl/toets")).to_have_attribute(
        "href", "https://voorbeeld.nl/toets"
    )
    expect(part.get_by_text("1 bewijsstuk")).to_be_visible()
    expect(part.get_by_label("Link naar bewijs")).to_have_value("")

    part.get_by_role("button", name=re.compile("^Verwijder")).click()
    expect(part.get_by_text("Er is nog geen bewijs toegevoegd.")).to_be_visible()


def test_text_that_is_no_link_says_so_and_stays(screen: Screen) -> None:
    part = _open(screen)
    part.get_by_label("Link naar bewijs").fill("javascript:alert(1)")
    part.get_by_role("button", name="Voeg link toe").click()

    expect(part.get_by_text("Dit is geen link naar een webpagina.")).to_be_visible()
    expect(part.get_by_label("Link naar bewijs")).to_have_value("javascript:alert(1)")


def test_file_is_kept_and_comes_back_to_the_byte(screen: Screen) -> None:
    part = _open(screen)
    part.locator("input[type=file]").set_input_files([PDF])
    expect(part.get_by_text("1 bewijsstuk")).to_be_visible()
    with screen.page.expect_download() as download:
        part.get_by_role("button", name="Download toets.pdf").click()

    assert download.value.suggested_filename == "toets.pdf"
    assert download.value.path().read_bytes() == PDF["buffer"]


def test_file_of_another_kind_or_size_is_refused_in_dutch(screen: Screen) -> None:
    part = _open(screen)
    part.locator("input[type=file]").set_input_files([{**SCRIPT, "name": "toets.pdf"}])
    expect(part.get_by_text("Dit soort bestand kun je niet toevoegen")).to_be_visible()

    part.locator("input[type=file]").set_input_files([LARGE])
    expect(part.get_by_text(re.compile("10 ?MB")).last).to_be_visible()
    assert _evidence(screen) == 0


def test_answer_can_be_cleared_and_its_note_stays(screen: Screen) -> None:
    part = _open(screen)
    part.get_by_label("Notitie bij dit antwoord").fill("Blijft")
    screen.wait_saved(screen.saves())
    screen.settle()
    part.get_by_role("button", name="Wis het antwoord").click()
    expect(part.get_by_role("button", name="Wis het antwoord")).to_have_count(0)
    screen.settle()

    assert screen.stored("qs_algoritme") == Reply(None, "Blijft")
    assert screen.chosen("qs_algoritme") is None


def _open(screen: Screen) -> Locator:
    screen.begin()
    screen.answer("qs_algoritme", "ja")
    part = screen.page.locator(".st-key-ws-vraag-qs_algoritme")
    part.get_by_text("Notitie en bewijs").click()
    part.get_by_label("Notitie bij dit antwoord").wait_for()
    screen.settle()
    return part


def _evidence(screen: Screen) -> int:
    store = screen.server.store()
    with store.reading() as tx:
        found = len(tx.evidence.of(screen.assessment))
    store.close()
    return found
