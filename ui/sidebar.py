"""The side bar: the way to the start page, and the steps of an assessment with what is open in each."""

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.outcome import Outcome
from texts import _
from ui import links
from ui.here import Here
from ui.progress import Progress, of_steps


def slot() -> DeltaGenerator:
    """Return the place for what changes with every answer; a fragment may write there."""
    return st.sidebar.container(key="ws-zijbalk")


def draw(here: Here, outcome: Outcome, current: str) -> None:
    """Draw the links of an opened assessment; `current` is the step on the screen, or the outcome."""
    steps = "".join(_step(here, progress, current) for progress in of_steps(outcome))
    is_here = current == links.OUTCOME
    end = links.outcome(here.id, _("Uitkomst"), note=_("hier ben je") if is_here else "", is_here=is_here)
    st.html(
        f'<nav class="ws-side" aria-label="{escape(_("Stappen van deze afweging"))}">'
        f'<p class="ws-back">{links.start(_("Alle afwegingen"))}</p>'
        f'<p class="ws-side-title">{escape(here.assessment.title)}</p>'
        f'<ol>{steps}<li class="ws-end">{end}</li></ol></nav>'
    )


def _step(here: Here, progress: Progress, current: str) -> str:
    is_here = progress.step.id == current
    state = _("hier ben je, {state}").format(state=progress.text) if is_here else progress.text
    label = f"{progress.number}. {progress.step.title}"
    link = links.step(here.id, progress.step.id, label, note=state, is_here=is_here)
    return f'<li class="{_look(progress)}">{link}</li>'


def _look(progress: Progress) -> str:
    if not progress.asked:
        return "ws-skipped"
    return "ws-done" if progress.is_done else "ws-unfinished"
