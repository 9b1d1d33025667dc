"""What is still to do: safeguards that are missing, and points that somebody has to find out."""

from itertools import groupby

import streamlit as st

from assessment.outcome import Outcome
from assessment.parts import Question, Safeguard
from assessment.wording import answer_text
from texts import _
from ui import links, page
from ui.here import Here


def safeguards(here: Here, outcome: Outcome) -> None:
    """Draw the safeguards that are missing, each with the question that says so."""
    page.heading(_("Welke waarborgen ontbreken?"), anchor="waarborgen")
    if not outcome.open_safeguards:
        page.paragraph(_("Er ontbreken geen waarborgen die bij deze trede horen."))
        return
    with st.container(key="ws-waarborgen"):
        for safeguard in outcome.open_safeguards:
            _safeguard(here, outcome, safeguard)


def _safeguard(here: Here, outcome: Outcome, safeguard: Safeguard) -> None:
    question = here.framework.questions[safeguard.question]
    now = answer_text(question, outcome.answers.get(question.id))
    owner = here.framework.roles[question.owner].name
    label = _("**{todo}** {question} Nu: {answer}. Dit regelt: {owner}.").format(
        todo=page.plain(safeguard.todo),
        question=page.plain(question.text),
        answer=page.plain(now),
        owner=page.plain(owner),
    )
    links.to_step(
        here.id, question.step, label, question=question.id, icon=":material/check_box_outline_blank:"
    )


def actions(here: Here, outcome: Outcome) -> None:
    """Draw what has to be found out, by the role that does."""
    page.heading(_("Wie zoekt wat uit?"), anchor="acties")
    if not outcome.actions:
        page.paragraph(_("Er is niets meer uit te zoeken."))
        return
    roles = list(here.framework.roles)
    by_owner = sorted(outcome.actions, key=lambda action: roles.index(action.owner))
    for owner, found in groupby(by_owner, key=lambda action: action.owner):
        page.heading(here.framework.roles[owner].name, level=3)
        with st.container(key=f"ws-acties-{owner}"):
            for action in found:
                _action(here, outcome, here.framework.questions[action.question])


def _action(here: Here, outcome: Outcome, question: Question) -> None:
    said = answer_text(question, outcome.answers.get(question.id))
    label = _("{question} Nu: {answer}.").format(question=page.plain(question.text), answer=page.plain(said))
    links.to_step(here.id, question.step, label, question=question.id)
