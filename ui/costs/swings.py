"""A picture of which assumption moves the difference most, one at a time from low to high."""

from collections.abc import Sequence
from typing import Any, Literal

import altair as alt

from assessment.costs.money import CURRENCY, quantity_text
from assessment.costs.pictures import swings_alt
from assessment.costs.quantity import Quantity
from assessment.costs.result import Comparison, Swing
from texts import _
from ui import charts, page
from ui.costs import axes
from ui.costs.amounts import saved

ROW, AT_MOST = 74, 8
GREY = {"light": "#4a525c", "dark": "#b9c0c9"}


def draw(comparison: Comparison) -> None:
    """Draw the picture with its heading, and the table; words alone when nothing moves."""
    page.heading(
        _("Welke aanname telt het zwaarst?"),
        about=_("Steeds gaat één getal van laag naar hoog. De andere blijven zoals verwacht."),
        anchor="gevoelig",
    )
    if not comparison.swings:
        page.paragraph(swings_alt(comparison))
        return
    rows = [_row(place, each, float(comparison.saving)) for place, each in enumerate(comparison.swings)]
    axes.draw(_chart(rows[:AT_MOST]), swings_alt(comparison), "gevoelig")
    page.paragraph(
        _("Links van de streep bij nul is werken met algoritme duurder, rechts ervan goedkoper."),
        style="ws-about",
    )
    columns = {
        "name": _("Aanname"),
        "between": _("Van laag naar hoog"),
        "low_said": _("Met algoritme, bij laag"),
        "high_said": _("Met algoritme, bij hoog"),
    }
    axes.as_table(_("De aannames als tabel"), columns, rows)


def _row(place: int, swing: Swing, saving: float) -> dict[str, Any]:
    # The unit of money stands before the number, so what is left of it is named once.
    first = CURRENCY if swing.unit.startswith(CURRENCY) else ""
    between = _("{low} tot {high}").format(
        low=quantity_text(Quantity.exactly(swing.low), first),
        high=quantity_text(Quantity.exactly(swing.high), swing.unit),
    )
    return {
        "place": place,
        "name": swing.name,
        "between": between,
        "label": f"{swing.name}\n{between}",
        "middle": saving,
        "low": float(swing.at_low),
        "high": float(swing.at_high),
        "low_said": saved(swing.at_low),
        "high_said": saved(swing.at_high),
    }


def _chart(rows: Sequence[dict[str, Any]]) -> alt.LayerChart:
    base = alt.Chart(alt.InlineData(values=list(rows))).encode(
        y=alt.Y("place:O", axis=None), tooltip=_tooltip()
    )
    scale = _scale(rows)

    def at(field: str) -> alt.X:
        return alt.X(f"{field}:Q", axis=axes.euros(), scale=scale)

    grey, paper = GREY[charts.theme()], charts.paper()
    low = base.mark_bar(size=14, fill=paper, stroke=grey, strokeWidth=2)
    high = base.mark_bar(size=14, fill=grey, stroke=grey, strokeWidth=2)
    zero = alt.Chart(alt.InlineData(values=[{"at": 0}])).mark_rule(strokeWidth=2.5, color=axes.zero())
    names = _written(base, "left", dy=-42, baseline="top", lineBreak="\n")
    layers: alt.LayerChart = (
        zero.encode(x=at("at"))
        + low.encode(x=at("middle"), x2="low:Q")
        + high.encode(x=at("middle"), x2="high:Q")
        + names.encode(x=alt.value(0), text="label:N")
    )
    for end, word in {"low": _("laag"), "high": _("hoog")}.items():
        # Outside the bar, whichever way it goes.
        right, left = (base.transform_filter(f"datum.{end} {way} datum.middle") for way in (">=", "<"))
        layers += _written(right, "left", dx=7).encode(x=at(end), text=alt.value(word))
        layers += _written(left, "right", dx=-7).encode(x=at(end), text=alt.value(word))
    chart: alt.LayerChart = layers.properties(height=ROW * len(rows) + 40)
    return chart


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("name:N", title=_("Aanname")),
        alt.Tooltip("between:N", title=_("Van laag naar hoog")),
        alt.Tooltip("low_said:N", title=_("Bij laag")),
        alt.Tooltip("high_said:N", title=_("Bij hoog")),
    ]


def _scale(rows: Sequence[dict[str, Any]]) -> alt.Scale:
    """Leave room beside the bars for the words at their ends."""
    ends = [row[end] for row in rows for end in ("low", "high")] + [0.0]
    room = 0.16 * (max(ends) - min(ends)) or 1.0
    return alt.Scale(domain=[min(ends) - room, max(ends) + room], nice=False)


def _written(base: alt.Chart, align: Literal["left", "right"], **place: Any) -> alt.LayerChart:
    """Write with a rim in the colour of the page, so that no line runs through the words."""
    rim = base.mark_text(align=align, fontSize=13, stroke=charts.paper(), strokeWidth=4, **place)
    layers: alt.LayerChart = rim + base.mark_text(align=align, fontSize=13, color=charts.ink(), **place)
    return layers
