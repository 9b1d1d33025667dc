"""Importeren in het register: a file of Excel or CSV, what it would do, and then all of it or nothing."""

import streamlit as st

from services.access import Action
from services.errors import NotAllowed
from texts import _
from ui import context, links, page
from ui.register import preview, uploading

page.title(
    _("Importeer een bestand"),
    kicker=_("Register"),
    about=_("Zet algoritmes uit Excel of CSV in het register. Je ziet eerst wat er gaat gebeuren."),
)
st.html(f"<p>{links.place(links.REGISTER, _('Terug naar het register'))}</p>")
if not context.may(Action.KEEP_REGISTER):
    page.paragraph(str(NotAllowed()))
elif not preview.done():
    source = uploading.draw()
    if source is not None:
        preview.draw(source)
