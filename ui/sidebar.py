"""The side bar: the way to the start page, and the steps of an assessment with what is open in each."""

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.outcome import Outcome
from services.access import Action
from texts import _
from ui import context, links
from ui.here import Here
from ui.progress import Progress, of_steps


def slot() -> DeltaGenerator:
    """Return the place for what changes with every answer; a fragment may write there."""
    return st.sidebar.container(key="ws-zijbalk")


def draw(here: Here, outcome: Outcome, current: str) -> None:
    """Draw the links of an opened assessment; `current` is the step or page on the screen."""
    steps = "".join(_step(here, progress, current) for progress in of_steps(outcome))
    # A step goes by the same name, so the note tells what else stands behind the link.
    wholes = {
        links.OUTCOME: (_("Uitkomst"), ""),
        links.COSTS: (_("Kosten vergeleken"), ""),
        links.SUCCESS: (_("Kans van slagen"), _("het profiel")),
        links.DECISION: (_("Besluit en vervolg"), ""),
        links.DONE: (_("Wat is klaar"), ""),
        links.PEOPLE: (_("Wie doet mee"), ""),
        links.REVIEW: (_("Sessie ethisch netwerk"), ""),
        links.EXPORT: (_("Delen en exporteren"), ""),
    }
    if context.may(Action.AUDIT, here.id):
        wholes[links.AUDIT] = (_("Logboek"), "")
    ends = "".join(_end(here, name, label, note, current) for name, (label, note) in wholes.items())
    st.html(
        f'<nav class="ws-side" aria-label="{escape(_("Stappen van deze afweging"))}">'
        f'<p class="ws-back">{links.start(_("Alle afwegingen"))}</p>'
        f'<p class="ws-side-title">{escape(here.assessment.title)}</p>'
        f"<ol>{steps}{ends}</ol></nav>"
    )


def _end(here: Here, name: str, label: str, note: str, current: str) -> str:
    is_here = current == name
    state = ", ".join(filter(None, (_("hier ben je") if is_here else "", note)))
    return f'<li class="ws-end">{links.whole(here.id, name, label, note=state, is_here=is_here)}</li>'


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
