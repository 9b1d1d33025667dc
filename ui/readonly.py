"""A step of a finished assessment: questions and answers to read."""

from html import escape

import streamlit as st

from assessment.parts import Question, Step
from assessment.wording import answer_text
from services import answers
from services.answers import Revision
from texts import _
from ui import context, page, sidebar, steps
from ui import here as where
from ui.here import Here


def draw(here: Here, step: Step) -> None:
    """Draw what was answered in this step."""
    revisions = answers.current(context.store(), context.user(), here.id)
    outcome = where.outcome(here)
    page.paragraph(
        _("Deze afweging is afgerond. Wil je iets veranderen? Heropen de afweging bij de uitkomst."),
        style="ws-remark",
    )
    shown = [question for question in here.framework.questions_of(step.id) if question.id in outcome.shown]
    st.html("".join(_answer(question, revisions.get(question.id)) for question in shown))
    steps.verdict(outcome, step, any_shown=bool(shown))
    steps.next_and_previous(here, step, outcome)
    with sidebar.slot():
        sidebar.draw(here, outcome, step.id)


def _answer(question: Question, revision: Revision | None) -> str:
    text = answer_text(question, revision.reply.value if revision else None)
    note = f'<p class="ws-note">{escape(revision.reply.note)}</p>' if revision and revision.reply.note else ""
    return (
        f'<div class="ws-question"><h2 id="vraag-{question.id}" tabindex="-1">{escape(question.text)}</h2>'
        f'<p class="ws-answer">{escape(text)}</p>{note}</div>'
    )
