"""Bringing a file into the register: what it will do, all of it or nothing, and what to mend."""

from pathlib import Path

import pytest

from services import register
from services.roles import Role
from services.users import User
from tests.browser import messy
from tests.pages.conftest import App, Screen
from ui import context
from ui.register import preview, uploading

CSV = "text/csv"
FEW = """Nr;Algoritme;Domein;Risico
7;Parkeren;Fysiek;Laag
8;Bijstand;Sociaal;misschien
9;Zwembad;Fysiek;Hoog
"""


def uploaded(app: App, content: bytes, name: str = "lijst.csv", kind: str = CSV) -> Screen:
    """Open the page and give it a file."""
    screen = app.place("register-importeren")
    screen.test.file_uploader[0].set_value((name, content, kind))
    return screen.run()


def looked(app: App, text: str = FEW) -> Screen:
    """Give a list, and look what would happen."""
    screen = uploaded(app, text.encode())
    screen.press("Bekijk wat er gaat gebeuren")
    return screen


def column(screen: Screen, head: str) -> object:
    """Return the choice for the column with this name."""
    return next(each for each in screen.test.selectbox if each.label.endswith(f": {head}"))


def kept(app: App) -> dict[str, str]:
    """Return the names in the register by number."""
    return {entry.number: entry.name for entry in register.every(app.store, app.user)}


def test_messy_workbook_is_read_and_told_row_by_row(app: App, tmp_path: Path) -> None:
    file = tmp_path / "lijst.xlsx"
    messy.write(file)
    screen = uploaded(app, file.read_bytes(), "lijst.xlsx")
    assert column(screen, "AFDELING").value == "domein"
    assert column(screen, "Kolom zonder betekenis").value == ""
    screen.press("Bekijk wat er gaat gebeuren")

    assert "Nieuw: 260. Verandert: 0. Blijft gelijk: 0. Kan niet: 40." in screen.words
    assert "Rij 11 Algoritme 007 Status: 'misschien' staat niet in de lijst." in screen.words
    assert kept(app) == {}


def test_refused_rows_stop_all_until_one_leaves_them_out(app: App) -> None:
    screen = looked(app)
    assert "Nieuw: 2. Verandert: 0. Blijft gelijk: 0. Kan niet: 1." in screen.words
    assert next(each for each in screen.test.button if each.label.startswith("Zet 2")).disabled

    screen.test.checkbox(key=preview.WITHOUT).check()
    screen.run()
    screen.press("Zet 2 algoritmes in het register")
    assert "Nieuw: 2. Veranderd: 0. Al gelijk: 0. Weggelaten: 1." in screen.words
    assert kept(app) == {"7": "Parkeren", "9": "Zwembad"}


def test_second_time_tells_what_changes_in_words(app: App) -> None:
    screen = looked(app, FEW.replace("misschien", "Laag"))
    screen.press("Zet 3 algoritmes in het register")
    screen.press("Importeer nog een bestand")
    screen.test.file_uploader[0].set_value(("lijst.csv", FEW.replace("misschien", "Hoog").encode(), CSV))
    screen.run()
    screen.press("Bekijk wat er gaat gebeuren")

    assert "Nieuw: 0. Verandert: 1. Blijft gelijk: 2. Kan niet: 0." in screen.words
    assert "Eigen inschatting van het risico. Eerst: Laag. Nu: Hoog." in screen.words
    screen.press("Zet 1 algoritme in het register")
    assert register.shares(app.store, app.user)["eigen_risico"] == {"laag": 1, "hoog": 2}


def test_file_that_changes_nothing_says_so(app: App) -> None:
    text = FEW.replace("misschien", "Laag")
    looked(app, text).press("Zet 3 algoritmes in het register")

    assert "Dit bestand verandert niets in het register." in looked(app, text).words


def test_other_columns_can_be_chosen(app: App) -> None:
    screen = uploaded(app, b"Iets;Wat\nParkeren;Auto's tellen\n")
    column(screen, "Iets").set_value("naam")
    column(screen, "Wat").set_value("doel")
    screen.run()
    screen.press("Bekijk wat er gaat gebeuren")
    screen.press("Zet 1 algoritme in het register")

    assert [entry.value("doel") for entry in register.every(app.store, app.user)] == ["Auto's tellen"]


def test_other_header_can_be_chosen(app: App) -> None:
    screen = uploaded(app, b"Naam;Doel\nalgoritme;waarvoor\nParkeren;Tellen\n")
    next(each for each in screen.test.selectbox if each.label.startswith("In welke rij")).set_value(2)
    screen.run()
    screen.press("Bekijk wat er gaat gebeuren")

    assert "Nieuw: 1." in screen.words
    assert "Rij 3 Parkeren" in screen.words


@pytest.mark.parametrize(
    "columns,says",
    [
        ({"Iets": "", "Wat": ""}, "Kies in welke kolom de naam van het algoritme staat."),
        ({"Iets": "naam", "Wat": "naam"}, "Twee kolommen heten nu 'Naam'."),
    ],
    ids=["none", "twice"],
)
def test_columns_without_sense_are_told(app: App, columns: dict[str, str], says: str) -> None:
    screen = uploaded(app, b"Iets;Wat\nParkeren;Auto's tellen\n")
    for head, field in columns.items():
        column(screen, head).set_value(field)
    screen.run()
    screen.press("Bekijk wat er gaat gebeuren")

    assert says in screen.words


def test_what_was_shown_goes_when_another_column_is_chosen(app: App) -> None:
    screen = looked(app)
    column(screen, "Risico").set_value("")
    screen.run()

    assert "4. Zet het in het register" not in screen.words


def test_register_that_changed_meanwhile_is_looked_at_again(app: App) -> None:
    screen = looked(app, FEW.replace("misschien", "Laag"))
    register.add(app.store, app.user, {"naam": "Parkeren", "domein": "fysiek"})
    screen.press("Zet 3 algoritmes in het register")

    assert "4. Zet het in het register" not in screen.words
    assert [element.value for element in screen.test.error]
    assert len(kept(app)) == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\x01\x02\x03" * 100, b"PK\x03\x04onzin", b"%PDF-1.7\n\x00\x9c", b"\xd0\xcf\x11\xe0oud"],
)
def test_nonsense_gets_a_clear_message(app: App, content: bytes) -> None:
    screen = uploaded(app, content, "lijst.xlsx")

    assert len(screen.test.error) == 1
    assert "2. Kijk of we het goed lezen" not in screen.words
    assert not [each for each in screen.test.button if each.label.startswith("Zet")]


def test_cells_are_shown_as_they_were_typed(app: App) -> None:
    words = uploaded(app, b"Naam;<b>Kop</b> *x*\n<i>Parkeren</i>;<script>\n").words

    assert "Bijvoorbeeld: <i>Parkeren</i>" in words


def test_rows_to_mend_come_along_as_they_stood_in_the_file(app: App) -> None:
    looked(app)
    (sheet,) = uploading.register_import.read_file(FEW.encode())
    layout = uploading.register_import.guess(sheet)
    made = preview.refused_sheet(uploading.register_import.plan(app.store, app.user, sheet, layout))

    assert made.columns == ("Rij in het bestand", "Waarom niet", "Nr", "Algoritme", "Domein", "Risico")
    ((number, reason, *cells),) = made.rows
    assert number == 3
    assert "'misschien' staat niet in de lijst" in str(reason)
    assert cells == ["8", "Bijstand", "Sociaal", "misschien"]


def test_reader_brings_in_nothing(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "user", lambda: User("leo", "Leo", frozenset({Role.READER})))
    screen = app.place("register-importeren")

    assert "Je mag dit niet doen." in screen.words
    assert not screen.test.file_uploader


def test_cell_of_a_thousand_words_leaves_room_for_the_other_rows(app: App) -> None:
    long = "lang " * 5000
    screen = looked(app, f"Nr;Algoritme;Domein;Risico;Status\n7;{long};Fysiek;{long};{long}\n{long};B;;;\n")

    assert "Kan niet: 2" in screen.words
    assert len(screen.words) < 10_000
