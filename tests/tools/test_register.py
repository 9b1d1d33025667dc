"""The register on the command line."""

import pytest

from assessment.faults import Fault
from services import register
from services.users import local_user
from storage.store import Store
from tools.__main__ import main

LIST = "Nr;Naam;Risico\n1;Parkeren;Laag\n2;Zoeken;{rating}\n"


@pytest.fixture
def database(tmp_path, monkeypatch):
    """The address of a database that does not exist yet."""
    url = f"sqlite:///{tmp_path / 'weegschaal.db'}"
    monkeypatch.setenv("DATABASE_URL", url)
    return url


@pytest.fixture
def write(tmp_path):
    """Write a file; give its name."""

    def written(text):
        path = tmp_path / "lijst.csv"
        path.write_text(text, "utf-8")
        return str(path)

    return written


def kept(url):
    """Give name and rating of what is in the register."""
    store = Store(url)
    try:
        entries = register.every(store, local_user())
    finally:
        store.close()
    return [(entry.name, entry.value("eigen_risico")) for entry in entries]


def test_import_prints_its_plan_and_carries_it_out(database, write, capsys):
    assert main(["register", "import", write(LIST.format(rating="Hoog"))]) == 0
    assert main(["register", "import", write(LIST.format(rating="Laag"))]) == 0

    out = capsys.readouterr().out
    assert "column 'Risico': eigen_risico" in out
    assert "row 3: new: Zoeken" in out
    assert "row 3: changed: Zoeken (eigen_risico: Hoog -> Laag)" in out
    assert "0 new, 1 changed, 1 unchanged, 0 refused." in out
    assert kept(database) == [("Parkeren", "laag"), ("Zoeken", "laag")]


def test_dry_run_writes_nothing(database, write, capsys):
    assert main(["register", "import", write(LIST.format(rating="Hoog")), "--dry-run"]) == 0

    assert "2 new" in capsys.readouterr().out
    assert kept(database) == []


def test_refused_row_stops_all_unless_it_is_left_out(database, write, capsys):
    file = write(LIST.format(rating="raar"))

    assert main(["register", "import", file, "--dry-run"]) == 1
    assert main(["register", "import", file]) == 1
    assert kept(database) == []
    assert main(["register", "import", file, "--leave-out-refused"]) == 1
    assert kept(database) == [("Parkeren", "laag")]
    told = capsys.readouterr()
    assert "row 3: refused: Zoeken: Eigen inschatting van het risico: 'raar' staat niet" in told.out
    assert "Er is niets overgenomen" in told.err


@pytest.mark.parametrize(
    "text,arguments,words",
    [
        ("", [], "Dit bestand is leeg"),
        ("Kleur;Maat\nrood;1\n", [], "in welke kolom de naam"),
        ("Naam;Doel\nA;b\n", ["--sheet", "Blad 2"], "has no sheet 'Blad 2', but: CSV"),
        ("Naam;Doel\nA;b\n", ["--database", "onzin"], "DATABASE_URL"),
    ],
)
def test_what_cannot_be_read_gives_2_and_says_why(database, write, capsys, text, arguments, words):
    assert main(["register", "import", write(text), *arguments]) == 2

    assert words in capsys.readouterr().err


def test_data_files_of_the_register_have_no_faults(capsys):
    assert main(["register", "check"]) == 0

    assert "no faults" in capsys.readouterr().out


def test_fault_in_a_file_with_fields_is_printed_with_its_line(write, capsys):
    assert main(["register", "check", write("sources: {}\nfields: 3\n")]) == 1

    assert "lijst.csv:2: the file has a wrong 'fields'" in capsys.readouterr().err


def test_row_of_the_example_that_cannot_be_imported_is_a_fault(monkeypatch, capsys):
    from services import register_import
    from services.spreadsheets import read_file

    (sheet,) = read_file(LIST.format(rating="raar").encode())
    monkeypatch.setattr(register_import, "example", lambda: (sheet, register_import.guess(sheet)))

    assert main(["register", "check"]) == 1
    assert "enschede.csv:3: this row cannot be imported" in capsys.readouterr().err


def test_every_entry_is_looked_at_again(database, write, capsys):
    main(["register", "import", write(LIST.format(rating="hoog"))])
    capsys.readouterr()

    assert main(["register", "look"]) == 0

    assert capsys.readouterr().out == (
        "2 entries in framework 2026.1: 0 waarschijnlijk_hoger, 0 nader_onderzoek, 2 geen.\n"
    )


def test_second_look_at_what_is_no_database_says_why(tmp_path, capsys):
    (tmp_path / "brief.txt").write_text("Geen database, maar wel lang genoeg om dat te zien. " * 9, "utf-8")

    assert main(["register", "look", "--database", f"sqlite:///{tmp_path / 'brief.txt'}"]) == 2

    assert "Deze database is niet te gebruiken" in capsys.readouterr().err


def test_fault_in_the_second_look_is_found_by_the_check(capsys, monkeypatch):
    monkeypatch.setattr("tools.register.check_look", lambda _framework: [Fault("second_look.yaml", 3, "x.")])

    assert main(["register", "check"]) == 1

    assert "second_look.yaml:3: x." in capsys.readouterr().err
