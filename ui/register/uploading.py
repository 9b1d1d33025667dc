"""Bringing in a file: which file, which sheet of it, where its headers stand and what each column holds."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from openpyxl.utils import get_column_letter

from assessment.register.columns import guess
from assessment.register.fields import register_fields
from assessment.register.sheet import NUMBER, Layout, Sheet
from services import register_import
from services.errors import Refused
from texts import _
from ui import page

FILE, TURN, READ = "ws-import-bestand", "ws-import-beurt", "ws-import-gelezen"
EXAMPLES, LONGEST = 3, 40
# The header stands near the top, or the file is no list.
TOP = 30


@dataclass(frozen=True)
class Reading:
    """A file that was read once: its sheets, or why that is impossible."""

    file: str
    name: str
    sheets: tuple[Sheet, ...] = ()
    fault: str = ""


@dataclass(frozen=True)
class Source:
    """A sheet of a file, and how to read it."""

    file: str
    name: str
    sheet: Sheet
    layout: Layout


def draw() -> Source | None:
    """Draw the fields; return what to read, once there is a file that can be read."""
    page.heading(_("1. Kies een bestand"))
    reading = _file()
    if reading is None:
        return None
    if reading.fault:
        st.error(page.plain(reading.fault))
        return None
    page.heading(
        _("2. Kijk of we het goed lezen"),
        about=_("We hebben geraden wat er in elke kolom staat. Klopt iets niet? Verander het dan."),
    )
    place, sheet = _sheet(reading)
    header = _header(reading, place, sheet)
    columns = _columns(f"{reading.file}-{place}-{header}", sheet, _guessed(sheet, header), header)
    return Source(reading.file, reading.name, sheet, Layout(header, columns))


def again() -> None:
    """Make room for another file; what was read of this one takes memory."""
    st.session_state.pop(READ, None)
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1


def _file() -> Reading | None:
    file = st.file_uploader(
        _("Excel (.xlsx) of CSV, hooguit 10 MB"), key=f"{FILE}-{st.session_state.get(TURN, 0)}"
    )
    if file is None:
        return None
    held: Reading | None = st.session_state.get(READ)
    # A file of thousands of rows takes seconds to read, and the page runs at every choice.
    if held is None or held.file != file.file_id:
        held = _read(file.file_id, file.name, file.getvalue())
        st.session_state[READ] = held
    return held


def _read(file: str, name: str, content: bytes) -> Reading:
    try:
        return Reading(file, name, register_import.read_file(content))
    except Refused as refused:
        return Reading(file, name, fault=str(refused))


def _sheet(reading: Reading) -> tuple[int, Sheet]:
    sheets = reading.sheets
    known = [sum(map(bool, guess(sheet).columns)) for sheet in sheets]
    place = known.index(max(known))
    if len(sheets) > 1:
        place = st.selectbox(
            _("Welk tabblad?"),
            range(len(sheets)),
            index=place,
            format_func=lambda each: sheets[each].title,
            key=f"ws-import-tabblad-{reading.file}",
        )
    return place, sheets[place]


def _header(reading: Reading, place: int, sheet: Sheet) -> int:
    rows = [number for number, row in enumerate(sheet.rows[:TOP], 1) if any(row)]
    guessed = guess(sheet).header
    return st.selectbox(
        _("In welke rij staan de namen van de kolommen?"),
        rows,
        index=rows.index(guessed),
        format_func=lambda number: _row_text(number, sheet.rows[number - 1]),
        key=f"ws-import-kop-{reading.file}-{place}",
    )


def _row_text(number: int, row: Sequence[str]) -> str:
    return _("Rij {number}: {text}").format(number=number, text=_short(" · ".join(filter(None, row)), 90))


def _guessed(sheet: Sheet, header: int) -> tuple[str, ...]:
    found = guess(sheet)
    if header == found.header:
        return found.columns
    below = guess(Sheet(sheet.title, sheet.rows[header - 1 : header]))
    return (*below.columns, *[""] * (len(found.columns) - len(below.columns)))


def _columns(key: str, sheet: Sheet, guessed: Sequence[str], header: int) -> tuple[str, ...]:
    names = {"": _("Niet overnemen"), NUMBER: _("Nummer")}
    names |= {field.id: field.text for field in register_fields().values()}
    chosen = []
    with st.container(key="ws-import-kolommen"):
        for place, name in enumerate(guessed):
            cells = [row[place] if place < len(row) else "" for row in sheet.rows[header - 1 :]]
            if not any(cells):
                chosen.append("")
                continue
            with st.container(key=f"ws-import-kolom-{place}"):
                chosen.append(_column(f"{key}-{place}", place, cells, name, names))
    return tuple(chosen)


def _column(key: str, place: int, cells: Sequence[str], name: str, names: dict[str, str]) -> str:
    head, *below = cells
    label = _("Kolom {letter}: {head}").format(
        letter=get_column_letter(place + 1), head=page.plain(_short(head, LONGEST)) or _("zonder naam")
    )
    said = st.selectbox(
        label,
        list(names),
        index=list(names).index(name),
        format_func=names.__getitem__,
        key=f"ws-import-{key}",
    )
    examples = list(dict.fromkeys(filter(None, below)))[:EXAMPLES]
    shown = ", ".join(_short(text, LONGEST) for text in examples) or _("niets")
    page.paragraph(_("Bijvoorbeeld: {examples}").format(examples=shown), style="ws-source")
    return said


def _short(text: str, longest: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[:longest].rstrip()}…"
