"""From one step to the next, and what the quick scan decided about the steps."""

from html import escape

import streamlit as st

from assessment.outcome import Outcome
from assessment.parts import Step
from texts import _
from ui import links, page
from ui.here import Here
from ui.progress import QUICK_SCAN, of_steps, quick_scan


def verdict(outcome: Outcome, step: Step, *, any_shown: bool) -> None:
    """Say what the quick scan decided, where that is news: on its own page and on pages without questions."""
    quick = quick_scan(outcome)
    if step.id == QUICK_SCAN and quick:
        later = "" if quick.settled else _("Antwoorden in de volgende stappen kunnen dit nog veranderen.")
        st.html(
            f'<div class="ws-verdict" data-ws-say><h2>{escape(quick.level.label)}</h2>'
            f"<p>{escape(quick.level.meaning)} {escape(later)}</p></div>"
        )
    elif not any_shown:
        page.paragraph(
            _("Deze stap is niet nodig. De snelle check zegt dat je deze vragen mag overslaan.")
            if quick
            else _("De vragen van deze stap hangen af van de snelle check. Maak die eerst af.")
        )


def next_and_previous(here: Here, step: Step, outcome: Outcome) -> None:
    """Link to the neighbours of a step; forward past steps without questions, at last to the outcome."""
    progress = of_steps(outcome)
    place = here.framework.steps.index(step)
    back = ""
    if place:
        before = here.framework.steps[place - 1]
        back = links.step(here.id, before.id, _("Vorige: {title}").format(title=before.title))
    following = next((p.step for p in progress[place + 1 :] if p.asked), None)
    on = (
        links.step(here.id, following.id, _("Volgende: {title}").format(title=following.title))
        if following
        else links.outcome(here.id, _("Naar de uitkomst"))
    )
    label = escape(_("Vorige en volgende stap"))
    st.html(f'<nav class="ws-onward" aria-label="{label}"><p>{back}</p><p class="ws-next">{on}</p></nav>')
