"""The side bar: the way to the start page, and the steps of an assessment with what is open in each."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.outcome import Outcome
from texts import _
from ui import links, page
from ui.here import Here
from ui.progress import Progress, of_steps


def slot() -> DeltaGenerator:
    """Return the place for what changes with every answer; a fragment may write there."""
    return st.sidebar.container(key="ws-zijbalk")


def draw(here: Here, outcome: Outcome, current: str) -> None:
    """Draw the links of an opened assessment; `current` is the step on the screen, or the outcome."""
    links.to_start(_("Alle afwegingen"), icon=":material/arrow_back:")
    page.paragraph(here.assessment.title, style="ws-side-title")
    page.heading(_("Stappen"))
    for progress in of_steps(outcome):
        _step(here, progress, current)
    label = _("Uitkomst :small[(hier ben je)]") if current == links.OUTCOME else _("Uitkomst")
    links.to_outcome(here.id, label, icon=":material/balance:")


def _step(here: Here, progress: Progress, current: str) -> None:
    title = f"{progress.number}. {page.plain(progress.step.title)}"
    is_here = progress.step.id == current
    state = _("hier ben je, {state}").format(state=progress.text) if is_here else progress.text
    icon = ":material/check_circle:" if progress.is_done else ":material/circle:"
    if not progress.asked:
        icon = ":material/remove:"
    links.to_step(here.id, progress.step.id, f"{title} :small[({state})]", icon=icon)
