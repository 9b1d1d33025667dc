"""A picture of each theme: how far each of its factors is, from 1 to 5."""

from typing import Any, Literal

import altair as alt
import streamlit as st

from assessment.success import wording
from assessment.success.parts import HIGHEST, LOWEST
from assessment.success.profile import Profile, Reading, ThemeReading
from texts import _
from ui import charts, page

ROW, AXIS, MARGIN = 48, 64, 0.5
# Each stands out 3:1 from the page behind it; the shapes and the words tell them apart without colour.
COLOURS = {
    "light": {"weak": "#9b1c1c", "fair": "#8a5a00", "good": "#154273", "open": "#4a525c"},
    "dark": {"weak": "#ffb3ad", "fair": "#f2c46d", "good": "#8fb8e8", "open": "#b9c0c9"},
}
SHAPES = {"weak": "triangle-down", "fair": "diamond", "good": "circle", "open": "cross"}
TRACK = {"light": "#d5d9de", "dark": "#3a4350"}


def draw(profile: Profile) -> None:
    """Draw a card with a picture per theme; who cannot see it gets the same in words."""
    page.heading(
        _("Het profiel per thema"),
        about=_("Hoe verder naar rechts, hoe beter. Er is geen totaal: goed maakt zwak niet goed."),
        anchor="profiel",
    )
    with st.container(key="ws-profiel"):
        for theme in profile.themes:
            with st.container(key=f"ws-thema-{theme.theme.id}"):
                page.heading(theme.theme.name, level=3, about=theme.theme.meaning)
                charts.draw(_chart(theme), wording.alternative(theme))
                page.paragraph(wording.weakest(theme))


def _look(reading: Reading) -> str:
    if reading.score is None:
        return "open"
    if reading.is_weak:
        return "weak"
    return "fair" if reading.is_short else "good"


def _record(place: int, reading: Reading) -> dict[str, Any]:
    left, right = LOWEST - MARGIN, HIGHEST + MARGIN
    return {
        "name": reading.factor.name,
        "standing": wording.standing(reading),
        "brief": _brief(reading),
        "place": place,
        "left": left,
        "right": right,
        "score": reading.score or left,
        "look": _look(reading),
    }


def _brief(reading: Reading) -> str:
    """Fit beside the name, also on a phone."""
    return _("open") if reading.score is None else wording.score_word(reading.score)


def _chart(theme: ThemeReading) -> alt.LayerChart:
    rows = [_record(place, reading) for place, reading in enumerate(theme.readings)]
    base = alt.Chart(alt.InlineData(values=rows)).encode(y=alt.Y("place:O", axis=None))
    known = base.transform_filter("datum.look != 'open'").encode(color=_colour())
    tooltip = [alt.Tooltip("name:N", title=_("Factor")), alt.Tooltip("standing:N", title=_("Score"))]
    parts = (
        _tracks(base)
        + known.mark_rule(strokeWidth=5, opacity=1).encode(x=_across("left"), x2="score:Q")
        + known.mark_point(filled=True, size=220, opacity=1).encode(
            x=_across("score"), shape=_shape(), tooltip=tooltip
        )
        + _label(base, "left").encode(text="name:N")
        + _label(base, "right").encode(text="brief:N")
    )
    chart: alt.LayerChart = parts.properties(height=ROW * len(rows) + AXIS)
    coloured: alt.LayerChart = chart.configure_axis(labelColor=charts.ink()).configure_view(strokeWidth=0)
    return coloured


def _tracks(base: alt.Chart) -> alt.LayerChart:
    """Draw the way from lowest to highest; dashed where nobody knows how far it is."""
    tracks = base.transform_filter("datum.look != 'open'").mark_rule(
        strokeWidth=5, opacity=1, color=TRACK[charts.theme()]
    )
    dashes = base.transform_filter("datum.look == 'open'").mark_rule(
        strokeWidth=2, opacity=1, strokeDash=[4, 6], color=COLOURS[charts.theme()]["open"]
    )
    layers: alt.LayerChart = tracks.encode(x=_across("left"), x2="right:Q") + dashes.encode(
        x=_across("left"), x2="right:Q"
    )
    return layers


def _across(field: str) -> alt.X:
    scale = alt.Scale(domain=[LOWEST - MARGIN, HIGHEST + MARGIN], nice=False, zero=False)
    ends = {LOWEST: wording.score_word(LOWEST), HIGHEST: wording.score_word(HIGHEST)}
    labels = "".join(f"datum.value == {mark} ? ['{mark}', '{word}'] : " for mark, word in ends.items())
    axis = alt.Axis(
        title=None,
        values=list(range(LOWEST, HIGHEST + 1)),
        labelExpr=f"{labels}format(datum.value, 'd')",
        labelFontSize=13,
        labelAngle=0,
        labelOverlap=False,
        grid=False,
        domain=False,
        ticks=False,
    )
    return alt.X(f"{field}:Q", scale=scale, axis=axis)


def _label(base: alt.Chart, side: Literal["left", "right"]) -> alt.Chart:
    """Write above the way, at its left or right end."""
    text: alt.Chart = base.mark_text(align=side, baseline="bottom", dy=-11, fontSize=14, color=charts.ink())
    labelled: alt.Chart = text.encode(x=_across(side))
    return labelled


# Colour and shape both tell the levels apart.
def _colour() -> alt.Color:
    colours = COLOURS[charts.theme()]
    scale = alt.Scale(domain=list(colours), range=list(colours.values()))
    return alt.Color("look:N", scale=scale, legend=None)


def _shape() -> alt.Shape:
    scale = alt.Scale(domain=list(SHAPES), range=list(SHAPES.values()))
    return alt.Shape("look:N", scale=scale, legend=None)
