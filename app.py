"""The app: one entry for all pages. Who is at the screen, and which page the address names."""

import streamlit as st

from ui import gate, links

st.set_page_config(layout="wide")
page = st.navigation(links.pages(), position="hidden")
if gate.is_open():
    links.run(page)
