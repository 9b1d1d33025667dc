"""The chance of success in short, on the page of the outcome."""

from html import escape

import streamlit as st

from assessment.outcome import Outcome
from assessment.success import wording
from assessment.success.profile import profile
from texts import _
from ui import links, page
from ui.here import Here


def draw(here: Here, outcome: Outcome) -> None:
    """Draw the weakest link of each theme; nothing when the factors are not asked about."""
    found = profile(outcome)
    if not found.is_asked:
        return
    page.heading(
        _("Lukt het in de praktijk?"), about=_("Dit verandert de risicotrede niet."), anchor="slagen"
    )
    items = "".join(
        f"<li><strong>{escape(theme.theme.name)}.</strong> {escape(wording.weakest(theme))}</li>"
        for theme in found.themes
    )
    link = links.whole(here.id, links.SUCCESS, _("Bekijk het profiel en wat helpt"))
    st.html(f'<ul class="ws-used">{items}</ul><p>{link}</p>')
