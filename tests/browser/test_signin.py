"""Signing in at a real OpenID provider, in real browsers: who gets in, who does not, and for how long."""

import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import expect

from assessment.answers import Reply
from services import answers, assessments, frameworks, people
from tests.browser import axe
from tests.browser.conftest import OpenTab
from tests.browser.nursery import Nursery
from tests.browser.office import BEA, Office, heading, identify, sign_in, sign_out
from tests.browser.screen import Screen
from tests.browser.server import Server
from tests.browser.test_accessibility import faults

TITLE = "Slimme camera"
SHORT = 40  # seconds


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A server where people sign in."""
    with Office(tmp_path_factory.mktemp("office"), hours="8") as server:
        yield server


@pytest.fixture
def hasty(tmp_path: Path, nursery: Nursery) -> Iterator[Office]:
    """A server where a sign-in soon ends, and that a test may stop and start."""
    with Office(tmp_path, hours=str(SHORT / 3600), launch=nursery.launch) as server:
        yield server


def beas(server: Server) -> UUID:
    """Make an assessment of Bea, with one answer."""
    store = server.store()
    made = assessments.create(store, BEA, title=TITLE, framework=frameworks.current())
    answers.save(store, BEA, made.id, "qs_algoritme", Reply("ja"), seen=0)
    store.close()
    return made.id


def test_business_manager_signs_in_and_begins_an_assessment(office: Server, new_tab: OpenTab) -> None:
    screen = new_tab(office)
    sign_in(screen, "bim")
    expect(screen.page.get_by_text("Aangemeld als Bea de Vries")).to_be_visible()

    made = screen.begin_by_hand("Parkeren")
    screen.answer("qs_algoritme", "ja")

    store = office.store()
    assert assessments.opened(store, BEA, made).created_by == "bim"
    assert people.names(store, ["bim"]) == {"bim": "Bea de Vries"}
    store.close()


def test_link_to_a_question_survives_the_sign_in(office: Server, new_tab: OpenTab) -> None:
    link = f"/stap-quickscan?id={beas(office)}&vraag=qs_invloed"
    screen = new_tab(office)
    sign_in(screen, "bim", link)

    assert screen.page.url == office.url + link
    assert screen.chosen("qs_algoritme") == "ja"


@pytest.mark.parametrize("page", ["stap-quickscan", "uitkomst", "kosten-vergeleken", "wie-doet-mee"])
def test_stolen_link_opens_nothing_for_a_colleague_who_was_not_invited(
    office: Server, new_tab: OpenTab, page: str
) -> None:
    screen = new_tab(office)
    sign_in(screen, "collega", f"/{page}?id={beas(office)}")

    heading(screen, "Deze afweging kun je niet openen")
    assert TITLE not in screen.page.content()


def test_who_did_not_sign_in_hears_nothing_of_an_assessment(office: Server, new_tab: OpenTab) -> None:
    screen = new_tab(office)
    said: list[bytes] = []
    screen.page.on(
        "websocket", lambda socket: socket.on("framereceived", lambda frame: said.append(_bytes(frame)))
    )
    screen.open(f"/uitkomst?id={beas(office)}")

    heading(screen, "Aanmelden")
    assert said
    assert TITLE.encode() not in b"".join(said)


def test_user_without_a_role_reads_what_to_do_and_gets_no_further(office: Server, new_tab: OpenTab) -> None:
    screen = new_tab(office)
    link = f"/stap-quickscan?id={beas(office)}"
    sign_in(screen, "niemand", link)

    heading(screen, "Je hebt nog geen rol")
    expect(screen.page.get_by_text("Noem daarbij je naam: Nico Mulder")).to_be_visible()
    screen.open("/")
    heading(screen, "Je hebt nog geen rol")


def test_reader_finds_everything_and_changes_nothing(office: Server, new_tab: OpenTab) -> None:
    link = f"/stap-quickscan?id={beas(office)}"
    screen = new_tab(office)
    sign_in(screen, "lezer", link)

    expect(screen.page.get_by_text("Je kunt deze afweging lezen, maar niet veranderen")).to_be_visible()
    expect(screen.page.get_by_role("radio")).to_have_count(0)
    screen.open("/")
    expect(screen.page.get_by_role("heading", name=TITLE).first).to_be_visible()
    expect(screen.page.get_by_role("button", name="Begin met de snelle check")).to_have_count(0)


def test_sign_out_ends_it_in_every_tab_of_the_browser(office: Server, new_tab: OpenTab) -> None:
    screen = new_tab(office)
    sign_in(screen, "bim")
    other = Screen(screen.page.context.new_page(), office)
    other.open(f"/stap-quickscan?id={beas(office)}")
    sign_out(screen)

    heading(screen, "Aanmelden")
    assert not [cookie for cookie in screen.page.context.cookies(office.url) if "_user" in cookie["name"]]
    other.choose("qs_algoritme", "nee")
    expect(other.page.get_by_role("heading", name="Aanmelden")).to_be_visible(timeout=30_000)
    assert other.stored("qs_algoritme") == Reply("ja")


def test_provider_that_is_down_is_told_on_the_page_in_plain_words(hasty: Office, new_tab: OpenTab) -> None:
    hasty.provider.stop()
    screen = new_tab(hasty)
    screen.open("/stap-quickscan?id=1")
    screen.page.get_by_role("button", name="Aanmelden", exact=True).click()

    expect(screen.page.get_by_text("Aanmelden lukte niet. Probeer het nog een keer.")).to_be_visible()
    assert screen.page.url == f"{hasty.url}/stap-quickscan?id=1"
    assert faults(screen) == []


def test_next_person_at_the_same_computer_is_somebody_else(office: Server, new_tab: OpenTab) -> None:
    screen = new_tab(office)
    sign_in(screen, "bim")
    sign_out(screen)
    sign_in(screen, "netwerk")

    expect(screen.page.get_by_text("Aangemeld als Nel Bakker")).to_be_visible()
    expect(screen.page.get_by_text("Aangemeld als Bea de Vries")).to_have_count(0)


def test_expired_sign_in_keeps_what_is_typed_and_asks_to_sign_in_again(
    hasty: Server, new_tab: OpenTab
) -> None:
    screen = new_tab(hasty)
    made = beas(hasty)
    link = f"/stap-intake?id={made}"
    sign_in(screen, "bim", link)
    screen.field("i_naam").click()
    screen.page.keyboard.type("Vroeg")
    expect(screen.page.get_by_text("Je aanmelding is verlopen")).to_be_visible(timeout=(SHORT + 30) * 1000)

    before = screen.saves()
    screen.page.keyboard.type(" erop af")
    screen.wait_saved(before)
    assert screen.stored("i_naam") == Reply("Vroeg erop af")
    assert axe.violations(screen.page) == []

    screen.open(link)
    heading(screen, "Meld je opnieuw aan")
    screen.page.get_by_role("button", name="Aanmelden", exact=True).click()
    identify(screen, "bim")
    assert screen.page.url == hasty.url + link
    expect(screen.field("i_naam")).to_have_value("Vroeg erop af")


def test_old_cookie_counts_for_nothing_when_the_server_starts_again(hasty: Server, new_tab: OpenTab) -> None:
    screen = new_tab(hasty)
    sign_in(screen, "bim", f"/stap-quickscan?id={beas(hasty)}")
    hasty.kill()
    hasty.settings["WEEGSCHAAL_SESSION_HOURS"] = "0.0001"
    hasty.start()

    expect(screen.page.get_by_role("heading", name="Meld je opnieuw aan")).to_be_visible(timeout=30_000)
    expect(screen.page.get_by_role("radio")).to_have_count(0)


def test_maker_invites_with_the_keyboard_and_the_colleague_fills_in(office: Server, new_tab: OpenTab) -> None:
    colleague = new_tab(office)
    sign_in(colleague, "collega")
    made = beas(office)
    screen = new_tab(office)
    sign_in(screen, "bim", f"/wie-doet-mee?id={made}")

    field = screen.page.get_by_role("combobox", name="Collega")
    field.focus()
    screen.page.keyboard.type("Cor")
    screen.page.keyboard.press("Enter")
    screen.settle()
    button = screen.page.get_by_role("button", name="Nodig uit", exact=True)
    for _press in range(12):
        if button.evaluate("button => button === document.activeElement"):
            break
        screen.page.keyboard.press("Tab")
    screen.page.keyboard.press("Enter")
    expect(screen.page.get_by_text("Cor Jansen doet nu mee.")).to_be_visible()
    assert faults(screen) == []

    colleague.open(f"/stap-quickscan?id={made}")
    colleague.answer("qs_algoritme", "nee")
    assert colleague.stored("qs_algoritme") == Reply("nee")


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/agent"])
def test_what_is_for_machines_answers_nobody(office: Server, path: str) -> None:
    assert status(office.url + path) == 404


@pytest.mark.parametrize("path", ["/media/0f2a.pdf", "/_stcore/upload_file/a/b"])
def test_files_are_closed_without_a_sign_in(office: Server, path: str) -> None:
    assert status(office.url + path) == 403


def test_summary_is_for_who_is_signed_in_also_by_its_address(office: Server, new_tab: OpenTab) -> None:
    screen = new_tab(office)
    sign_in(screen, "bim", f"/uitkomst?id={beas(office)}")
    with screen.page.expect_download(timeout=60_000) as download:
        screen.page.get_by_role("button", name="Download de collegesamenvatting (PDF)").click()

    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
    assert status(download.value.url) == 403


@pytest.mark.parametrize("account", [None, "niemand", "bim", "netwerk"])
def test_pages_around_the_sign_in_break_no_rule(
    office: Server, new_tab: OpenTab, account: str | None
) -> None:
    beas(office)
    screen = new_tab(office)
    if account:
        sign_in(screen, account)
    else:
        screen.open("/")

    assert faults(screen) == []


def status(address: str) -> int:
    """Ask for an address without any cookie; return the status of the answer."""
    try:
        with urllib.request.urlopen(address) as response:
            return int(response.status)
    except urllib.error.HTTPError as error:
        return error.code


def _bytes(frame: str | bytes) -> bytes:
    return frame.encode() if isinstance(frame, str) else frame
