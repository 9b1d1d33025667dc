"""A picture of what both ways of working have cost up to and including each year."""

from collections.abc import Sequence
from html import escape
from typing import Any

import altair as alt
import streamlit as st

from assessment.costs.money import euro_rounded
from assessment.costs.pictures import years_alt
from assessment.costs.result import Comparison
from texts import _
from ui import page
from ui.costs import axes
from ui.costs.amounts import between
from ui.sides import SIDES, of_side, side_text

HIGH = 340
DASHES, SHAPES = [[1, 0], [8, 5]], ["circle", "square"]


def draw(comparison: Comparison) -> None:
    """Draw the picture with its heading, and the table."""
    page.heading(
        _("Wat kost het met de jaren?"),
        about=_("Alles wat tot en met dat jaar is uitgegeven, in euro’s van nu."),
        anchor="jaren",
    )
    picture(comparison)
    columns = {
        "name": _("Werkwijze"),
        "when": _("Jaar"),
        "line": _("Verwacht"),
        "usual": _("In 8 van de 10 gevallen"),
        "extreme": _("Van laagste tot hoogste"),
    }
    axes.as_table(_("De kosten per jaar als tabel"), columns, _rows(comparison))


def picture(comparison: Comparison) -> None:
    """Draw the picture alone, with what its bands are."""
    st.html(_legend())
    axes.draw(_chart(_rows(comparison), comparison.horizon), years_alt(comparison), "jaren")
    page.paragraph(
        _(
            "De lijn is wat we verwachten. In 8 van de 10 gevallen ligt het bedrag in de donkere band. "
            "De lichte band loopt van alles op zijn laagst tot alles op zijn hoogst. "
            "Het uurtarief en de discontovoet blijven daarbij gelijk."
        ),
        style="ws-about",
    )


def _legend() -> str:
    """Say which line is which, as the columns of the questions do; for who sees the picture only."""
    names = "".join(f'<span class="ws-key-{side}">{escape(side_text(side))}</span>' for side in SIDES)
    return f'<p class="ws-key" aria-hidden="true">{names}</p>'


def _rows(comparison: Comparison) -> list[dict[str, Any]]:
    return [_row(comparison, number, side) for side in SIDES for number in range(len(comparison.years))]


def _row(comparison: Comparison, number: int, side: str) -> dict[str, Any]:
    year = comparison.years[number]
    expected, spread = of_side(year.expected, side), of_side(year.spread, side)
    lowest, highest = of_side(year.lowest, side), of_side(year.highest, side)
    return {
        "name": side_text(side),
        "year": number,
        "when": _("Jaar {number}").format(number=number) if number else _("Start"),
        "expected": float(expected),
        "p10": spread.p10,
        "p90": spread.p90,
        "lowest": float(lowest),
        "highest": float(highest),
        "line": euro_rounded(expected),
        "usual": between(spread.p10, spread.p90),
        "extreme": between(lowest, highest),
    }


def _chart(rows: Sequence[dict[str, Any]], horizon: int) -> alt.LayerChart:
    names = [side_text(side) for side in SIDES]
    colour = alt.Scale(domain=names, range=[axes.colours()[side] for side in SIDES])
    base = alt.Chart(alt.InlineData(values=list(rows))).encode(
        x=alt.X("year:Q", axis=_across(horizon), scale=alt.Scale(nice=False)),
        color=alt.Color("name:N", scale=colour, legend=None),
    )
    dash = alt.StrokeDash("name:N", scale=alt.Scale(domain=names, range=DASHES), legend=None)
    shape = alt.Shape("name:N", scale=alt.Scale(domain=names, range=SHAPES), legend=None)
    line = alt.Y("expected:Q", axis=axes.euros())
    layers: alt.LayerChart = (
        base.mark_area(opacity=0.12).encode(y=alt.Y("lowest:Q", axis=axes.euros()), y2="highest:Q")
        + base.mark_area(opacity=0.28).encode(y=alt.Y("p10:Q", axis=axes.euros()), y2="p90:Q")
        + base.mark_line(strokeWidth=3).encode(y=line, strokeDash=dash)
        + base.mark_point(filled=True, size=90, opacity=1).encode(y=line, shape=shape, tooltip=_tooltip())
    )
    chart: alt.LayerChart = layers.properties(height=HIGH)
    return chart


def _across(horizon: int) -> alt.Axis:
    start, year = _("Start"), _("Jaar")
    return alt.Axis(
        title=None,
        values=list(range(horizon + 1)),
        labelExpr=f"datum.value == 0 ? '{start}' : '{year} ' + datum.value",
        labelAngle=0,
        labelFontSize=13,
        labelOverlap=True,
        labelFlush=True,
        grid=False,
    )


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("name:N", title=_("Werkwijze")),
        alt.Tooltip("when:N", title=_("Jaar")),
        alt.Tooltip("line:N", title=_("Verwacht")),
        alt.Tooltip("usual:N", title=_("In 8 van de 10 gevallen")),
    ]
