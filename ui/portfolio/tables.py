"""Tables whose figures lead to the list behind them; the same rows go along as a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from assessment.numbers import number_text
from ui import links, table
from ui.sheets import Sheet


@dataclass(frozen=True)
class Figure:
    """A number, and what its list asks for; without `wanted` there is nothing behind it."""

    count: int
    wanted: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Named:
    """A text that is a link; `html` is that link."""

    text: str
    html: str


Cell = str | Figure | Named


@dataclass(frozen=True)
class Table:
    """A table of texts and figures; the first cell of each row is its heading."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def draw(shown: Table) -> None:
    """Draw a table."""
    rows = [
        [_html(head, row, cell) for head, cell in zip(shown.heads, row, strict=True)] for row in shown.rows
    ]
    st.html(table.html(shown.title, shown.heads, rows))


def sheet(shown: Table) -> Sheet:
    """Give a table as it goes into a file."""
    return Sheet(shown.title, shown.heads, [[_plain(cell) for cell in row] for row in shown.rows])


def _plain(cell: Cell) -> str | int:
    if isinstance(cell, Figure):
        return cell.count
    return cell if isinstance(cell, str) else cell.text


def _html(head: str, row: Sequence[Cell], cell: Cell) -> str:
    if isinstance(cell, str):
        return escape(cell)
    if isinstance(cell, Named):
        return cell.html
    text = number_text(cell.count)
    if cell.wanted is None or not cell.count:
        return text
    # Out of its table a bare number says nothing to who goes from link to link.
    name = row[0] if isinstance(row[0], str) else ""
    return links.place(links.PORTFOLIO_LIST, text, spoken=f"{name}, {head}:", **cell.wanted)
