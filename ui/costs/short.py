"""The costs on the page of the outcome: the sentence, the totals and one picture."""

import streamlit as st

from assessment.costs.result import Incomplete
from assessment.costs.wording import missing_text, sentence
from assessment.outcome import Outcome
from texts import _
from ui import links, page
from ui.costs import found, tables, years
from ui.costs.amounts import html
from ui.here import Here


def draw(here: Here, outcome: Outcome) -> None:
    """Draw the short version with a link to the whole; nothing when costs are not asked."""
    comparison = found.comparison(here, outcome)
    if isinstance(comparison, Incomplete) and not comparison.missing:
        return
    page.heading(_("Kosten"), anchor="kosten")
    if isinstance(comparison, Incomplete):
        page.paragraph(missing_text(comparison))
        label = _("Bekijk wat er nog mist")
    else:
        st.html(f'<p class="ws-answer-large">{html(sentence(comparison))}</p>')
        tables.totals(comparison)
        years.picture(comparison)
        label = _("Bekijk de hele vergelijking van de kosten")
    st.html(f"<p>{links.whole(here.id, links.COSTS, label)}</p>")
