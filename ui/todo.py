"""What is still to do: safeguards that are missing, and points that somebody has to find out."""

from collections.abc import Iterable
from itertools import groupby

import streamlit as st

from assessment.outcome import Action, Outcome
from assessment.parts import Safeguard
from assessment.wording import answer_text
from texts import _
from ui import links, page
from ui.here import Here


def draw(here: Here, outcome: Outcome) -> None:
    """Draw what is missing, and what has to be found out."""
    _safeguards(here, outcome)
    _actions(here, outcome)


def _safeguards(here: Here, outcome: Outcome) -> None:
    """Draw the safeguards that are missing, each with the question that says so."""
    page.heading(_("Welke waarborgen ontbreken?"), anchor="waarborgen")
    if not outcome.open_safeguards:
        page.paragraph(_("Er ontbreken geen waarborgen die bij deze trede horen."))
        return
    _list("ws-todo", (_safeguard(here, outcome, safeguard) for safeguard in outcome.open_safeguards))


def _actions(here: Here, outcome: Outcome) -> None:
    """Draw what has to be found out, by the role that does."""
    page.heading(_("Wie zoekt wat uit?"), anchor="acties")
    if not outcome.actions:
        page.paragraph(_("Er is niets meer uit te zoeken."))
        return
    roles = list(here.framework.roles)
    by_owner = sorted(outcome.actions, key=lambda action: roles.index(action.owner))
    for owner, found in groupby(by_owner, key=lambda action: action.owner):
        page.heading(here.framework.roles[owner].name, level=3)
        _list("ws-links ws-wide", (_action(here, outcome, action) for action in found))


def _safeguard(here: Here, outcome: Outcome, safeguard: Safeguard) -> str:
    question = here.framework.questions[safeguard.question]
    note = _("{question} Nu: {answer}. Dit regelt: {owner}.").format(
        question=question.text,
        answer=answer_text(question, outcome.answers.get(question.id)),
        owner=here.framework.roles[question.owner].name,
    )
    return links.step(here.id, question.step, safeguard.todo, note=note, question=question.id)


def _action(here: Here, outcome: Outcome, action: Action) -> str:
    question = here.framework.questions[action.question]
    note = _("Nu: {answer}.").format(answer=answer_text(question, outcome.answers.get(question.id)))
    return links.step(here.id, question.step, question.text, note=note, question=question.id)


def _list(look: str, items: Iterable[str]) -> None:
    st.html(f'<ul class="{look}">{"".join(f"<li>{item}</li>" for item in items)}</ul>')
