"""The agenda of a session: its parts with the times at which they begin, to change by who leads it."""

from datetime import datetime, timedelta
from html import escape

import streamlit as st

from assessment.clock import CLOCK
from assessment.review.agenda import Part
from services import agendas
from services.errors import CannotSave, Refused
from services.reviews import Session
from texts import _
from ui import context, page, sheets, table
from ui.here import Here
from ui.sheets import Cell, Sheet

FAULT = "ws-agenda-fout"


def name(part: Part) -> str:
    """Name a part of a session."""
    return {
        Part.EXPLAIN: _("Uitleg van de afweging"),
        Part.FIRST_ROUND: _("Ronde 1: ieder voor zich"),
        Part.DISCUSS: _("Gesprek over de verschillen"),
        Part.SECOND_ROUND: _("Ronde 2: ieder voor zich"),
        Part.ADVISE: _("Advies opstellen"),
    }[part]


def now_in(session: Session) -> Part:
    """Return which part the session is in."""
    if not session.rounds:
        return Part.EXPLAIN
    if len(session.rounds) == 1:
        return Part.FIRST_ROUND if session.open_round else Part.DISCUSS
    return Part.SECOND_ROUND if session.open_round else Part.ADVISE


def draw(here: Here, session: Session) -> None:
    """Draw the agenda, and the fields to change it; once round one was opened the times count from there."""
    minutes = agendas.of(context.store(), context.user(), here.id)
    start = _start(session, minutes[0])
    rows: list[list[str]] = []
    cells: list[list[Cell]] = []
    for part, count in zip(Part, minutes, strict=True):
        now = f" <strong>({escape(_('nu'))})</strong>" if part is now_in(session) else ""
        begins = f"{start.astimezone(CLOCK):%H:%M}"
        rows.append([escape(name(part)) + now, begins, str(count)])
        cells.append([name(part), begins, count])
        start += timedelta(minutes=count)
    title, heads = _("Agenda van de sessie"), [_("Onderdeel"), _("Begint om"), _("Minuten")]
    st.html(table.html(title, heads, rows))
    sheets.offer(title, lambda: Sheet(title, heads, cells), about=here.assessment.title)
    _change(here, minutes)


def _start(session: Session, explaining: int) -> datetime:
    if session.rounds:
        return session.rounds[0].opened_at - timedelta(minutes=explaining)
    return datetime.now(CLOCK)


def _change(here: Here, minutes: tuple[int, ...]) -> None:
    fault = st.session_state.pop(FAULT, None)
    with st.expander(_("Pas de tijden aan"), expanded=bool(fault), key="ws-agenda"):
        if fault:
            page.remark(fault)
        for part, count in zip(Part, minutes, strict=True):
            st.text_input(_("Minuten voor: {part}").format(part=name(part)), str(count), key=_key(here, part))
        st.button(_("Bewaar de tijden"), key="ws-agenda-bewaar", on_click=_put, args=(here,))


def _put(here: Here) -> None:
    written = [st.session_state[_key(here, part)].strip() for part in Part]
    # What is no number is no time either.
    minutes = [int(text) if text.isdecimal() and len(text) < 5 else 0 for text in written]
    try:
        agendas.change(context.store(), context.user(), here.id, minutes)
    except (Refused, CannotSave) as refused:
        st.session_state[FAULT] = str(refused)


def _key(here: Here, part: Part) -> str:
    return f"ws-agenda-{here.id.hex}-{part}"
