"""A picture of when what must be done, with the same in words."""

from html import escape
from typing import Any

import altair as alt
import streamlit as st

from assessment.outcome import InstrumentOutcome, Outcome
from texts import _
from ui import charts, page, table, terms
from ui.instruments import ByHand, groups

ROW = 30
# Each stands out 3:1 from the page behind it; the shapes tell them apart without colour.
COLOURS = {
    "light": {"verplicht": "#154273", "beleid": "#3f76b5", "aanbevolen": "#6d7985"},
    "dark": {"verplicht": "#a9c9ef", "beleid": "#5b93d6", "aanbevolen": "#9aa5b1"},
}
SHAPES = {"verplicht": "square", "beleid": "diamond", "aanbevolen": "circle"}


def draw(outcome: Outcome, settled: ByHand) -> None:
    """Draw the picture, and its table; what a person set by hand counts."""
    needed = _needed(outcome, settled)
    if not needed:
        return
    page.heading(
        _("Wanneer moet het gebeuren?"),
        about=_("Van links naar rechts: van het eerste idee tot na de start."),
        anchor="tijdlijn",
    )
    rows = [_record(outcome, level, member) for level, member in needed]
    with st.container(key="ws-tijdlijn"):
        charts.draw(_chart(outcome, rows), _alternative(outcome, needed))
    with st.expander(_("De tijdlijn als tabel"), type="compact"):
        cells = [[escape(cell) for cell in row.values()] for row in rows]
        st.html(table.html(_("De tijdlijn als tabel"), list(rows[0]), cells))


def _needed(outcome: Outcome, settled: ByHand) -> list[tuple[str, InstrumentOutcome]]:
    moments = list(outcome.framework.moments)
    members = groups(outcome, settled)
    needed = [level.id for level in outcome.framework.instrument_levels[1:]]
    found = [(level, member) for level in reversed(needed) for member in members[level]]
    return sorted(found, key=lambda pair: moments.index(pair[1].instrument.moment))


def _record(outcome: Outcome, level: str, member: InstrumentOutcome) -> dict[str, str]:
    return {
        _("Wat"): member.instrument.name.split(" (")[0],
        _("Wanneer"): outcome.framework.moments[member.instrument.moment].name,
        _("Status"): outcome.framework.instrument_scale.level(level).label,
        _("Inspanning"): terms.effort(member.instrument),
        _("Datum"): terms.starts(member),
    }


def _chart(outcome: Outcome, rows: list[dict[str, str]]) -> alt.LayerChart:
    moments = [moment.name for moment in outcome.framework.moments.values()]
    across = alt.Axis(orient="top", title=None, labelAngle=0, labelLimit=120, labelFontSize=13, grid=True)
    down = alt.Axis(title=None, labelLimit=320, labelFontSize=13, grid=True)
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        x=alt.X(f"{_('Wanneer')}:N", sort=moments, scale=alt.Scale(domain=moments), axis=across),
        y=alt.Y(f"{_('Wat')}:N", sort=[row[_("Wat")] for row in rows], axis=down),
        tooltip=[alt.Tooltip(f"{column}:N") for column in rows[0]],
    )
    points = base.mark_point(filled=True, size=220, opacity=1).encode(**_marks(outcome))
    # Days stand left of their mark: there is room, for no duty of the future belongs to the first phase.
    days = base.mark_text(align="right", dx=-14, fontSize=13, color=charts.ink()).encode(
        text=f"{_('Datum')}:N"
    )
    chart: alt.LayerChart = (points + days).properties(height=ROW * len(rows) + 70)
    coloured: alt.LayerChart = chart.configure_axis(labelColor=charts.ink()).configure_legend(
        labelColor=charts.ink()
    )
    return coloured


def _marks(outcome: Outcome) -> dict[str, Any]:
    """Tell the levels apart by colour and by shape."""
    levels = [level for level in reversed(outcome.framework.instrument_levels) if level.id in SHAPES]
    labels = [level.label for level in levels]
    colours = alt.Scale(domain=labels, range=[COLOURS[charts.theme()][level.id] for level in levels])
    shapes = alt.Scale(domain=labels, range=[SHAPES[level.id] for level in levels])
    legend = alt.Legend(orient="top", title=None, labelFontSize=14, symbolSize=160)
    field = f"{_('Status')}:N"
    return {"color": alt.Color(field, scale=colours, legend=legend), "shape": alt.Shape(field, scale=shapes)}


def _alternative(outcome: Outcome, needed: list[tuple[str, InstrumentOutcome]]) -> str:
    sentences = []
    for moment in outcome.framework.moments.values():
        names = [member.instrument.name for _level, member in needed if member.instrument.moment == moment.id]
        if names:
            sentences.append(_("{moment}: {names}.").format(moment=moment.name, names=", ".join(names)))
    return _("Tijdlijn van wat er moet gebeuren. {sentences}").format(sentences=" ".join(sentences))
