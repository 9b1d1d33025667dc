"""Kader in beeld: every question, rule and instrument, with its source and what it touches."""

import streamlit as st

from services import frameworks
from services.access import Action
from services.errors import NotAllowed
from texts import _
from ui import context, links, page
from ui.framework import parts

page.title(
    _("Kader in beeld"),
    about=_("Alle vragen, regels en instrumenten van het afwegingskader, met hun bron."),
)
if not context.may(Action.SEE_FRAMEWORK):
    page.paragraph(str(NotAllowed()))
else:
    versions = frameworks.versions()
    current = frameworks.current().version
    ways = [links.place(links.VERSIONS, _("Vergelijk twee versies"))] if len(versions) > 1 else []
    if context.may(Action.KEEP_FRAMEWORK):
        ways.append(links.place(links.MANAGE, _("Een nieuwe versie controleren")))
    if ways:
        st.html('<ul class="ws-ways">' + "".join(f"<li>{way}</li>" for way in ways) + "</ul>")
    version = current
    if len(versions) > 1:
        version = st.selectbox(_("Versie"), versions, index=versions.index(current), key="ws-kader-versie")
    parts.draw(version)
