"""Beheer: check a new version of the framework, and try what it would change."""

import streamlit as st

from services.access import Action
from services.errors import NotAllowed
from texts import _
from ui import context, links, page
from ui.framework import upload

page.title(
    _("Beheer"),
    about=_("Controleer een nieuwe versie van het afwegingskader, en zie vooraf wat ze verandert."),
)
if context.may(Action.KEEP_FRAMEWORK):
    ways = (
        links.place(links.RULE_CHANGE, _("Andere regels proberen")),
        links.place(links.FRAMEWORK, _("Kader in beeld")),
    )
    st.html('<ul class="ws-ways">' + "".join(f"<li>{way}</li>" for way in ways) + "</ul>")
    upload.draw()
else:
    page.paragraph(str(NotAllowed()))
