"""One algorithm in the register: what is known of it, its assessments, and what changed."""

from functools import partial

import streamlit as st

from reports.publication import publication_json, publication_sheet
from services import publishing
from texts import _
from ui import context, links, page, sheets
from ui.register import facts, form, look, opened, past, weighed
from ui.sharing import publication

entry = opened.entry()
# Read here: files are made in a thread that knows no session.
store, user, town = context.store(), context.user(), context.municipality()
found = partial(publishing.of_entry, store, user, entry.id, municipality=town)

page.title(entry.name, kicker=_("Register, nummer {number}").format(number=entry.number))
st.html(f"<p>{links.place(links.REGISTER, _('Terug naar het register'))}</p>")
page.once(said=form.SAID)
facts.first(entry)
look.draw(entry)
weighed.draw(entry)
facts.rest(entry)
page.heading(_("Algoritmeregister"), about=publication.of_entry(), anchor="publiceren")
publication.overview(found())
page.download(
    _("Download voor het Algoritmeregister (JSON)"),
    lambda: publication_json(found()),
    f"{entry.name} algoritmeregister",
    "application/json",
)
sheets.offer(_("Algoritmeregister"), lambda: publication_sheet(found()), about=entry.name)
past.draw(entry)
