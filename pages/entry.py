"""One algorithm in the register: what is known of it, its assessments, and what changed."""

import streamlit as st

from texts import _
from ui import links, page
from ui.register import facts, look, opened, past, weighed

entry = opened.entry()
page.title(entry.name, kicker=_("Register, nummer {number}").format(number=entry.number))
st.html(f"<p>{links.place(links.REGISTER, _('Terug naar het register'))}</p>")
facts.said()
facts.first(entry)
look.draw(entry)
weighed.draw(entry)
facts.rest(entry)
past.draw(entry)
