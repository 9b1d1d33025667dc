"""The opening of the overview: the counts, the sentences, and a picture of where algorithms are."""

from html import escape
from typing import Any

import altair as alt
import streamlit as st

from assessment.council.overview import Overview
from assessment.council.words import domain_name, domains_alternative, in_short
from assessment.months import date_text
from services.council import Shown
from texts import _
from ui import charts, page, table

ROW, AXIS = 30, 40
# Each stands out 3:1 from the page and from its neighbour; the table below says the same in numbers.
COLOURS = {"light": ("#154273", "#c0392b"), "dark": ("#8fb8e8", "#f1948a")}


def counts(shown: Shown) -> None:
    """Draw of which day it is, the four numbers to remember, and the sentences that belong to them."""
    overview = shown.overview
    page.paragraph(_("Stand van {day}.").format(day=date_text(overview.on)), style="ws-about")
    numbers = {
        _("in gebruik"): len(overview.in_use),
        _("beslissen zelf"): len(overview.deciding),
        _("met hoog risico"): len(overview.risky),
        _("gewogen"): len(overview.weighed),
    }
    cells = "".join(f"<div><dt>{escape(name)}</dt><dd>{count}</dd></div>" for name, count in numbers.items())
    if not overview.algorithms:
        cells = ""
    lines = "".join(f"<li>{escape(text)}</li>" for text in in_short(overview))
    st.html(f'<dl class="ws-counts">{cells}</dl><ul>{lines}</ul>')


def domains(overview: Overview) -> None:
    """Draw for what algorithms are used: bars per domain, and the same as a table."""
    page.heading(_("Waarvoor we algoritmes gebruiken"), anchor="waarvoor")
    st.altair_chart(_chart(overview), width="stretch", alt=domains_alternative(overview))
    heads = (_("Domein"), _("Algoritmes"), _("In gebruik"), _("Hoog risico"))
    rows = [
        (
            escape(domain_name(domain)),
            str(len(found)),
            str(sum(each.runs for each in found)),
            str(sum(each.is_risky for each in found)),
        )
        for domain, found in overview.by_domain.items()
    ]
    st.html(table.html(_("Algoritmes per domein"), heads, rows))


def _chart(overview: Overview) -> alt.Chart:
    names = (_("geen hoog risico, of nog niet bekend"), _("hoog risico"))
    rows: list[dict[str, Any]] = []
    for domain, found in overview.by_domain.items():
        risky = sum(each.is_risky for each in found)
        for name, count in zip(names, (len(found) - risky, risky), strict=True):
            rows.append({"domain": domain_name(domain), "part": name, "count": count})
    scale = alt.Scale(domain=list(names), range=list(COLOURS[charts.theme()]))
    legend = alt.Legend(title=None, orient="top", labelLimit=0, labelFontSize=13, aria=False)
    chart: alt.Chart = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_bar(aria=False, stroke=charts.paper(), strokeWidth=1)
        .encode(
            y=alt.Y(
                "domain:N",
                sort=None,
                title=None,
                axis=alt.Axis(aria=False, labelFontSize=14, labelLimit=180, ticks=False, domain=False),
            ),
            x=alt.X(
                "count:Q",
                title=None,
                axis=alt.Axis(aria=False, labelFontSize=13, tickMinStep=1, format="d", domain=False),
            ),
            color=alt.Color("part:N", scale=scale, legend=legend),
            order=alt.Order("part:N", sort="ascending"),
            tooltip=[
                alt.Tooltip("domain:N", title=_("Domein")),
                alt.Tooltip("part:N", title=_("Risico")),
                alt.Tooltip("count:Q", title=_("Aantal")),
            ],
        )
        .properties(height=ROW * len(overview.by_domain) + AXIS)
        .configure_axis(labelColor=charts.ink(), gridOpacity=0.3)
        .configure_legend(labelColor=charts.ink())
        .configure_view(strokeWidth=0)
    )
    return chart
