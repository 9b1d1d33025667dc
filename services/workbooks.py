"""Workbooks (.xlsx): values only. What a file claims to be is looked at before it is unpacked."""

import re
import struct
import threading
import warnings
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.escape import unescape

from assessment.register.sheet import Sheet
from services.spreadsheet_errors import FileUnreadable, Why

MAX_ROWS, MAX_COLUMNS = 20_000, 200
# Empty rows below a list do no harm; but a few bytes can claim a row so far down that it is never reached.
MAX_READ = MAX_ROWS + 100_000
MAX_PARTS = 2_000
MAX_UNPACKED = 120_000_000  # bytes; a small archive can unpack to more than the memory holds
MAX_COVERED = 1_000_000  # cells that are merged into others: each takes memory, however small the file
MAX_MERGED = 40_000_000  # merged cells are only known to a reader that keeps whole sheets in memory
# What the libraries raise for files that somebody broke, by accident or not.
_BROKEN = (
    BadZipFile,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    OSError,
    EOFError,
    RuntimeError,  # also NotImplementedError: a compression that we do not know
    SyntaxError,  # XML that is none
    struct.error,
    zlib.error,
)
# Without < inside the brackets, or a file full of unfinished tags would keep this busy for hours.
_FORMULA = re.compile(
    rb"<c\b([^<>]*)>\s*<f\b(?:[^<>]*/>|[^<>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>", re.ASCII
)
_MERGES = re.compile(rb"<(?:\w+:)?mergeCell\b", re.ASCII)
_MERGED = re.compile(
    rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3}[0-9]{1,7}(?::[A-Z]{1,3}[0-9]{1,7})?)"', re.ASCII
)
# No workbook declares entities of its own; who does so wants the reader to drown in them.
_DECLARED = re.compile(rb"<!(DOCTYPE|ENTITY)")

# The library warns of what it leaves out, and hiding that is for all threads; a file also takes much memory.
_one_at_a_time = threading.Lock()


def read(content: bytes) -> tuple[Sheet, ...]:
    """Read the sheets that are not hidden. Raises FileUnreadable."""
    try:
        has_merged = _inspected(content)
        with _one_at_a_time, warnings.catch_warnings(action="ignore"):
            book = load_workbook(BytesIO(content), read_only=not has_merged, data_only=True, keep_links=False)
            try:
                shown = [page for page in book.worksheets if page.sheet_state == "visible"]
                return tuple(Sheet(page.title, _rows(page, has_merged=has_merged)) for page in shown)
            finally:
                book.close()
    except _BROKEN as error:
        raise FileUnreadable(Why.BROKEN) from error


def _inspected(content: bytes) -> bool:
    """Tell whether there are merged cells. Raises FileUnreadable for what should not be opened."""
    with ZipFile(BytesIO(content)) as archive:
        parts = archive.infolist()
        if not any(part.filename == "xl/workbook.xml" for part in parts):
            raise FileUnreadable(Why.OTHER)
        # The library stops at the size that a part claims, so the claims can be believed.
        unpacked = sum(part.file_size for part in parts)
        if unpacked > MAX_UNPACKED or len(parts) > MAX_PARTS:
            raise FileUnreadable(Why.LARGE)
        has_merged = False
        for part in parts:
            text = archive.read(part)
            if part.filename.endswith((".xml", ".rels")):
                _look_into(text, part.filename)
            # A sheet may hide in a part of any name.
            has_merged |= _has_merged(text)
    if has_merged and unpacked > MAX_MERGED:
        raise FileUnreadable(Why.LARGE)
    return has_merged


def _look_into(text: bytes, name: str) -> None:
    # In UTF-16 there is a zero byte beside each letter.
    if _DECLARED.search(text.replace(b"\0", b"") if b"\0" in text else text):
        raise FileUnreadable(Why.BROKEN)
    if not name.startswith("xl/worksheets/"):
        return
    # A formula may have the empty text as its outcome; then the cell says that it holds text.
    if any(b't="str"' not in found[1] for found in _FORMULA.finditer(text)):
        raise FileUnreadable(Why.FORMULAS)


def _has_merged(text: bytes) -> bool:
    """Tell whether there are merged cells. Raises FileUnreadable when they cover more than fits in memory."""
    areas = _MERGED.findall(text)
    if len(areas) != len(_MERGES.findall(text)):
        raise FileUnreadable(Why.BROKEN)  # written as no spreadsheet does, so we cannot tell how large
    covered = 0
    for area in areas:
        left, top, right, bottom = range_boundaries(area.decode("ascii"))
        covered += (right - left + 1) * (bottom - top + 1)
    if covered > MAX_COVERED:
        raise FileUnreadable(Why.LARGE)
    return bool(areas)


def _rows(page: Any, *, has_merged: bool) -> tuple[tuple[str, ...], ...]:
    if has_merged:
        if page.max_row > MAX_ROWS:
            raise FileUnreadable(Why.ROWS)
    else:
        page.reset_dimensions()  # what a file says of its own size may be wrong
    rows: list[tuple[str, ...]] = []
    # One column more than fits, to find out that a list has too many.
    for number, row in enumerate(page.iter_rows(max_col=MAX_COLUMNS + 1, values_only=True)):
        cells = tuple(_text(value) for value in row)
        if number >= MAX_ROWS:
            if any(cells) or number >= MAX_READ:
                raise FileUnreadable(Why.ROWS)
            continue
        rows.append(cells)
    return tuple(_filled(rows, page)) if has_merged else tuple(rows)


def _filled(rows: list[tuple[str, ...]], page: Any) -> Iterator[tuple[str, ...]]:
    """Give each row what a cell that is merged downwards says; across, it says it once."""
    below: dict[int, dict[int, str]] = {}
    for area in page.merged_cells.ranges:
        column = area.min_col - 1
        said = _at(rows, area.min_row - 1, column)
        for place in range(area.min_row, min(area.max_row, len(rows))):
            below.setdefault(place, {})[column] = said
    for place, row in enumerate(rows):
        said_above = below.get(place, {})
        yield tuple(said_above.get(column, cell) for column, cell in enumerate(row))


def _at(rows: list[tuple[str, ...]], row: int, column: int) -> str:
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else ""


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return unescape(value) if "_x" in value else value
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, datetime):
        return str(value.date() if value.time() == time() else value)
    if isinstance(value, date | int):
        return str(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value).replace(".", ",")
    return str(value)
