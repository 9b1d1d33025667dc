"""The picture of one statement: per round a bar that leans to where members stand."""

from collections.abc import Mapping
from typing import Any

import altair as alt

from assessment.framework import Framework
from assessment.review import wording
from assessment.review.ballots import STANCES, Statement
from assessment.review.results import Result
from texts import _
from ui import charts

ROW, AXIS = 44, 16
# Each pair that meets stands out; the counts in the bars and the words below tell them apart without colour.
COLOURS = {
    "light": ("#7a1414", "#d98880", "#8a929c", "#7fa6d6", "#154273"),
    "dark": ("#ffb3ad", "#b35a52", "#78818c", "#4f7db8", "#a9cbf2"),
}
LABELS = {
    "light": ("#ffffff", "#12110f", "#12110f", "#12110f", "#ffffff"),
    "dark": ("#12110f", "#ffffff", "#ffffff", "#ffffff", "#12110f"),
}


def draw(framework: Framework, statement: Statement, rounds: list[tuple[int, Result]]) -> None:
    """Draw the bars; who cannot see them gets the same in words."""
    text = wording.result_alternative(framework, statement.text, rounds)
    charts.draw(_chart(rounds), text)


def segments(number: int, result: Result) -> list[dict[str, Any]]:
    """Return the pieces of one bar, with the middle of the scale at zero."""
    counts = [result.counts.get(stance, 0) for stance in STANCES]
    left = -(counts[0] + counts[1] + counts[2] / 2)
    found = []
    for stance, count in zip(STANCES, counts, strict=True):
        if count:
            found.append(
                {
                    "round": _("Ronde {number}").format(number=number),
                    "from": left,
                    "to": left + count,
                    "at": left + count / 2,
                    "count": count,
                    "stance": stance,
                    "name": wording.stance_text(stance),
                }
            )
        left += count
    return found


def _chart(rounds: list[tuple[int, Result]]) -> alt.LayerChart:
    rows = [segment for number, result in rounds for segment in segments(number, result)]
    widest = max((abs(end) for row in rows for end in (row["from"], row["to"])), default=1)
    across = alt.X("from:Q", axis=None, scale=alt.Scale(domain=[-widest, widest], nice=False))
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        y=alt.Y("round:O", title=None, axis=alt.Axis(labelFontSize=14, ticks=False, domain=False))
    )
    tooltip = [alt.Tooltip("name:N", title=_("Antwoord")), alt.Tooltip("count:Q", title=_("Aantal"))]
    bars = base.mark_bar(size=26, stroke=charts.paper(), strokeWidth=1).encode(
        x=across, x2="to:Q", color=_scale("stance:O", COLOURS), tooltip=tooltip
    )
    counts = base.mark_text(fontSize=14).encode(
        x=alt.X("at:Q"), text="count:Q", color=_scale("stance:O", LABELS)
    )
    layers: alt.LayerChart = (bars + counts).resolve_scale(color="independent")
    sized = layers.properties(height=ROW * len(rounds) + AXIS)
    chart: alt.LayerChart = sized.configure_axis(labelColor=charts.ink()).configure_view(strokeWidth=0)
    return chart


def _scale(field: str, colours: Mapping[str, tuple[str, ...]]) -> alt.Color:
    scale = alt.Scale(domain=list(STANCES), range=list(colours[charts.theme()]))
    return alt.Color(field, scale=scale, legend=None)
