"""The ballot of one member: statements one under another, each answer saved at once."""

from html import escape
from typing import Any
from uuid import UUID

import streamlit as st

from assessment.review import wording
from assessment.review.ballots import GO_AHEAD, MAX_ARGUMENT, Ballot, Choice, Statement, choices
from services import ballots
from services.errors import CannotSave, Refused
from services.reviews import Session
from texts import _
from ui import context, page
from ui.here import Here

SAID = "ws-stem-gezegd-"


def draw(here: Here, session: Session) -> None:
    """Draw every item with what this member answered before."""
    opened = session.open_round
    if opened is None:
        return
    own = ballots.own(context.store(), context.user(), here.id)
    page.heading(
        _("Jouw antwoorden"),
        about=_("Je antwoord wordt meteen bewaard. Je kunt het veranderen zolang de ronde open is."),
        anchor="antwoorden",
    )
    st.session_state[_answered(opened.id)] = set(own)
    for statement in session.statements:
        _statement(here, opened.id, statement, own.get(statement.number), len(session.statements))
    _go_ahead(here, opened.id, own.get(GO_AHEAD))


def left_text(session: Session) -> str:
    """Say how much this member still has to answer; nothing to who is not answering."""
    answered = st.session_state.get(_answered(session.open_round.id)) if session.open_round else None
    if answered is None:
        return ""
    left = len(set(session.items) - answered)
    return _("Nog {left} te gaan.").format(left=left) if left else _("Je hebt alles beantwoord.")


def _answered(round_id: UUID) -> str:
    return f"ws-gestemd-{round_id.hex}"


def _statement(here: Here, round_id: UUID, statement: Statement, before: Ballot | None, total: int) -> None:
    number = _("Stelling {number} van {total}").format(number=statement.number, total=total)
    tension = f'<p class="ws-help">{escape(statement.tension)}</p>' if statement.tension else ""
    st.html(
        f'<div class="ws-question"><p class="ws-source">{escape(number)}</p>'
        f"<h3>{escape(statement.text)}</h3>{tension}</div>"
    )
    _item(here, round_id, statement.number, statement.text, before)


def _go_ahead(here: Here, round_id: UUID, before: Ballot | None) -> None:
    question = here.framework.go_ahead
    st.html(f'<div class="ws-question"><h3>{escape(question.text)}</h3></div>')
    _item(here, round_id, GO_AHEAD, question.text, before)


# A fragment each: an answer draws one item anew, not all of them.
@st.fragment
def _item(here: Here, round_id: UUID, item: int, label: str, before: Ballot | None) -> None:
    """Draw the answers, the argument, and what became of saving them."""
    key = f"ws-stem-{round_id.hex}-{item}"
    _seed(key, before)
    given: dict[str, Any] = {"on_change": _save, "args": (here, round_id, item, key)}
    st.radio(
        label,  # no Markdown: it is hidden, and a screen reader reads it as it is
        choices(item),
        format_func=lambda choice: wording.choice_text(here.framework, item, choice),
        key=key,
        index=None,
        label_visibility="collapsed",
        **given,
    )
    st.text_area(
        _("Waarom? (bij een bezwaar of voorwaarde verplicht)") if item == GO_AHEAD else _("Waarom?"),
        key=f"{key}-waarom",
        max_chars=MAX_ARGUMENT,
        height=80,
        **given,
    )
    if item == GO_AHEAD and st.session_state.get(key) == Choice.OBJECT:
        st.checkbox(_("Zet mijn naam bij mijn bezwaar in het advies"), key=f"{key}-naam", **given)
    said = st.session_state.get(SAID + key)
    if said:
        page.remark(said)


def _seed(key: str, before: Ballot | None) -> None:
    """Show what was saved, on a screen that shows nothing yet: a dropped connection lost nothing."""
    if key in st.session_state:
        return
    st.session_state[key] = before.choice if before else None
    st.session_state[f"{key}-waarom"] = before.argument if before else ""
    st.session_state[f"{key}-naam"] = bool(before and before.signed_by)


def _save(here: Here, round_id: UUID, item: int, key: str) -> None:
    choice = st.session_state.get(key)
    if choice is None:
        st.session_state[SAID + key] = _("Kies nog een antwoord. Dan wordt je uitleg bewaard.")
        return
    argument = st.session_state.get(f"{key}-waarom") or ""
    signed = choice == Choice.OBJECT and bool(st.session_state.get(f"{key}-naam"))
    try:
        ballots.answer(
            context.store(), context.user(), here.id, round_id, item, choice, argument, signed=signed
        )
        st.session_state[SAID + key] = _("Bewaard.")
        st.session_state.setdefault(_answered(round_id), set()).add(item)
    except (Refused, CannotSave) as refused:
        st.session_state[SAID + key] = _("Nog niet opgeslagen.") + f" {refused}"
