"""Normen: what good order asks for, and what the data says about it today."""

import streamlit as st

from services import portfolio
from services.access import Action
from services.errors import NotAllowed
from texts import _
from ui import context, links, page, sheets
from ui.here import today
from ui.portfolio import norms, tables

page.title(_("Normen"), about=_("Wat hoort, en hoe het er volgens de gegevens voor staat."))
if context.may(Action.SEE_PORTFOLIO):
    found = portfolio.facts(context.store(), context.user(), today())
    st.html(f"<p>{links.place(links.PORTFOLIO, _('Terug naar het portfolio'))}</p>")
    norms.draw(found)
    norms.blocks(found)
    sheets.offer(_("Normen"), lambda: tables.sheet(norms.norms_table(found)))
else:
    page.paragraph(str(NotAllowed()))
