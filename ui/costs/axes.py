"""What the pictures of the comparison of costs share: colours, euros, a table beside each."""

from collections.abc import Sequence
from html import escape
from typing import Any

import altair as alt
import streamlit as st

from texts import SOURCE_LANGUAGE, _, language
from ui import charts, table

# Each stands out 3:1 from the page behind it; dashes, shapes and places tell them apart without colour.
COLOURS = {
    "light": {"with": "#154273", "without": "#8a5a00"},
    "dark": {"with": "#8fb8e8", "without": "#f2c46d"},
}
# Vega writes numbers the English way: 1,000.5 becomes 1.000,5 here, by way of a sign that neither uses.
ENGLISH = "format({0})"
DUTCH = f"replace(replace(replace({ENGLISH}, regexp(',', 'g'), ';'), '.', ','), regexp(';', 'g'), '.')"


def colours() -> dict[str, str]:
    """Return the colour of each way of working in the theme on the screen."""
    return COLOURS[charts.theme()]


def zero() -> str:
    """Return the colour of the line at zero, at which it tips."""
    return colours()["without"]


def euros() -> alt.Axis:
    """Return an axis of euros."""
    return alt.Axis(
        title=None,
        labelExpr=_amount(),
        labelFontSize=13,
        labelLimit=0,
        tickCount=5,
        tickMinStep=1,
        labelOverlap=True,
    )


def _amount() -> str:
    """Return an amount as Vega should write it: from a billion on in billions, as the texts do."""
    number = DUTCH if language() == SOURCE_LANGUAGE else ENGLISH
    whole = number.format("abs(datum.value), ',.0f'")
    billions = number.format("abs(datum.value) / 1e9, ',.2~f'")
    sign = "(datum.value < 0 ? '−€ ' : '€ ')"
    return f"{sign} + (abs(datum.value) < 1e9 ? {whole} : {billions} + ' {_('miljard')}')"


def draw(chart: alt.LayerChart, alternative: str, name: str) -> None:
    """Draw a picture; what is read out instead is `alternative`."""
    ink = charts.ink()
    styled = chart.configure_axis(labelColor=ink).configure_legend(labelColor=ink)
    with st.container(key=f"ws-beeld-{name}"):
        charts.draw(styled, alternative)


def as_table(label: str, columns: dict[str, str], rows: Sequence[dict[str, Any]]) -> None:
    """Offer the numbers behind a picture; `columns` are the headings per field."""
    with st.expander(label, type="compact"):
        cells = [[escape(str(row[field])) for field in columns] for row in rows]
        st.html(table.html(label, list(columns.values()), cells))
