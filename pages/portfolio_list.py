"""The algorithms behind a figure of the portfolio."""

import streamlit as st

from services import portfolio
from services.access import Action
from services.errors import NotAllowed
from texts import _
from ui import context, page
from ui.here import today
from ui.portfolio import listing

page.title(_("Algoritmes in het portfolio"))
if context.may(Action.SEE_PORTFOLIO):
    listing.draw(portfolio.facts(context.store(), context.user(), today()), st.query_params.to_dict())
else:
    page.paragraph(str(NotAllowed()))
