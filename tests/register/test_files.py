"""Files with a list, as they come: in every encoding and with every fault."""

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from services import spreadsheets, workbooks
from services.spreadsheet_errors import Why
from services.spreadsheets import FileUnreadable, read_file
from tests.register.sheets import as_csv, as_workbook

ROWS = [("Naam", "Leverancier"), ("Privé, groot; fijn", 'De "Zaak"'), ("Café\nin twee regels", "€ 5")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_csv_is_read_whatever_its_encoding_and_sign(encoding, sign):
    (sheet,) = read_file(as_csv(ROWS, sign).encode(encoding))

    assert sheet.rows == tuple(ROWS)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_csv_is_read_whatever_ends_its_lines(end):
    (sheet,) = read_file(end.join(["a;b", "", "c;d", ""]).encode())

    assert sheet.rows == (("a", "b"), (), ("c", "d"))


def test_csv_that_says_which_sign_it_uses_is_believed():
    (sheet,) = read_file(b"sep=|\na;b|c,d\n")

    assert sheet.rows == ((), ("a;b", "c,d"))


def test_text_with_more_commas_than_semicolons_is_still_read_by_its_columns():
    (sheet,) = read_file(b"naam;doel\nA;een, twee, drie\nB;vier, vijf, zes\n")

    assert sheet.rows[2] == ("B", "vier, vijf, zes")


def test_apostrophe_that_keeps_a_cell_from_running_is_taken_away():
    (sheet,) = read_file(b"a;b\n'=1+1;'s avonds\n'-x;'@y\n")

    assert sheet.rows[1:] == (("=1+1", "'s avonds"), ("-x", "@y"))


def test_workbook_gives_values_as_people_read_them():
    cells = (1.0, 2.5, True, date(2026, 9, 30), datetime.fromisoformat("2026-09-30 12:30"), None, " x ")
    (sheet,) = read_file(as_workbook(cells, (), ("a",)))

    assert sheet.rows == (("1", "2,5", "ja", "2026-09-30", "2026-09-30 12:30:00", "", " x "), (), ("a",))


def test_hidden_and_empty_sheets_are_left_out():
    assert [sheet.title for sheet in read_file(as_workbook(("a",), hidden=True))] == ["Sheet"]


def test_cells_merged_downwards_hold_for_each_row_and_across_for_the_first():
    down = as_workbook(("Sociaal", "A"), (None, "B"), ("Fysiek", "C"), merged="A1:A2")
    across = as_workbook(("Overzicht", None), ("A", "B"), merged="A1:B1")

    assert read_file(down)[0].rows == (("Sociaal", "A"), ("Sociaal", "B"), ("Fysiek", "C"))
    assert read_file(across)[0].rows == (("Overzicht",), ("A", "B"))


def formula(outcome, attributes=""):
    """Give a workbook with a formula, and what the program that wrote it kept of its outcome."""
    return changed(
        as_workbook(("Naam",), (1,)),
        "xl/worksheets/sheet1.xml",
        lambda text: text.replace(
            b'<c r="A2" t="n"><v>1</v></c>', f'<c r="A2"{attributes}><f>1+1</f>{outcome}</c>'.encode()
        ),
    )


def changed(book, part, change):
    """Give a workbook of which one part is written anew."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            after = change(text) if name == part else text
            assert name != part or after != text
            new.writestr(name, after)
    return made.getvalue()


def archive(**parts):
    """Give an archive with these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name.replace("__", "/").replace("_", "."), content)
    return made.getvalue()


def of_rows(count):
    """Give a workbook with a cell in row 1 and in row `count`."""
    book = Workbook(write_only=False)
    book.active.cell(1, 1, "Naam")
    book.active.cell(count, 1, "A")
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_formula_gives_its_outcome_and_never_itself():
    assert read_file(formula("<v>2</v>"))[0].rows == (("Naam",), ("2",))
    assert read_file(formula("<v></v>", ' t="str"'))[0].rows == (("Naam",),)


WHOLE = as_workbook(("Naam",), ("A",))


def claiming(rows, merged=b""):
    """Give a workbook of a few bytes that claims to be enormous."""
    told = b"</sheetData><mergeCells>" + merged + b"</mergeCells>" if merged else b"</sheetData>"
    return changed(WHOLE, "xl/worksheets/sheet1.xml", lambda text: text.replace(b"</sheetData>", rows + told))


BOMB = archive(xl__workbook_xml="x", xl__a_xml=b" " * (workbooks.MAX_UNPACKED + 1))
MUSEUM = {
    "nothing": (b"", Why.EMPTY),
    "only_spaces": (b" \n\n ", Why.EMPTY),
    "only_signs": (b";;;\n;;;\n", Why.EMPTY),
    "empty_workbook": (as_workbook(), Why.EMPTY),
    "old_excel": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100, Why.OLD),
    "picture": (b"\x89PNG\r\n\x1a\n\x00\x00", Why.OTHER),
    "letter": (archive(word__document_xml="<x/>"), Why.OTHER),
    "open_document": (archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"), Why.OTHER),
    "half_a_workbook": (WHOLE[: len(WHOLE) // 2], Why.BROKEN),
    "bad_bytes": (WHOLE[:200] + b"\xff" * 50 + WHOLE[250:], Why.BROKEN),
    "no_xml": (changed(WHOLE, "xl/worksheets/sheet1.xml", lambda text: text[:-20]), Why.BROKEN),
    "no_parts": (archive(xl__workbook_xml="<workbook/>"), Why.BROKEN),
    "entities": (
        changed(WHOLE, "xl/workbook.xml", lambda text: b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + text),
        Why.BROKEN,
    ),
    "entities_in_utf_16": (
        changed(
            WHOLE,
            "xl/workbook.xml",
            lambda text: ('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x>' + text.decode()).encode(
                "utf-16"
            ),
        ),
        Why.BROKEN,
    ),
    "bomb": (BOMB, Why.LARGE),
    "formula_without_outcome": (formula("<v></v>"), Why.FORMULAS),
    "formula_without_anything": (formula(""), Why.FORMULAS),
    "far_row": (of_rows(workbooks.MAX_ROWS + 1), Why.ROWS),
    "many_rows": (b"a;b\n" * (workbooks.MAX_ROWS + 1), Why.ROWS),
    "row_that_is_never_reached": (claiming(b'<row r="99999999999"/>'), Why.ROWS),
    "far_more_lines_than_fit": (b"a;b\n" + b"\n" * (workbooks.MAX_READ + 1) + b"c;d\n", Why.ROWS),
    "column_that_would_be_lost": (as_workbook(("naam", *"x" * workbooks.MAX_COLUMNS)), Why.COLUMNS),
    "many_columns": (b"naam" + b";x" * workbooks.MAX_COLUMNS, Why.COLUMNS),
    "merged_over_everything": (claiming(b"", b'<mergeCell ref="A1:XFD1048576"/>'), Why.LARGE),
    "merged_in_a_way_we_cannot_count": (claiming(b"", b"<mergeCell ref='A1:XFD1048576'/>"), Why.BROKEN),
    "quote_that_never_ends": (b'naam;doel\nA;"begin\nB;c\n', Why.QUOTE),
    "quote_in_the_middle": (b'naam;doel\n"A"B;c\n', Why.QUOTE),
}


@pytest.mark.parametrize("piece", MUSEUM)
def test_bad_file_is_refused_with_a_way_out(piece):
    content, why = MUSEUM[piece]

    with pytest.raises(FileUnreadable) as refusal:
        read_file(content)

    assert refusal.value.why is why


def test_fault_in_a_csv_names_its_line():
    with pytest.raises(FileUnreadable, match="Rond regel 3"):
        read_file(b'naam;doel\nA;b\n"C"D;e\n')


def test_unfinished_tags_do_not_keep_the_reader_busy():
    busy = changed(
        WHOLE,
        "xl/worksheets/sheet1.xml",
        lambda text: text.replace(b"<sheetData>", b"<sheetData>" + b"<c " * 300_000),
    )

    with pytest.raises(FileUnreadable):
        read_file(busy)


def test_file_that_is_too_large_is_refused_unread(monkeypatch):
    monkeypatch.setattr(spreadsheets, "MAX_BYTES", 10)

    with pytest.raises(FileUnreadable, match="te groot"):
        read_file(WHOLE)


@pytest.mark.parametrize("cut", range(0, 100, 7))
def test_workbook_that_was_cut_off_anywhere_never_fails_otherwise(cut):
    with pytest.raises(FileUnreadable):
        read_file(WHOLE[: len(WHOLE) * cut // 100])


def test_what_a_sheet_says_of_its_own_size_is_not_believed():
    lying = changed(
        WHOLE,
        "xl/worksheets/sheet1.xml",
        lambda text: text.replace(b'ref="A1:A2"', b'ref="A1:XFD1048576"'),
    )

    assert read_file(lying)[0].rows == (("Naam",), ("A",))
