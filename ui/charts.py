"""What all pictures share: colours that stand out in Streamlit's light and dark theme."""

import streamlit as st


def theme() -> str:
    """Return the theme on the screen: "light" or "dark"."""
    return "dark" if st.context.theme.type == "dark" else "light"


def paper() -> str:
    """Return the colour of the page behind a chart."""
    return {"light": "#ffffff", "dark": "#12161c"}[theme()]


def ink() -> str:
    """Return a colour for text in a chart with enough contrast; that of Streamlit's charts is too faint."""
    return {"light": "#12110f", "dark": "#f5f5f2"}[theme()]
