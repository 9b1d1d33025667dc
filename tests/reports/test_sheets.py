"""Tables as files: read back by openpyxl and pandas, which nobody here wrote."""

import io
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from zipfile import ZipFile

import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from reports.sheets import LONGEST, Sheet, csv_bytes, harmless, xlsx_bytes


def sheet(*rows, columns=("Naam", "Waarde"), title="Kosten"):
    """Make a sheet of two columns."""
    return Sheet(title, columns, rows)


def cells(made):
    """Read the rows of the first sheet of a workbook, without its heading."""
    return [list(row) for row in load_workbook(io.BytesIO(made)).active.iter_rows(min_row=2)]


def frame(made):
    """Read a CSV as a Dutch spreadsheet does."""
    return pandas.read_csv(io.BytesIO(made), sep=";", decimal=",", encoding="utf-8-sig")


def test_another_program_reads_numbers_and_days_as_such():
    made = sheet(("Inkoop", Decimal("-1234.50")), ("Beheer", 12))
    days = sheet((date(2026, 11, 22), datetime(2026, 11, 22, 13, tzinfo=timezone(timedelta(hours=1)))))

    assert frame(csv_bytes(made))["Waarde"].tolist() == [-1234.5, 12.0]
    assert [row[1].value for row in cells(xlsx_bytes(made))] == [-1234.5, 12]
    read = pandas.read_excel(io.BytesIO(xlsx_bytes(days)))
    assert read.iloc[0].tolist() == [pandas.Timestamp("2026-11-22"), pandas.Timestamp("2026-11-22 12:00")]
    assert csv_bytes(days).decode("utf-8-sig").splitlines()[1] == "2026-11-22;2026-11-22 12:00:00"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\ufeff=1", "−2"]
)
def test_text_that_looks_like_a_formula_stays_text(text):
    made = sheet((text, 1), columns=(text, "Waarde"))

    assert harmless(text) == f"'{text}"
    assert csv_bytes(made).decode("utf-8-sig").count(f"'{text}") == 2
    (cell, _number), *_none = cells(xlsx_bytes(made))
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert b"<f>" not in ZipFile(io.BytesIO(xlsx_bytes(made))).read("xl/worksheets/sheet1.xml")


def test_ordinary_words_stay_as_they_are():
    assert harmless("Anna - 3 = 4") == "Anna - 3 = 4"


def test_number_below_zero_is_no_formula():
    (negative, _other), *_none = cells(xlsx_bytes(sheet((-3, 1))))

    assert negative.data_type == "n"
    assert csv_bytes(sheet((-3, -0.5))).decode("utf-8-sig").splitlines()[1] == "-3;-0,5"


@given(st.text(max_size=30), st.text(max_size=30))
@settings(max_examples=25)
def test_any_text_can_be_written_and_read(first, second):
    made = sheet((first, second), columns=("Naam", second or "Kop"), title=first)

    for cell in (cell for row in cells(xlsx_bytes(made)) for cell in row):
        assert cell.data_type in {"s", "n"}
    assert csv_bytes(made).startswith(b"\xef\xbb\xbf")


@given(
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=30)
)
@settings(max_examples=25)
def test_what_was_typed_comes_back(text):
    ((first, _second),) = cells(xlsx_bytes(sheet((text, 1))))

    assert (first.value or "") == text.translate({0xFFFE: None, 0xFFFF: None})


def test_escape_of_a_spreadsheet_that_somebody_typed_is_no_escape():
    part = ZipFile(io.BytesIO(xlsx_bytes(sheet(("_x0041_", 1))))).read("xl/worksheets/sheet1.xml")

    assert b"_x005F_x0041_" in part


def test_control_signs_that_xlsx_refuses_are_left_out():
    ((first, second),) = cells(xlsx_bytes(sheet(("a\x00b\x0bc\ud800", "regel 1\r\nregel 2"))))

    assert (first.value, second.value) == ("abc", "regel 1\nregel 2")


def test_text_too_long_for_a_cell_says_so_and_stays_whole_in_the_csv():
    long = "a" * (LONGEST + 1)
    ((first, _second),) = cells(xlsx_bytes(sheet((long, 1))))

    assert len(first.value) == LONGEST
    assert first.value.endswith("staat in het CSV-bestand)")
    assert long in csv_bytes(sheet((long, 1))).decode("utf-8-sig")


def test_number_with_more_digits_than_a_spreadsheet_keeps_is_text():
    ((first, second),) = cells(xlsx_bytes(sheet((12345678901234567, float("inf")))))

    assert (first.value, second.value) == ("12345678901234567", "inf")


def test_the_same_sheet_gives_the_same_bytes():
    parts = ZipFile(io.BytesIO(xlsx_bytes(sheet(("a", 1)))))

    assert xlsx_bytes(sheet(("a", 1))) == xlsx_bytes(sheet(("a", 1)))
    assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"2000-01-01T00:00:00Z</dcterms:modified>" in parts.read("docProps/core.xml")


def test_workbook_has_a_title_a_language_and_a_heading_that_stays():
    book = load_workbook(io.BytesIO(xlsx_bytes(sheet(("a" * 40, None), title="Kosten: per [regel]"))))
    page = book.active

    assert (book.properties.title, book.properties.language) == ("Kosten: per [regel]", "nl")
    assert page.title == "Kosten  per  regel"
    assert page.freeze_panes == "A2"
    assert page["A1"].font.bold
    assert page.column_dimensions["A"].width == 42
    assert page["B2"].value is None


def test_two_sheets_of_the_same_long_name_both_fit():
    names = load_workbook(io.BytesIO(xlsx_bytes(*[sheet(title="n" * 40)] * 2))).sheetnames

    assert names == ["n" * 31, "n" * 29 + " 2"]


def test_moment_is_written_in_utc_without_parts_of_a_second():
    made = sheet((datetime(2026, 1, 1, 12, 30, 5, 123, tzinfo=UTC), True))

    assert csv_bytes(made).decode("utf-8-sig").splitlines()[1] == "2026-01-01 12:30:05;ja"
    assert cells(xlsx_bytes(made))[0][0].value == datetime.fromisoformat("2026-01-01T12:30:05")


def test_day_that_a_spreadsheet_counts_wrongly_is_text():
    assert cells(xlsx_bytes(sheet((date(1800, 1, 2), 1))))[0][0].value == "1800-01-02"


def test_row_of_another_length_is_refused():
    with pytest.raises(ValueError, match="another length"):
        sheet(("a", 1, 2))
