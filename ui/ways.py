"""What would bring an outcome down: the changes, and the level they lead to."""

from html import escape

import streamlit as st

from assessment.lowering import Way, instrument_ways_off
from assessment.outcome import Outcome
from texts import _, ngettext
from ui import page, terms

AT_MOST = 6


def listed(ways: tuple[Way, ...], result: str) -> None:
    """Draw the ways, the lightest first; `result` is the sentence for the level each leads to."""
    st.html(f'<ol class="ws-reasons">{"".join(_way(way, result) for way in ways[:AT_MOST])}</ol>')
    if len(ways) > AT_MOST:
        more = ngettext("En nog {count} manier.", "En nog {count} manieren.", len(ways) - AT_MOST)
        page.paragraph(more.format(count=len(ways) - AT_MOST), style="ws-about")


@st.fragment
def instrument(outcome: Outcome) -> None:
    """Let the user choose an instrument, and say what would make it unnecessary."""
    lowest = outcome.framework.instrument_levels[0].id
    needed = {
        name: each.instrument.name for name, each in outcome.instruments.items() if each.counted != lowest
    }
    if not needed:
        return
    page.heading(_("Wanneer vervalt een instrument?"), anchor="vervalt")
    chosen = st.selectbox(
        _("Kies een instrument. Je ziet wat je anders moet doen, zodat het niet nodig is."),
        list(needed),
        index=None,
        format_func=needed.__getitem__,
        placeholder=_("Kies een instrument"),
        key="ws-vervalt",
    )
    if chosen is None:
        return
    found = instrument_ways_off(outcome.framework, outcome.answers, chosen)
    if found:
        listed(found, _("Dan wordt het: {level}"))
    else:
        page.paragraph(
            _("Geen drie veranderingen of minder laten dit vervallen. Het hoort bij wat het algoritme doet.")
        )


def _way(way: Way, result: str) -> str:
    text = escape(_("{question} Nu ‘{old}’, dan ‘{new}’."), quote=False)
    changes = "".join(
        "<li>"
        + text.format(
            question=escape(change.question.text),
            old=escape(change.from_text),
            new=f"<strong>{escape(change.to_text)}</strong>",
        )
        + "</li>"
        for change in way.changes
    )
    reached = result.format(level=terms.inside(way.result.label))
    return f'<li><p><strong>{escape(reached)}</strong></p><ul class="ws-used">{changes}</ul></li>'
