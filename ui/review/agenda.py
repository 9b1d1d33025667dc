"""The agenda of a session: its parts with the times at which they begin."""

from datetime import datetime, timedelta
from html import escape
from typing import NamedTuple

import streamlit as st

from assessment.clock import CLOCK
from services.reviews import Session
from texts import _
from ui import table


class Part(NamedTuple):
    """A part of a session, and how long it takes."""

    name: str
    minutes: int


def parts() -> tuple[Part, ...]:
    """Return the parts of a session in order."""
    return (
        Part(_("Uitleg van de afweging"), 10),
        Part(_("Ronde 1: ieder voor zich"), 15),
        Part(_("Gesprek over de verschillen"), 30),
        Part(_("Ronde 2: ieder voor zich"), 10),
        Part(_("Advies opstellen"), 15),
    )


def now_in(session: Session) -> int:
    """Return which part the session is in, counted from 0."""
    if not session.rounds:
        return 0
    if len(session.rounds) == 1:
        return 1 if session.open_round else 2
    return 3 if session.open_round else 4


def draw(session: Session) -> None:
    """Draw the agenda; once round one was opened the times count from there."""
    start = _start(session)
    rows = []
    for number, part in enumerate(parts()):
        here = f" <strong>({escape(_('nu'))})</strong>" if number == now_in(session) else ""
        rows.append([escape(part.name) + here, f"{start.astimezone(CLOCK):%H:%M}", str(part.minutes)])
        start += timedelta(minutes=part.minutes)
    st.html(table.html(_("Agenda van de sessie"), [_("Onderdeel"), _("Begint om"), _("Minuten")], rows))


def _start(session: Session) -> datetime:
    if session.rounds:
        return session.rounds[0].opened_at - timedelta(minutes=parts()[0].minutes)
    return datetime.now(CLOCK)
