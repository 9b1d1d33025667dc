"""The opening of the overview: the counts, the sentences, and a picture of where algorithms are."""

from collections import Counter
from html import escape

import streamlit as st

from assessment.council.overview import Overview
from assessment.council.words import Labels, domain_name, domains_alternative, in_short, levels
from assessment.months import date_text
from services.council import Shown
from texts import _
from ui import page, sheets, table
from ui.portfolio import picture
from ui.portfolio.picture import Stack
from ui.sheets import Sheet


def counts(shown: Shown) -> None:
    """Draw of which day it is, the four numbers to remember, and the sentences that belong to them."""
    overview = shown.overview
    page.paragraph(_("Stand van {day}.").format(day=date_text(overview.on)), style="ws-about")
    if not overview.is_empty:
        st.html(_numbers(overview))
    lines = "".join(f"<li>{escape(text)}</li>" for text in in_short(overview))
    st.html(f"<ul>{lines}</ul>")


def _numbers(overview: Overview) -> str:
    numbers = {
        _("in gebruik"): len(overview.in_use),
        _("beslissen zelf"): len(overview.deciding),
        _("met hoog risico"): len(overview.risky),
        _("gewogen"): len(overview.weighed),
    }
    cells = "".join(f"<div><dt>{escape(name)}</dt><dd>{count}</dd></div>" for name, count in numbers.items())
    return f'<dl class="ws-counts">{cells}</dl>'


def domains(overview: Overview, labels: Labels) -> None:
    """Draw for what algorithms are used: bars per domain and risk, and the same as a table."""
    page.heading(
        _("Waarvoor we algoritmes gebruiken"),
        about=_("Is een algoritme nog niet gewogen? Dan telt de eigen schatting van de gemeente."),
        anchor="waarvoor",
    )
    found = overview.by_domain.items()
    stacks = [Stack(domain_name(domain), Counter(each.level for each in group)) for domain, group in found]
    picture.stacks(stacks, levels(labels), domains_alternative(overview, labels), "raad")
    heads = (_("Domein"), _("Algoritmes"), _("In gebruik"), _("Hoog risico"))
    cells = [
        (
            domain_name(domain),
            len(group),
            sum(each.runs for each in group),
            sum(each.is_risky for each in group),
        )
        for domain, group in found
    ]
    title = _("Algoritmes per domein")
    st.html(table.html(title, heads, [[escape(str(cell)) for cell in row] for row in cells]))
    sheets.offer(title, lambda: Sheet(title, heads, cells))
