"""A step of the weighing: its questions, the outcome so far beside them, the steps in the side bar."""

from contextlib import suppress

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.answers import Answers
from assessment.evaluation import evaluate
from assessment.outcome import Outcome
from assessment.parts import Question, Step
from services import assessments, comments, evidence
from services.access import Action
from services.errors import Unavailable
from texts import _
from ui import context, page, question, readonly, rows, saving, sidebar, standing, steps
from ui.costs import status
from ui.form import StepForm
from ui.here import Here, today
from ui.recall import last_known
from ui.saving import Sheet
from ui.sides import SIDES, side_text


def run(here: Here, step_id: str) -> None:
    """Draw the page of one step."""
    step = next(step for step in here.framework.steps if step.id == step_id)
    with suppress(Unavailable):
        # Where somebody was matters less than that the page opens.
        assessments.remember_place(context.store(), context.user(), here.id, step.id)
    number = here.framework.steps.index(step) + 1
    kicker = _("{title}, stap {number} van {count}").format(
        title=here.assessment.title, number=number, count=len(here.framework.steps)
    )
    page.title(step.title, about=step.intro, kicker=kicker)
    if here.assessment.finished or not context.may(Action.ANSWER, here.id):
        readonly.draw(here, step)
    else:
        _questions(here, step, sidebar.slot())
        saving.heartbeat()


@st.fragment
def _questions(here: Here, step: Step, side: DeltaGenerator) -> None:
    form = StepForm(here.framework, here.id)
    sheet = Sheet(context.desk(here.id), here.id, step.id, form)
    sheet.begin([asked.id for asked in here.framework.questions_of(step.id)])
    outcome = evaluate(here.framework, _values(sheet), today())
    with st.container(key="ws-werkblad"):
        with st.container(key="ws-stand"):
            standing.draw(here, outcome)
            sheet.sign()
        with st.container(key="ws-vragen"):
            _ask(here, step, sheet, form, outcome)
            status.draw(here, outcome, step, sheet.replies)
            steps.next_and_previous(here, step, outcome)
    with side:
        sidebar.draw(here, outcome, step.id)
    sheet.finish()


def _ask(here: Here, step: Step, sheet: Sheet, form: StepForm, outcome: Outcome) -> None:
    shown = [asked for asked in here.framework.questions_of(step.id) if asked.id in outcome.shown]
    attached = last_known(
        f"evidence-{here.id.hex}", lambda: evidence.of_assessment(context.store(), context.user(), here.id)
    )

    said = last_known(
        f"comments-{here.id.hex}", lambda: comments.counts(context.store(), context.user(), here.id)
    )

    def needed(name: str) -> bool:
        return sheet.seed(name).value is not None or form.drawn(name)

    def one(asked: Question, side: str = "") -> None:
        with st.container(key=f"ws-vraag-{asked.id}"):
            question.draw(sheet, form, asked, attached.get(asked.id, []), side=side, said=said.get(asked.id))

    for row in rows.of(here.framework, rows.without_spare_lines(shown, needed)):
        if not row.is_pair:
            one(row.questions[0])
            continue
        with st.container(key=f"ws-paar-{row.questions[0].id}"):
            page.heading(row.title)
            for asked, side in zip(row.questions, SIDES, strict=True):
                one(asked, side_text(side))
    steps.verdict(outcome, step, any_shown=bool(shown))


def _values(sheet: Sheet) -> Answers:
    return {name: reply.value for name, reply in sheet.replies.items() if reply.value is not None}
