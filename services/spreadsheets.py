"""Files with a list: workbooks (.xlsx) and CSV, recognised by what they hold. Their name proves nothing."""

from assessment.register.sheet import Sheet
from services import comma_files, workbooks
from services.spreadsheet_errors import FileUnreadable, Why

__all__ = ["FileUnreadable", "read_file"]

MAX_BYTES = 20_000_000
_ZIP, _OLD_OFFICE = b"PK", b"\xd0\xcf\x11\xe0"


def read_file(content: bytes) -> tuple[Sheet, ...]:
    """Read the sheets of a file that are not hidden and not empty. Raises FileUnreadable."""
    if not content.strip():
        raise FileUnreadable(Why.EMPTY)
    if len(content) > MAX_BYTES:
        raise FileUnreadable(Why.LARGE)
    if content.startswith(_OLD_OFFICE):
        raise FileUnreadable(Why.OLD)
    sheets = workbooks.read(content) if content.startswith(_ZIP) else (comma_files.read(content),)
    filled = tuple(sheet for sheet in map(_trimmed, sheets) if sheet.rows)
    if not filled:
        raise FileUnreadable(Why.EMPTY)
    if any(len(sheet.rows) > workbooks.MAX_ROWS for sheet in filled):
        raise FileUnreadable(Why.ROWS)
    if any(len(row) > workbooks.MAX_COLUMNS for sheet in filled for row in sheet.rows):
        raise FileUnreadable(Why.COLUMNS)
    return filled


def _trimmed(sheet: Sheet) -> Sheet:
    """Drop empty cells at the end of rows, and empty rows at the end; the others keep their number."""
    rows = [_without_tail(row) for row in sheet.rows]
    last = max((place for place, row in enumerate(rows, start=1) if row), default=0)
    return Sheet(sheet.title, tuple(rows[:last]))


def _without_tail(row: tuple[str, ...]) -> tuple[str, ...]:
    last = max((place for place, cell in enumerate(row, start=1) if cell.strip()), default=0)
    return row[:last]
