"""Pictures of a portfolio: bars with their label above and their number at the end, also on a phone."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import altair as alt
import streamlit as st

from ui import charts

ROW, MARGIN, LINE_HEIGHT = 52, 24, 18
# So many letters fit beside each other on a window of 320 px; a number keeps this distance from a name.
LETTERS, APART = 41, 1
# In each theme the numbers stand out 4.5:1 on their bar; order and the table tell the tiers apart too.
TIERS = {
    "light": {
        "laag": "#2f6f4f",
        "beperkt": "#8a5a00",
        "hoog": "#9b1c1c",
        "verboden": "#4a1d5f",
        "onbekend": "#4a525c",
    },
    "dark": {
        "laag": "#8fd0ad",
        "beperkt": "#f2c46d",
        "hoog": "#ffb3ad",
        "verboden": "#d5b3f0",
        "onbekend": "#b9c0c9",
    },
}
BAR = {"light": "#154273", "dark": "#8fb8e8"}


@dataclass(frozen=True)
class Bar:
    """One bar: its name, how long it is, and what stands at its end."""

    name: str
    value: float
    text: str


@dataclass(frozen=True)
class Stack:
    """One bar in pieces: how many there are of each segment, by its id."""

    name: str
    parts: Mapping[str, int]


def bars(shown: Sequence[Bar], alternative: str, key: str, *, whole: float = 0) -> None:
    """Draw bars of one colour; the longest fills the width, or the one that is as long as `whole`."""
    rows = [_row(place, bar.name, bar.text) | {"value": bar.value} for place, bar in enumerate(shown)]
    base = _base(rows)
    most = whole or max((bar.value for bar in shown), default=0) or 1
    across = alt.X("value:Q", axis=None, scale=alt.Scale(domain=[0, most]))
    colour = BAR[charts.theme()]
    filled = base.mark_bar(height=12, color=colour, yOffset=10).encode(x=across)
    _draw(filled + _upper(base) + _lower(base) + _ends(base), rows, alternative, key)


def stacks(shown: Sequence[Stack], segments: Mapping[str, str], alternative: str, key: str) -> None:
    """Draw bars in pieces; `segments`: id → what it is called, in their order."""
    colours = TIERS[charts.theme()]
    names = "".join(
        f'<span><i style="background:{colours[segment]}"></i>{escape(label)}</span>'
        for segment, label in segments.items()
    )
    st.html(f'<p class="ws-segments" aria-hidden="true">{names}</p>')
    rows = [row for place, stack in enumerate(shown) for row in _pieces(place, stack, segments)]
    totals = [_row(place, stack.name, str(sum(stack.parts.values()))) for place, stack in enumerate(shown)]
    most = max((sum(stack.parts.values()) for stack in shown), default=0) or 1
    across = alt.Scale(domain=[0, most])
    scale = alt.Scale(domain=list(segments), range=[colours[segment] for segment in segments])
    pieces = _base(rows)
    bar = pieces.mark_bar(height=22, yOffset=10, stroke=charts.paper(), strokeWidth=1).encode(
        x=alt.X("from:Q", axis=None, scale=across),
        x2="to:Q",
        color=alt.Color("segment:N", scale=scale, legend=None),
    )
    number = (
        pieces.transform_filter(f"datum.count / {most} > 0.03")
        .mark_text(yOffset=10, color=charts.paper(), fontSize=13, fontWeight="bold")
        .encode(x=alt.X("middle:Q", scale=across), text="count:Q")
    )
    base = _base(totals)
    _draw(bar + number + _upper(base) + _lower(base) + _ends(base), totals, alternative, key)


def folded(name: str, end: str) -> tuple[str, str]:
    """Return a name as two lines, of which the lower one leaves room for `end`; the upper one may be empty.

    A name that does not fit goes without what it explains in brackets, and else ends in dots: the table below
    the picture has it whole.
    """
    room = max(LETTERS - len(end) - APART, 1)
    for told in (name, name.partition(" (")[0]):
        upper, lower = _lines(told, room)
        if len(lower) <= room:
            return upper, lower
    return upper, f"{lower[: room - 1]}…"


def _lines(name: str, room: int) -> tuple[str, str]:
    if len(name) <= room:
        return "", name
    upper, *more = textwrap.wrap(name, LETTERS) or [""]
    return upper, " ".join(more)


def _row(place: int, name: str, end: str) -> dict[str, Any]:
    upper, lower = folded(name, end)
    return {"place": place, "upper": upper, "lower": lower, "text": end}


def _pieces(place: int, stack: Stack, segments: Mapping[str, str]) -> list[dict[str, Any]]:
    found, start = [], 0
    for segment in segments:
        count = stack.parts.get(segment, 0)
        if count:
            ends = {"from": start, "to": start + count, "middle": start + count / 2}
            found.append({"place": place, "segment": segment, "count": count, **ends})
        start += count
    return found


def _base(rows: Sequence[dict[str, Any]]) -> alt.Chart:
    chart: alt.Chart = alt.Chart(alt.InlineData(values=list(rows))).encode(y=alt.Y("place:O", axis=None))
    return chart


def _upper(base: alt.Chart) -> alt.Chart:
    return _line(base, "upper", -4 - LINE_HEIGHT)


def _lower(base: alt.Chart) -> alt.Chart:
    return _line(base, "lower", -4)


def _line(base: alt.Chart, field: str, above: int) -> alt.Chart:
    text: alt.Chart = base.mark_text(
        align="left", baseline="bottom", yOffset=above, fontSize=14, color=charts.ink()
    ).encode(x=alt.value(0), text=f"{field}:N")
    return text


def _ends(base: alt.Chart) -> alt.Chart:
    text: alt.Chart = base.mark_text(
        align="right", baseline="bottom", yOffset=-4, fontSize=14, color=charts.ink()
    ).encode(x=alt.value("width"), text="text:N")
    return text


def _draw(chart: alt.LayerChart, rows: Sequence[Mapping[str, Any]], alternative: str, key: str) -> None:
    step = ROW + (LINE_HEIGHT if any(row["upper"] for row in rows) else 0)
    sized = chart.properties(height=step * len(rows) + MARGIN).configure_view(strokeWidth=0)
    with st.container(key=f"ws-beeld-{key}"):
        charts.draw(sized, alternative)
