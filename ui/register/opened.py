"""The entry that the address names."""

import streamlit as st

from assessment.register.entry import Entry
from services import register
from services.errors import Refused
from texts import _
from ui import context, links, page
from ui.recall import last_known

ADDRESS = "id"


def entry() -> Entry:
    """Return the entry in the address; otherwise say what is wrong and stop the page."""
    try:
        wanted = register.read_id(st.query_params.get(ADDRESS, ""))
        return last_known(
            f"entry-{wanted.hex}", lambda: register.opened(context.store(), context.user(), wanted)
        )
    except Refused as refused:
        page.title(_("Dit algoritme kun je niet openen"))
        page.paragraph(str(refused))
        st.html(f"<p>{links.place(links.REGISTER, _('Naar het register'))}</p>")
        st.stop()
