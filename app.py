"""The app: one entry for all pages. Who is at the screen, and which page the address names."""

import streamlit as st

from ui import gate, language, links, menu

st.set_page_config(layout="wide")
page = st.navigation(links.pages(), position="hidden")
language.draw()
if gate.is_open():
    menu.draw(page.url_path)
    links.run(page)
