"""The second look on the screen: beside each algorithm, and as a list of where to begin."""

from collections.abc import Callable

import pytest

from assessment.register.entry import Entry
from services import register, register_import
from services.register import Wanted
from tests.pages.conftest import App, Screen
from ui import context, links, sheets
from ui.sheets import Sheet


@pytest.fixture
def enschede(app: App) -> Callable[[str], Entry]:
    """A way to look up one of the 70 algorithms of the report, which are in the register."""
    register_import.load_example(app.store, app.user)

    def find(name: str) -> Entry:
        (entry,) = register.page(app.store, app.user, Wanted(search=name))
        return entry

    return find


def rows(screen: Screen) -> list[str]:
    """Return the names in the list, in order."""
    html = screen.html
    found = html.split('<th scope="row" role="rowheader">')[1:]
    return [row.split("<span>")[2].split("</span>")[0] for row in found]


def test_entry_shows_its_second_look_with_reason_words_and_question(
    app: App, enschede: Callable[[str], Entry]
) -> None:
    screen = app.place(links.ENTRY, id=str(enschede("OVSH").id))

    assert (2, "Tweede blik") in screen.headings
    assert "Waarschijnlijk hoger" in screen.words
    assert "Volgens het register is de trede minstens beperkt." in screen.words
    assert "Wat doet het algoritme met de uitkomst?" in screen.words
    assert "In het register staat: ‘kiest zonder medewerker de afdeling’." in screen.words
    assert "Het register zegt te weinig om dat uit te sluiten." in screen.words


def test_list_begins_with_what_is_probably_rated_too_low(app: App, enschede: Callable[[str], Entry]) -> None:
    screen = app.place(links.SECOND_LOOK)

    assert "Bij 9 algoritmes is de eigen inschatting waarschijnlijk te laag." in screen.words
    assert "Bij 18 algoritmes is nader onderzoek nodig." in screen.words
    assert rows(screen)[:3] == ["iBurgerzaken", "Compas", "RIS Matching"]
    assert len(rows(screen)) == 25


def test_one_signal_can_be_picked(app: App, enschede: Callable[[str], Entry]) -> None:
    screen = app.place(links.SECOND_LOOK)
    screen.test.selectbox(key="ws-tweede-blik-toon").set_value("waarschijnlijk_hoger")
    screen.run()

    assert len(rows(screen)) == 9
    assert "OVSH" in rows(screen)


def test_register_that_is_empty_has_nothing_to_look_at(app: App) -> None:
    screen = app.place(links.SECOND_LOOK)

    assert "In het register staan 0 algoritmes." in screen.words
    assert "Geen algoritmes met dit signaal." in screen.words


def test_list_is_taken_along_with_reason_and_question(app: App, enschede: Callable[[str], Entry]) -> None:
    screen = app.place(links.SECOND_LOOK)

    labels = [element.proto.label.replace("\\", "") for element in screen.test.get("download_button")]

    assert labels == ["Tweede blik als CSV", "Tweede blik als Excel"]


def test_file_holds_every_marked_algorithm_with_reason_and_question(
    app: App, enschede: Callable[[str], Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[Callable[[], Sheet]] = []
    monkeypatch.setattr(sheets, "offer", lambda _name, make: offered.append(make))
    app.place(links.SECOND_LOOK)

    sheet = offered[0]()

    assert len(sheet.rows) == 27
    row = dict(zip(sheet.columns, next(row for row in sheet.rows if row[1] == "OVSH"), strict=True))
    assert row["Signaal"] == "Waarschijnlijk hoger"
    assert row["Begin met deze vraag"] == "Wat doet het algoritme met de uitkomst?"
    assert row["Afgeronde afweging"] == "Nee"


def test_register_shows_signal_and_bounds_and_leads_to_the_list(
    app: App, enschede: Callable[[str], Entry]
) -> None:
    html = app.place(links.REGISTER, zoek="OVSH").html

    assert "ws-signal-waarschijnlijk_hoger" in html
    assert "<small>minstens beperkt</small>" in html
    assert 'href="tweede-blik"' in html


def test_assessment_that_starts_from_an_entry_has_what_is_known(
    app: App, enschede: Callable[[str], Entry]
) -> None:
    entry = enschede("OVSH")
    screen = app.place(links.ENTRY, id=str(entry.id))
    next(b for b in screen.test.button if b.key == "ws-begin-afweging").click()
    screen.run()

    (linked,) = register.assessments_of(app.store, app.user, entry.id)
    assert app.current(linked.assessment.id)["d_functie"].value == "beslissend"


def test_who_may_not_see_the_register_sees_no_second_look(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "may", lambda _action, _assessment=None: False)

    assert "Bij 0 algoritmes" not in app.place(links.SECOND_LOOK).words
