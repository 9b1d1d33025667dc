"""A sheet as somebody brings it, and which of its columns holds which field."""

from collections.abc import Iterator
from dataclasses import dataclass

NUMBER = "nummer"  # what stands for the number of an entry, among the ids of fields


@dataclass(frozen=True)
class Sheet:
    """Rows of cells as text; `rows[0]` is row 1 in the file, and rows may differ in length."""

    title: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Layout:
    """How to read a sheet.

    `header` is the row with the names of the columns, counted from 1; what stands above it is left out.
    `columns`: per column the id of a field, NUMBER, or "" for a column that is left out.
    """

    header: int
    columns: tuple[str, ...]


def named_cells(layout: Layout, row: tuple[str, ...]) -> dict[str, str]:
    """Give the cells of a row that hold something, by what their column stands for."""
    pairs = zip(layout.columns, row, strict=False)
    return {name: cell for name, cell in pairs if name and cell.strip()}


def data_rows(sheet: Sheet, layout: Layout) -> Iterator[tuple[int, dict[str, str]]]:
    """Give the number and the named cells of each row under the header that says something.

    A header that is repeated, as at the top of each printed page, is left out.
    """
    header = named_cells(layout, sheet.rows[layout.header - 1])
    for number, row in enumerate(sheet.rows[layout.header :], start=layout.header + 1):
        cells = named_cells(layout, row)
        if cells and cells != header:
            yield number, cells
