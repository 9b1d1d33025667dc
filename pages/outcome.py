"""Uitkomst: what the answers amount to, why, and what has to be done."""

import streamlit as st

from reports.college import college_pdf
from services import dossiers, overrides
from texts import _
from ui import (
    beyond,
    closing,
    context,
    explanation,
    here,
    instruments,
    links,
    page,
    provenance,
    reference_date,
    sidebar,
    timeline,
    todo,
    verdict,
    ways,
)
from ui.road import picture

opened = here.opened()
snapshot = closing.snapshot_of(opened)
top = st.container()
day = reference_date.choose(opened.framework, here.today(), snapshot.on if snapshot else None)
outcome = here.outcome(opened, day)
# Read here: the PDF is made in a thread that knows no session.
store, user, town = context.store(), context.user(), context.municipality()
settled = overrides.settled(store, user, opened.id, outcome)


def summary() -> bytes:
    """Make the PDF, when somebody asks for it."""
    return college_pdf(dossiers.export(store, user, opened.id, day, municipality=town))


with top:
    page.title(_("Uitkomst"), kicker=opened.assessment.title, about=closing.state(opened, outcome, snapshot))
    picture.line(opened, outcome)
    page.download(
        _("Download de collegesamenvatting (PDF)"), summary, opened.assessment.title, "application/pdf"
    )
verdict.draw(outcome, settled)
closing.changes(opened, outcome)
explanation.tier(opened, outcome)
verdict.small(outcome)
instruments.draw(outcome, settled)
ways.instrument(outcome)
timeline.draw(outcome, settled)
todo.draw(opened, outcome)
beyond.draw(opened, outcome)
closing.draw(opened, outcome)
provenance.draw(opened, outcome, snapshot)
with sidebar.slot():
    sidebar.draw(opened, outcome, links.OUTCOME)
