"""A step to read: of a finished assessment, or for who may not answer."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from assessment.answers import Reply
from assessment.parts import Question, Step
from assessment.wording import answer_text
from services import answers, comments
from services.access import Action
from services.answers import Revision
from services.comments import Count
from texts import _
from ui import context, page, rows, sidebar, steps, talk
from ui import here as where
from ui.here import Here
from ui.rows import Row
from ui.saving import NOTHING
from ui.sides import SIDES, side_text


def draw(here: Here, step: Step) -> None:
    """Draw what was answered in this step."""
    revisions = answers.current(context.store(), context.user(), here.id)
    outcome = where.outcome(here)
    page.paragraph(_why(here), style="ws-remark")
    asked = [question for question in here.framework.questions_of(step.id) if question.id in outcome.shown]
    filled = [question for question in asked if question.kind != rows.LINE or question.id in outcome.answers]
    said = comments.counts(context.store(), context.user(), here.id)
    for row in rows.of(here.framework, filled):
        st.html(_row(row, revisions, said))
        for question, side in zip(row.questions, SIDES, strict=False):
            name = side_text(side) if row.is_pair else ""
            talk.part(talk.Place(here.id, question.id), said.get(question.id), side=name)
    steps.verdict(outcome, step, any_shown=bool(asked))
    steps.next_and_previous(here, step, outcome)
    with sidebar.slot():
        sidebar.draw(here, outcome, step.id)


def _why(here: Here) -> str:
    if not context.may(Action.ANSWER, here.id):
        return _("Je kunt deze afweging lezen, maar niet veranderen.")
    return _("Deze afweging is afgerond. Wil je iets veranderen? Heropen de afweging bij de uitkomst.")


def _row(row: Row, revisions: Mapping[str, Revision], said: Mapping[str, Count]) -> str:
    if not row.is_pair:
        return _answer(row.questions[0], revisions, said)
    sides = "".join(
        _answer(asked, revisions, said, side_text(side))
        for asked, side in zip(row.questions, SIDES, strict=True)
    )
    return f'<div class="ws-read-pair"><h2>{escape(row.title)}</h2>{sides}</div>'


def _answer(
    question: Question, revisions: Mapping[str, Revision], said: Mapping[str, Count], side: str = ""
) -> str:
    reply = revisions[question.id].reply if question.id in revisions else NOTHING
    note = f'<p class="ws-note">{escape(reply.note)}</p>' if reply.note else ""
    told = talk.count_text(said[question.id]) if question.id in said else ""
    kept = f'<p class="ws-kept"><span>{escape(told)}</span></p>' if told else ""
    above = f'<p class="ws-side-name">{escape(side)}</p>' if side else ""
    level = "h3" if side else "h2"
    return (
        f'<div class="ws-question">{above}'
        f'<{level} id="vraag-{question.id}" tabindex="-1">{escape(question.text)}</{level}>'
        f'<p class="ws-answer">{escape(_said(question, reply))}</p>{note}{kept}</div>'
    )


def _said(question: Question, reply: Reply) -> str:
    if reply.value is None and question.default is not None:
        default = answer_text(question, question.default)
        return _("Niet ingevuld. We rekenen met {answer}.").format(answer=default)
    return answer_text(question, reply.value)
