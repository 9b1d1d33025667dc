"""Which column holds which field, guessed from headers as people write them."""

from assessment.register.columns import guess
from assessment.register.fields import register_fields
from assessment.register.sheet import Layout, Sheet, data_rows
from assessment.register.table import titles
from texts import LANGUAGES, speaking


def guessed(*rows):
    return guess(Sheet("Lijst", rows))


def test_header_is_found_below_a_title_and_empty_rows():
    layout = guessed(("Overzicht 2026",), (), ("Nr.", "Applicatie", "Risico"), ("1", "Parkeren", "Laag"))

    assert layout == Layout(3, ("nummer", "naam", "eigen_risico"))


def test_header_is_recognised_with_capitals_remarks_and_typing_errors():
    layout = guessed(("NAAM ALGORITME", "Status (jan. 2026)", "Leverencier", "Rol-in-het-besluit"))

    assert layout.columns == ("naam", "status", "leverancier", "werking")


def test_column_that_nobody_knows_is_left_out():
    assert guessed(("Naam", "Kleur", ""), ("Parkeren", "rood", "", "los")).columns == ("naam", "", "", "")


def test_each_field_goes_to_one_column_and_the_exact_name_wins():
    assert guessed(("Systeem", "Algoritme", "Naam van het")).columns == ("naam", "", "")
    assert guessed(("Naam (oud)", "Naam")).columns == ("", "naam")


def test_sheet_without_any_known_header_begins_at_its_first_row():
    assert guessed((), ("rood", "blauw")) == Layout(2, ("", ""))


def test_own_export_is_recognised_completely():
    for language in LANGUAGES:
        with speaking(language):
            assert guessed(titles()).columns == ("nummer", *register_fields())


def test_empty_rows_and_repeated_headers_are_no_data():
    rows = (("Naam", "Status"), (), ("A", "x"), ("Naam", "Status"), ("", " "), ("B",))
    layout = Layout(1, ("naam", "status"))

    assert [(number, cells["naam"]) for number, cells in data_rows(Sheet("", rows), layout)] == [
        (3, "A"),
        (6, "B"),
    ]
