"""What all pictures share: colours that stand out in Streamlit's light and dark theme, and how they speak."""

import altair as alt
import streamlit as st


def draw(chart: alt.LayerChart, alternative: str) -> None:
    """Draw a picture over the full width; what is read out instead of it is `alternative`, and only that."""
    # Vega would read out every mark and axis as well: in English, with names of fields.
    quiet: alt.LayerChart = chart.configure_mark(aria=False)
    quiet.config["aria"] = False
    st.altair_chart(quiet, width="stretch", alt=alternative)


def theme() -> str:
    """Return the theme on the screen: "light" or "dark"."""
    return "dark" if st.context.theme.type == "dark" else "light"


def paper() -> str:
    """Return the colour of the page behind a chart."""
    return {"light": "#ffffff", "dark": "#12161c"}[theme()]


def ink() -> str:
    """Return a colour for text in a chart with enough contrast; that of Streamlit's charts is too faint."""
    return {"light": "#12110f", "dark": "#f5f5f2"}[theme()]
