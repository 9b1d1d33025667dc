"""The state of a session, on every screen within two seconds."""

from html import escape

import streamlit as st

from services import pulse, reviews
from services.reviews import Session
from texts import _, ngettext
from ui import context
from ui.here import Here
from ui.recall import last_known
from ui.review import ballot

EVERY = 1.5  # seconds; with what drawing takes, no screen is more than two behind


def current(here: Here) -> Session | None:
    """Return the session as it is now."""
    return last_known(f"sessie-{here.id.hex}", lambda: _current(here))


def _current(here: Here) -> Session | None:
    """Read the session again only when something happened: every screen asks all the time."""
    key = f"ws-sessie-slag-{here.id.hex}"
    beat = pulse.beat(context.store(), context.user(), here.id)
    if st.session_state.get(key, (None, None))[0] != beat:
        st.session_state[key] = beat, reviews.current(context.store(), context.user(), here.id)
    found: Session | None = st.session_state[key][1]
    return found


def is_over(here: Here, session: Session | None) -> bool:
    """Tell whether another session can begin: after the advice, or after the answers were opened again."""
    if session is None or session.advice is not None:
        return True
    # A round that was left open keeps the secret that ties answers to names: it has to be closed first.
    return session.open_round is None and session.review.snapshot_round != here.assessment.round


def stage(session: Session | None) -> str:
    """Return a text that changes when a screen has to be drawn anew."""
    if session is None:
        return ""
    opened = session.open_round is not None
    asked = hash((session.statements, session.invitees))
    return f"{session.review.id} {asked} {len(session.rounds)} {opened} {session.advice is not None}"


@st.fragment(run_every=EVERY)
def draw(here: Here, shown: str) -> None:
    """Say where the session is; draw the whole page anew when that changed since `shown`."""
    session = current(here)
    if stage(session) != shown:
        st.rerun()
    if session:
        told = " ".join(filter(None, (state_text(session), ballot.left_text(session))))
        st.html(f'<p class="ws-echo" role="status">{escape(told)}</p>')


def state_text(session: Session) -> str:
    """Say where a session is."""
    if session.advice:
        return _("Het advies is gegeven. De sessie is klaar.")
    number = len(session.rounds)
    if session.open_round:
        return _("Ronde {number} is open. Iedereen antwoordt nu voor zichzelf.").format(number=number)
    if number:
        return _("Ronde {number} is gesloten. Bespreek nu samen de uitkomst.").format(number=number)
    return _("De sessie begint zo. De secretaris opent ronde 1.")


def kind_text(session: Session) -> str:
    """Say whether names stand with answers, and who was asked."""
    count = ngettext("{count} lid is uitgenodigd.", "{count} leden zijn uitgenodigd.", len(session.invitees))
    who = count.format(count=len(session.invitees))
    if session.review.anonymous:
        return _("Deze sessie is anoniem: niemand ziet wie wat antwoordt, ook later niet.") + " " + who
    return _("In deze sessie staan namen bij de antwoorden, zodra een ronde gesloten is.") + " " + who
