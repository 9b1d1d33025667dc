"""Which algorithm in the register an assessment is about."""

from html import escape

import streamlit as st

from services import register
from services.access import Action
from texts import _
from ui import context, links
from ui.here import Here


def draw(here: Here) -> None:
    """Draw the way to the algorithm; nothing when the assessment belongs to none."""
    if not context.may(Action.SEE_REGISTER):
        return
    entry = register.entry_of(context.store(), context.user(), here.id)
    if entry is not None:
        way = links.place(links.ENTRY, entry.name, id=str(entry.id))
        st.html(f"<p>{escape(_('Dit algoritme staat in het register:'))} {way}</p>")
