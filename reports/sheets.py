"""Tables as files for a spreadsheet: CSV the way Dutch spreadsheets read it, and XLSX.

What people typed never runs as a formula in either. Numbers stay numbers, also below zero; days stay days.
"""

import csv
import io
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from texts import _, language

__all__ = ["CSV", "XLSX", "Cell", "Sheet", "csv_bytes", "harmless", "xlsx_bytes"]

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Cell = str | int | float | Decimal | date | datetime | bool | None

# A spreadsheet runs a cell that begins with one of these as a formula.
_STARTERS = tuple("=+-@\t\r\n＝＋－＠﹢﹣−")
_BLANK = " \u00a0\u200b\u200c\u200d\u2060\u3000\ufeff\u2000\u2001\u2002\u2003\u2009\u202f"
# What XML cannot hold at all.
_REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Excel reads this as one other character; with its own escape before it, it stays as it was typed.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
LONGEST = 32_767  # characters in a cell of XLSX
DIGITS = 15  # of a number that a spreadsheet keeps; a longer one is written as text
FIRST_DAY = date(1900, 3, 1)  # before this one a spreadsheet counts days wrongly
NARROW, WIDE, LOOKED_AT = 9, 60, 200
LONGEST_TITLE = 31
_MOMENT = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


@dataclass(frozen=True)
class Sheet:
    """A table with a heading on each column; the cells are plain, never markup.

    Moments are UTC, money is Decimal in euros.
    """

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]

    def __post_init__(self) -> None:
        wrong = [row for row in self.rows if len(row) != len(self.columns)]
        if wrong or not self.columns:
            raise ValueError(
                f"a sheet of {len(self.columns)} columns has rows of another length: {wrong[:3]}"
            )


def csv_bytes(sheet: Sheet) -> bytes:
    """Write a sheet as UTF-8 with a byte order mark, quoted as RFC 4180 says.

    Between the cells stand semicolons and in numbers a decimal comma: with commas a Dutch spreadsheet puts
    a whole row in one cell, and reads 1.5 as the first of May.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";")
    writer.writerow([harmless(column) for column in sheet.columns])
    writer.writerows([_plain(cell) for cell in row] for row in sheet.rows)
    return written.getvalue().encode("utf-8-sig", "replace")


def harmless(cell: str) -> str:
    """Keep a spreadsheet from running what somebody typed: an apostrophe makes it text."""
    return f"'{cell}" if _is_formula(cell) else cell


def xlsx_bytes(*sheets: Sheet) -> bytes:
    """Write sheets as one workbook; the same sheets give the same bytes."""
    book = Workbook(write_only=True)
    book.properties.title = _allowed(sheets[0].title)
    book.properties.creator = _("Weegschaal")
    book.properties.language = language()
    # A fixed moment: a file that differs only in when it was made is no other file.
    book.properties.created = datetime(2000, 1, 1)  # noqa: DTZ001 - this library takes no time zone
    taken: set[str] = set()
    for sheet in sheets:
        _fill(book.create_sheet(_free(sheet.title, taken)), sheet)
    written = io.BytesIO()
    book.save(written)
    return _without_clock(written)


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return harmless(cell.replace("\0", ""))
    if isinstance(cell, bool):
        return _("ja") if cell else _("nee")
    if isinstance(cell, float | Decimal):
        return format(cell, "f" if isinstance(cell, Decimal) else "").replace(".", ",")
    return str(_day(cell)) if isinstance(cell, date) else str(cell)


def _is_formula(text: str) -> bool:
    return text.lstrip(_BLANK).startswith(_STARTERS)


def _day(cell: date) -> date:
    """Give a day as it is, and a moment in UTC without a zone: spreadsheets know none."""
    if isinstance(cell, datetime) and cell.tzinfo:
        return cell.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    return cell


def _fill(page: Any, sheet: Sheet) -> None:
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
    for place, width in enumerate(_widths(sheet), start=1):
        page.column_dimensions[get_column_letter(place)].width = width
    page.append([_text(page, column, bold=True) for column in sheet.columns])
    for row in sheet.rows:
        page.append([_value(page, cell) for cell in row])


def _value(page: Any, cell: Cell) -> Any:
    if isinstance(cell, str):
        return _text(page, cell)
    if isinstance(cell, date):
        day = _day(cell)
        return str(day) if _before(day) else day
    if isinstance(cell, bool):
        return _("ja") if cell else _("nee")
    return _number(cell)


def _before(day: date) -> bool:
    return (day.date() if isinstance(day, datetime) else day) < FIRST_DAY


def _number(cell: int | float | Decimal | None) -> Any:
    if cell is None or (isinstance(cell, float) and math.isfinite(cell)):
        return cell
    # A spreadsheet silently makes zeros of the digits after these.
    is_kept = Decimal(cell).is_finite() and len(Decimal(cell).normalize().as_tuple().digits) <= DIGITS
    return cell if is_kept else _plain(cell)


def _text(page: Any, text: str, *, bold: bool = False) -> Any:
    allowed = _allowed(text)
    if not allowed:
        return None
    if not bold and not _is_formula(allowed) and "\n" not in allowed and len(allowed) <= WIDE:
        return allowed
    cell = WriteOnlyCell(page, allowed)
    cell.data_type = "s"
    # The mark of a spreadsheet itself for "this is text", also after somebody edits the cell.
    cell.quotePrefix = _is_formula(allowed)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if bold:
        cell.font = Font(bold=True)
    return cell


def _allowed(text: str) -> str:
    lines = _REFUSED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    escaped = _ESCAPE.sub("_x005F_", lines)
    if len(escaped) <= LONGEST:
        return escaped
    rest = _(" … (ingekort: de hele tekst staat in het CSV-bestand)")
    return escaped[: LONGEST - len(rest)] + rest


def _widths(sheet: Sheet) -> Iterable[int]:
    for place, column in enumerate(sheet.columns):
        longest = max((len(str(row[place])) for row in sheet.rows[:LOOKED_AT]), default=0)
        yield min(WIDE, max(NARROW, longest, len(column)) + 2)


def _free(title: str, taken: set[str]) -> str:
    """Give a name that a workbook accepts and that no other sheet has."""
    allowed = re.sub(r"[\[\]:*?/\\]", " ", _REFUSED.sub("", title)).strip(" '")[:LONGEST_TITLE].strip(" '")
    name, number = allowed or _("Tabel"), 1
    while name.casefold() in taken:
        number += 1
        end = f" {number}"
        name = (allowed or _("Tabel"))[: LONGEST_TITLE - len(end)] + end
    taken.add(name.casefold())
    return name


def _without_clock(written: io.BytesIO) -> bytes:
    """Take out the moments at which the library wrote its parts."""
    made = io.BytesIO()
    with ZipFile(written) as read, ZipFile(made, "w", ZIP_DEFLATED) as kept:
        for part in read.infolist():
            content = _MOMENT.sub(rb"\g<1>2000-01-01T00:00:00Z", read.read(part))
            kept.writestr(ZipInfo(part.filename), content, ZIP_DEFLATED)
    return made.getvalue()
