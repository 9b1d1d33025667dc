"""At the end of a step about costs: what is still missing, and the way to the comparison."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from assessment.answers import Reply
from assessment.costs.instruments import instrument_costs
from assessment.costs.reading import Reader
from assessment.costs.result import Incomplete
from assessment.costs.wording import missing_text
from assessment.outcome import Outcome
from assessment.parts import Step
from texts import _
from ui import links
from ui.here import Here


def draw(here: Here, outcome: Outcome, step: Step, replies: Mapping[str, Reply]) -> None:
    """Draw it in steps that ask for costs.

    Without the sentence of the comparison: drawing lots would more than double the time that an answer takes.
    """
    asked = outcome.framework.questions_of(step.id)
    if not any(question.used_by == "costs" and question.id in outcome.shown for question in asked):
        return
    reader = Reader(outcome, replies)
    reader.sheet(instrument_costs(outcome))
    missing = Incomplete(tuple(reader.missing))
    said = missing_text(missing) if missing.missing else _("Er is genoeg ingevuld om te vergelijken.")
    link = links.whole(here.id, links.COSTS, _("Bekijk de vergelijking van de kosten"))
    st.html(f'<div class="ws-verdict"><p>{escape(said)}</p><p>{link}</p></div>')
