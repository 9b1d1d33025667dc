"""Tweede blik: the entries of the register whose own rating is probably too low, and where to begin."""

import streamlit as st

from services.access import Action
from services.errors import NotAllowed
from texts import _
from ui import context, links, page
from ui.register import marked

page.title(
    _("Tweede blik"),
    kicker=_("Register"),
    about=_(
        "Wat het register zegt, gewogen in het afwegingskader en vergeleken met de eigen inschatting. Zo "
        "zie je waar je het best kunt beginnen. Het is nog geen afweging."
    ),
)
st.html(f"<p>{links.place(links.REGISTER, _('Terug naar het register'))}</p>")
if context.may(Action.SEE_REGISTER):
    marked.draw()
else:
    page.paragraph(str(NotAllowed()))
