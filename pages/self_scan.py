"""Zelfscan: how far the organisation says it is, each year again."""

import streamlit as st

from services import frameworks, self_scan
from services.access import Action
from services.errors import NotAllowed
from texts import _
from ui import context, links, page
from ui.portfolio import scan

page.title(
    _("Zelfscan"),
    about=_("Hoe ver is de organisatie zelf? Vul dit elk jaar in, dan zie je of het beter gaat."),
)
if context.may(Action.SEE_PORTFOLIO):
    framework, history = frameworks.current(), self_scan.history(context.store(), context.user())
    st.html(f"<p>{links.place(links.PORTFOLIO, _('Terug naar het portfolio'))}</p>")
    scan.draw(framework, history)
    scan.form(framework, history)
else:
    page.paragraph(str(NotAllowed()))
