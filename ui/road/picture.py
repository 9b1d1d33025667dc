"""Where an assessment stands: the road as a row of stops, which is a list to a screen reader."""

from html import escape

import streamlit as st

from assessment.outcome import Outcome
from assessment.road import Standing, State
from assessment.road_words import standing_text, state_name
from services import road
from texts import _
from ui import context, links
from ui.here import Here
from ui.road import levels

STOPS = (
    State.CONCEPT,
    State.IN_REVIEW,
    State.ADVISED,
    State.DECIDED,
    State.ON_WATCH,
    State.IN_USE,
    State.REWEIGH,
    State.ENDED,
)


def draw(standing: Standing) -> None:
    """Draw every stop, with a mark at the one where the assessment stands."""
    stops = "".join(_stop(stop, standing) for stop in STOPS)
    st.html(
        f'<p class="ws-road-now" data-ws-say>{escape(_("Stand:"))} '
        f"<strong>{escape(standing_text(standing))}</strong></p>"
        f'<ol class="ws-road" aria-label="{escape(_("De weg naar een besluit"))}">{stops}</ol>'
    )


def line(here: Here, outcome: Outcome) -> None:
    """Draw where the assessment stands in one line, with a link to its road; then what was set by hand."""
    text = standing_text(road.where(context.store(), context.user(), here.id))
    link = links.whole(here.id, links.DECISION, _("Besluit en vervolg"))
    st.html(f'<p class="ws-about">{escape(_("Stand: {text}.").format(text=text))} {link}</p>')
    levels.brief(here, outcome)


def _stop(stop: State, standing: Standing) -> str:
    if stop is not standing.state:
        return f"<li>{escape(state_name(stop))}</li>"
    here = escape(_("hier staat de afweging"))
    return (
        f'<li class="ws-road-here" aria-current="step">{escape(state_name(stop))} <small>{here}</small></li>'
    )
