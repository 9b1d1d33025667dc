"""A picture of how sure the difference is: in how many of a hundred calculations it is how large."""

from collections.abc import Sequence
from typing import Any

import altair as alt

from assessment.costs.pictures import histogram_alt
from assessment.costs.result import Bin, Comparison
from texts import _
from ui import charts, page
from ui.costs import axes
from ui.costs.amounts import between, of_hundred
from ui.sides import SIDES

HIGH = 260


def draw(comparison: Comparison) -> None:
    """Draw the picture with its heading, and the table; words alone when nothing is uncertain."""
    page.heading(
        _("Hoe zeker is het verschil?"),
        about=_("We rekenen duizenden keren, met steeds andere getallen tussen laagst en hoogst."),
        anchor="verschil",
    )
    if len(comparison.histogram) < 2:
        page.paragraph(histogram_alt(comparison))
        return
    total = sum(each.count for each in comparison.histogram)
    rows = [_row(each, 100 * each.count / total) for each in comparison.histogram]
    axes.draw(_chart(rows), histogram_alt(comparison), "verschil")
    page.paragraph(
        _(
            "De hoogte van een staaf is hoe vaak van de 100 keer het verschil zo groot is. "
            "Rechts van de streep bij nul is met algoritme goedkoper. Links ervan is het duurder."
        ),
        style="ws-about",
    )
    columns = {"range": _("Verschil"), "said": _("Van de 100 keer")}
    axes.as_table(_("Het verschil als tabel"), columns, rows)


def _row(each: Bin, percent: float) -> dict[str, Any]:
    return {
        "low": each.low,
        "high": each.high,
        "floor": 0,
        "share": percent,
        "side": SIDES[0] if each.low >= 0 else SIDES[1],
        "range": between(each.low, each.high),
        "said": of_hundred(percent),
    }


def _chart(rows: Sequence[dict[str, Any]]) -> alt.LayerChart:
    colour = alt.Scale(domain=list(SIDES), range=[axes.colours()[side] for side in SIDES])
    up = alt.Axis(title=None, labelFontSize=13, tickCount=4, tickMinStep=1, format="d")
    bars = (
        alt.Chart(alt.InlineData(values=list(rows)))
        .mark_rect(opacity=1, stroke=charts.paper(), strokeWidth=1)
        .encode(
            x=alt.X("low:Q", axis=axes.euros()),
            x2="high:Q",
            y=alt.Y("share:Q", axis=up),
            y2="floor:Q",
            color=alt.Color("side:N", scale=colour, legend=None),
            tooltip=[
                alt.Tooltip("range:N", title=_("Verschil")),
                alt.Tooltip("said:N", title=_("Van de 100 keer")),
            ],
        )
    )
    zero = alt.Chart(alt.InlineData(values=[{"at": 0}])).mark_rule(strokeWidth=2.5, color=charts.ink())
    layers: alt.LayerChart = bars + zero.encode(x=alt.X("at:Q", axis=axes.euros()))
    chart: alt.LayerChart = layers.properties(height=HIGH)
    return chart
