"""CSV files: which encoding, which sign between the cells, and the cells."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from assessment.register.sheet import Sheet
from services.spreadsheet_errors import FileUnreadable, Why
from services.workbooks import MAX_READ

SIGNS = (";", ",", "\t", "|")
SAMPLE = 50  # records that decide on the sign
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_ANNOUNCED = "sep="
# What a spreadsheet runs as a formula, also in the wide signs of other scripts.
_FORMULA = tuple("=+-@＝＋－＠﹢﹣−")


def read(content: bytes) -> Sheet:
    """Read a CSV file. Raises FileUnreadable."""
    text = _decoded(content)
    first, _end, rest = text.partition("\n")
    if first.strip().lower().startswith(_ANNOUNCED) and len(first.strip()) <= len(_ANNOUNCED) + 1:
        # A line that only tells spreadsheets which sign stands between the cells; it still counts as a row.
        return Sheet("CSV", ((), *_rows(rest, first.strip()[len(_ANNOUNCED) :] or "\t")))
    return Sheet("CSV", tuple(_rows(text, max(SIGNS, key=lambda sign: _consistency(text, sign)))))


def _decoded(content: bytes) -> str:
    marked = next((name for mark, name in _MARKS.items() if content.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if any(sign < " " and sign not in "\t\n\r\f\v" for sign in set(text)):
            break
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise FileUnreadable(Why.OTHER)


def _consistency(text: str, sign: str) -> tuple[int, int]:
    """Tell how many of the first records have the same number of cells, more than one, and how many cells."""
    widths: Counter[int] = Counter()
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=sign, strict=True)):
            if number >= SAMPLE:
                break
            if any(row):
                widths[len(row)] += 1
    except csv.Error:
        pass  # what came before the fault tells enough
    width, times = max(widths.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
    return (times, width) if width > 1 else (0, 0)


def _rows(text: str, sign: str) -> Iterator[tuple[str, ...]]:
    # Strict, or a quote that never ends would swallow all rows after it in silence.
    reader = csv.reader(io.StringIO(text), delimiter=sign, strict=True)
    try:
        for number, row in enumerate(reader):
            if number >= MAX_READ:
                raise FileUnreadable(Why.ROWS)
            yield tuple(_bare(cell) for cell in row)
    except csv.Error:
        raise FileUnreadable(Why.QUOTE, reader.line_num) from None


def _bare(cell: str) -> str:
    """Take away the apostrophe that keeps a spreadsheet from running a cell; exports put it there."""
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip().startswith(_FORMULA) else cell
