"""The app: one entry for all pages. Who is at the screen, and which page the address names."""

import streamlit as st

from ui import links

st.set_page_config(layout="wide")
links.run(st.navigation(links.pages(), position="hidden"))
