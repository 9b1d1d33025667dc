"""A review session in real browsers: a secretary and three members, two rounds, the advice and the PDF."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest
from playwright.sync_api import Locator, expect

from assessment.answers import Reply
from assessment.cases import load_cases, read_answers
from assessment.road import State
from services import assessments, finishing, frameworks, road
from storage.records import Revision
from tests.browser import axe
from tests.browser.conftest import OpenTab
from tests.browser.nursery import Nursery
from tests.browser.office import BEA, Office, sign_in
from tests.browser.screen import Screen
from tests.browser.server import Server
from tests.browser.test_accessibility import faults
from tests.databases import Postgres
from ui import here

MEMBERS = {"netwerk": "Nel Bakker", "fg": "Femke Dekker", "ciso": "Cas Postma"}
OBJECTION = "Wie schulden heeft, kan dit niet weigeren."
LIVE = 15_000  # milliseconds; on a machine with nothing else to do two seconds, which the benchmarks measure


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def town_hall(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, nursery: Nursery
) -> Iterator[Office]:
    """A server where a secretary, a member, the FG, the CISO and a college secretary sign in."""
    office = Office(tmp_path_factory.mktemp("town-hall"), "8", nursery.launch)
    office.settings["WEEGSCHAAL_ROLES"] = (
        "inkoop=bim;ethiek=network;secretariaat=secretary;toezicht=fg;beveiliging=ciso;"
        "besluiten=college_secretary"
    )
    if request.param == "postgresql":
        postgres: Postgres = request.getfixturevalue("postgres")
        office.settings["DATABASE_URL"] = postgres.migrated()
    with office as server:
        yield server


def keeps_the_rules(screen: Screen) -> None:
    """See that the page breaks no rule of axe-core; the pages are the same on both databases."""
    if "DATABASE_URL" not in screen.server.settings:
        assert axe.violations(screen.page) == []


def keeps_the_rules_opened(screen: Screen) -> None:
    """See the same with everything on the page unfolded."""
    folded = screen.page.locator("details:not([open]) > summary")
    for _part in range(folded.count()):
        folded.first.click()
    screen.settle()
    keeps_the_rules(screen)


def offered(server: Server) -> UUID:
    """Make an assessment of Bea that was offered for review."""
    framework = frameworks.current()
    case = next(case for case in load_cases(frameworks.folder(framework.version)) if case.id == "c01")
    store = server.store()
    made = assessments.create(store, BEA, title="Vroegsignalering", framework=framework)
    with store.transaction() as tx:
        given = read_answers(framework, case.answers)
        tx.answers.append(made.id, *(Revision(q, 1, Reply(v), BEA.name, tx.now) for q, v in given.items()))
    finishing.finish(store, BEA, made.id, here.today())
    road.move(store, BEA, made.id, State.IN_REVIEW)
    store.close()
    return made.id


def press(screen: Screen, label: str) -> None:
    """Press a button."""
    screen.page.get_by_role("button", name=label, exact=True).click()
    screen.settle()


def item(screen: Screen, number: int) -> tuple[Locator, Locator]:
    """Return the answers and the argument of an item; the last question has number 0."""
    key = f'[class*="st-key-ws-stem-"][class*="-{number} "], [class*="st-key-ws-stem-"][class$="-{number}"]'
    radio = screen.page.locator(key).get_by_role("radiogroup")
    return radio, screen.page.locator(f'[class*="st-key-ws-stem-"][class*="-{number}-waarom"] textarea')


def say(screen: Screen, number: int, answer: str, why: str = "") -> None:
    """Answer an item, and wait until it says that this was saved."""
    answers, argument = item(screen, number)
    answers.get_by_text(answer, exact=True).click()
    screen.settle()
    if why:
        argument.fill(why)
        argument.blur()
        screen.settle()


def live(screen: Screen, words: str) -> None:
    """See these words on a screen that nobody touched, as soon as is promised."""
    expect(screen.page.get_by_text(words)).to_be_visible(timeout=LIVE)


def test_session_from_opening_to_the_decision_and_the_pdf(town_hall: Office, new_tab: OpenTab) -> None:
    made = offered(town_hall)
    link = f"/sessie?id={made}"
    members = [new_tab(town_hall, viewport={"width": 390, "height": 844}) for _name in MEMBERS]
    for name, screen in zip(MEMBERS, members, strict=True):
        sign_in(screen, name, link)
    secretary = new_tab(town_hall)
    sign_in(secretary, "secretaris", link)
    open_session(secretary)

    first_round(secretary, members)
    second_round(secretary, members)
    advise(secretary)
    for screen in members:
        live(screen, "Het advies is gegeven.")
    clerk = new_tab(town_hall)
    sign_in(clerk, "griffie", f"/besluit?id={made}")
    decide(clerk)
    told = pdf_of(clerk, made)
    for words in (OBJECTION, "Cas Postma", "Bijlage J. Advies van het ethisch netwerk", "2026/77"):
        assert words in told
    # Who only advised reads the decision, and cannot take one.
    secretary.open(f"/besluit?id={made}")
    expect(secretary.page.locator(".ws-road-now")).to_contain_text("doorgaan onder voorwaarden")


def first_round(secretary: Screen, members: list[Screen]) -> None:
    """Answer apart, and see nothing of each other until the round is closed."""
    press(secretary, "Open ronde 1")
    nel, femke, cas = members
    for screen in members:
        live(screen, "Ronde 1 is open.")
    say(nel, 1, "Helemaal eens", "Er staat niets te veel in.")
    say(femke, 1, "Helemaal oneens", "Er staat veel te veel in.")
    with_the_keyboard(cas)
    for screen in members:
        say(screen, 0, "Ja")
    live(secretary, "0 van 3 leden zijn klaar.")
    expect(secretary.page.get_by_role("row", name=re.compile("Nel Bakker 2 van"))).to_be_visible()
    for screen in (secretary, cas):
        expect(screen.page.get_by_text("Er staat veel te veel in.")).to_have_count(0)
    nel.page.reload()
    nel.settle()
    expect(item(nel, 1)[1]).to_have_value("Er staat niets te veel in.")
    keeps_the_rules(nel)
    keeps_the_rules(secretary)
    press(secretary, "Sluit de ronde")
    for screen in members:
        live(screen, "Ronde 1 is gesloten.")
        expect(screen.page.get_by_text("Er staat veel te veel in.").first).to_be_visible()


def second_round(secretary: Screen, members: list[Screen]) -> None:
    """Answer once more; one member objects, under a name."""
    press(secretary, "Open een nieuwe ronde")
    for screen in members:
        live(screen, "Ronde 2 is open.")
        say(screen, 1, "Eens")
        say(screen, 0, "Ja")
    cas = members[-1]
    say(cas, 0, "Nee, ik heb bezwaar", OBJECTION)
    cas.page.get_by_text("Zet mijn naam bij mijn bezwaar").click()
    cas.settle()
    press(secretary, "Sluit de ronde")
    expect(secretary.page.get_by_text("De leden kwamen dichter bij elkaar.")).to_be_visible()
    if "DATABASE_URL" not in secretary.server.settings:
        assert faults(secretary) == []


def with_the_keyboard(screen: Screen) -> None:
    """Answer the first statement without a mouse."""
    item(screen, 1)[0].get_by_role("radio").first.focus()
    screen.page.keyboard.press("Space")
    screen.settle()
    expect(item(screen, 1)[0].get_by_role("radio", name="Helemaal oneens")).to_be_checked()
    expect(screen.page.get_by_text("Bewaard.").first).to_be_visible()


def open_session(secretary: Screen) -> None:
    """Open a session of everybody, with names."""
    page = secretary.page
    keeps_the_rules(secretary)
    page.get_by_text("Op naam", exact=True).click()
    field = page.get_by_role("combobox", name="Wie nodig je uit?")
    for name in MEMBERS.values():
        field.fill(name)
        page.keyboard.press("Enter")
        secretary.settle()
    page.keyboard.press("Escape")
    press(secretary, "Open de sessie")
    expect(page.get_by_text("3 leden zijn uitgenodigd.")).to_be_visible()
    keeps_the_rules_opened(secretary)


def advise(secretary: Screen) -> None:
    """Write the advice the answers point at."""
    page = secretary.page
    expect(page.get_by_text("De antwoorden wijzen op: verdeeld.")).to_be_visible()
    page.get_by_label("Wat adviseert het netwerk?").fill("De leden zijn het niet eens.")
    page.get_by_label("Wat moet er gebeuren bij voorwaarde 1?").fill("Bel voor de brief")
    page.get_by_label("Wie zorgt voor voorwaarde 1?").fill("Proceseigenaar")
    page.get_by_label("Wanneer is voorwaarde 1 klaar?").fill("1-2-2027")
    press(secretary, "Geef het advies")
    expect(page.get_by_role("heading", name="Advies van het ethisch netwerk")).to_be_visible(timeout=LIVE)
    expect(page.get_by_text(f"{OBJECTION} (Cas Postma)")).to_be_visible()
    keeps_the_rules_opened(secretary)


def decide(clerk: Screen) -> None:
    """Record the decision; what the network advised stands ready in the form."""
    page = clerk.page
    page.locator("summary").filter(has_text="Leg het besluit vast").click()
    expect(page.get_by_label("Voorwaarde 1", exact=True)).to_have_value("Bel voor de brief")
    page.get_by_text("doorgaan onder voorwaarden", exact=True).click()
    page.get_by_text("college van burgemeester en wethouders", exact=True).click()
    page.get_by_label("Datum van het besluit, bijvoorbeeld 22-11-2026").fill("20-11-2026")
    page.get_by_label("Nummer van het besluit").fill("2026/77")
    page.keyboard.press("Tab")
    clerk.settle()
    keeps_the_rules(clerk)
    press(clerk, "Leg het besluit vast")
    expect(page.locator(".ws-road-now")).to_contain_text("doorgaan onder voorwaarden")


def pdf_of(screen: Screen, assessment: UUID) -> str:
    """Download the summary; return its text."""
    screen.open(f"/uitkomst?id={assessment}")
    with screen.page.expect_download(timeout=60_000) as download:
        screen.page.get_by_role("button", name="Download de collegesamenvatting (PDF)").click()
    with pypdfium2.PdfDocument(io.BytesIO(Path(download.value.path()).read_bytes())) as document:
        pages = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
    return " ".join(" ".join(pages).split())
