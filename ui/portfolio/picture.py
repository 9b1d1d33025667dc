"""Pictures of a portfolio: bars with their label above and their number at the end, also on a phone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import altair as alt
import streamlit as st

from ui import charts

ROW, MARGIN = 52, 24
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
    rows = [
        {"place": place, "name": bar.name, "value": bar.value, "text": bar.text, "start": 0}
        for place, bar in enumerate(shown)
    ]
    base = _base(rows)
    most = whole or max((bar.value for bar in shown), default=0) or 1
    across = alt.X("value:Q", axis=None, scale=alt.Scale(domain=[0, most]))
    colour = BAR[charts.theme()]
    filled = base.mark_bar(height=12, color=colour, aria=False, yOffset=10).encode(x=across)
    _draw(filled + _names(base) + _ends(base), len(rows), alternative, key)


def stacks(shown: Sequence[Stack], segments: Mapping[str, str], alternative: str, key: str) -> None:
    """Draw bars in pieces; `segments`: id → what it is called, in their order."""
    colours = TIERS[charts.theme()]
    names = "".join(
        f'<span><i style="background:{colours[segment]}"></i>{escape(label)}</span>'
        for segment, label in segments.items()
    )
    st.html(f'<p class="ws-segments" aria-hidden="true">{names}</p>')
    rows = [row for place, stack in enumerate(shown) for row in _pieces(place, stack, segments)]
    totals = [
        {"place": place, "name": stack.name, "text": str(sum(stack.parts.values())), "start": 0}
        for place, stack in enumerate(shown)
    ]
    most = max((sum(stack.parts.values()) for stack in shown), default=0) or 1
    across = alt.Scale(domain=[0, most])
    scale = alt.Scale(domain=list(segments), range=[colours[segment] for segment in segments])
    pieces = _base(rows)
    bar = pieces.mark_bar(height=22, aria=False, yOffset=10, stroke=charts.paper(), strokeWidth=1).encode(
        x=alt.X("from:Q", axis=None, scale=across),
        x2="to:Q",
        color=alt.Color("segment:N", scale=scale, legend=None),
    )
    number = (
        pieces.transform_filter(f"datum.count / {most} > 0.03")
        .mark_text(aria=False, yOffset=10, color=charts.paper(), fontSize=13, fontWeight="bold")
        .encode(x=alt.X("middle:Q", scale=across), text="count:Q")
    )
    base = _base(totals)
    _draw(bar + number + _names(base) + _ends(base), len(shown), alternative, key)


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


def _names(base: alt.Chart) -> alt.Chart:
    text: alt.Chart = base.mark_text(
        aria=False, align="left", baseline="bottom", yOffset=-4, fontSize=14, color=charts.ink()
    ).encode(x=alt.value(0), text="name:N")
    return text


def _ends(base: alt.Chart) -> alt.Chart:
    text: alt.Chart = base.mark_text(
        aria=False, align="right", baseline="bottom", yOffset=-4, fontSize=14, color=charts.ink()
    ).encode(x=alt.value("width"), text="text:N")
    return text


def _draw(chart: alt.LayerChart, count: int, alternative: str, key: str) -> None:
    sized = chart.properties(height=ROW * count + MARGIN).configure_view(strokeWidth=0)
    with st.container(key=f"ws-beeld-{key}"):
        st.altair_chart(sized, width="stretch", alt=alternative)
