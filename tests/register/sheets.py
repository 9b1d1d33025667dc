"""Sheets for tests, and random values of the register."""

import csv
import io
from uuid import UUID

from hypothesis import strategies as st
from openpyxl import Workbook

from assessment.register.entry import Entry
from assessment.register.fields import register_fields
from assessment.register.parts import BETWEEN
from assessment.register.sheet import Layout, Sheet
from assessment.register.table import row, titles

NAMED = Layout(1, ("nummer", "naam", "domein", "status", "eigen_risico"))


def sheet(*rows: tuple[str, ...]) -> Sheet:
    """Give a sheet in the layout `NAMED`."""
    return Sheet("Lijst", (("Nr", "Naam", "Domein", "Status", "Risico"), *rows))


def exported(entries: list[Entry]) -> Sheet:
    """Give entries as the app exports them."""
    return Sheet("Register", (titles(), *(row(entry) for entry in entries)))


def entry(number: int, **values: str) -> Entry:
    """Give an entry with a number and an id that follows from it."""
    return Entry(UUID(int=number), str(number), {"naam": f"Algoritme {number}", **values})


def as_csv(rows: list[tuple[str, ...]], sign: str = ";") -> str:
    """Write rows as CSV."""
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=sign).writerows(rows)
    return written.getvalue()


def as_workbook(*rows: tuple[object, ...], merged: str = "", hidden: bool = False) -> bytes:
    """Write rows as a workbook; with a second sheet that is hidden when asked."""
    book = Workbook()
    page = book.active
    for cells in rows:
        page.append(cells)
    if merged:
        page.merge_cells(merged)
    if hidden:
        book.create_sheet("Verborgen").sheet_state = "hidden"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"))
LINE = st.text(LETTERS, min_size=1, max_size=20).map(lambda text: " ".join(text.split())).filter(bool)


@st.composite
def values(draw: st.DrawFn) -> dict[str, str]:
    """Give values as the register keeps them: a name, and some of the other fields."""
    fields = register_fields()
    names = draw(st.lists(st.sampled_from(list(fields)), max_size=6, unique=True))
    return {name: draw(_value(name)) for name in {"naam", *names}}


def _value(name: str) -> st.SearchStrategy[str]:
    field = register_fields()[name]
    if field.kind == "choice":
        return st.sampled_from(list(field.by_option))
    if field.kind == "multi":
        chosen = st.lists(st.sampled_from(list(field.by_option)), min_size=1, max_size=3, unique=True)
        return chosen.map(lambda keys: BETWEEN.join(key for key in field.by_option if key in keys))
    return _FIXED.get(field.kind, LINE)


_FIXED = {
    "long": st.lists(LINE, min_size=1, max_size=3).map("\n".join),
    "month": st.sampled_from(["1999-01", "2026-09", "2027-12"]),
    "date": st.sampled_from(["1999-01-31", "2026-09-30", "2028-02-29"]),
    "url": st.sampled_from(["https://example.org", "http://example.org/pad?x=1#deel"]),
    "links": st.sampled_from(["DPIA", "DPIA | https://example.org/a", "IAMA\nWoo | https://example.org/b"]),
}
