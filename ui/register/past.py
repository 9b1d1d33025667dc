"""What happened to an entry: who changed what, and when."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from assessment.register.entry import Entry
from services import people, register
from services.register import ChangeKind, EntryChange
from texts import _
from ui import context, page, sheets, table
from ui.here import today
from ui.paging import paged
from ui.register import words
from ui.sheets import Sheet
from ui.times import moment_text

ON_A_PAGE = 20
ASSESSMENT = "afweging"


def draw(entry: Entry) -> None:
    """Draw one page of what happened, newest first."""
    store, user = context.store(), context.user()
    page.heading(_("Wat is er veranderd?"), anchor="vraag-veranderd")
    count = register.count_history(store, user, entry.id)
    titles = {
        str(linked.assessment.id): linked.assessment.title
        for linked in register.assessments_of(store, user, entry.id)
        if linked.readable
    }
    heads = (_("Wanneer"), _("Wie"), _("Wat er gebeurde"))
    with paged("ws-regel-bladzijde", count, ON_A_PAGE) as part:
        found = register.history(store, user, entry.id, limit=ON_A_PAGE, offset=part.start)
        names = people.names(store, (change.author for change in found)) | {user.name: user.display}
        rows = [_row(change, names, titles) for change in found]
        found_table = table.html(_("Geschiedenis van dit algoritme, het nieuwste eerst"), heads, rows)
        st.html(f'<div class="ws-past">{found_table}</div>')

    def file() -> Sheet:
        """Read all that happened, not only the page of it that is on the screen."""
        every = register.history(store, user, entry.id, limit=count)
        who = people.names(store, (change.author for change in every)) | {user.name: user.display}
        cells = [(change.at, who[change.author], "\n".join(_said(change, titles))) for change in every]
        return Sheet(_("Geschiedenis"), heads, cells)

    sheets.offer(_("Geschiedenis"), file, about=entry.name)


def _row(change: EntryChange, names: Mapping[str, str], titles: Mapping[str, str]) -> tuple[str, ...]:
    when = moment_text(change.at, today())
    said = "<br>".join(escape(text) for text in _said(change, titles))
    return escape(when), escape(names[change.author]), said


def _said(change: EntryChange, titles: Mapping[str, str]) -> list[str]:
    if change.kind in (ChangeKind.LINKED, ChangeKind.UNLINKED):
        linked = change.kind is ChangeKind.LINKED
        text = _("Afweging gekoppeld: {title}.") if linked else _("Afweging losgemaakt: {title}.")
        return [text.format(title=titles.get("".join(change.detail[ASSESSMENT]), _("een afweging")))]
    added = [_("Toegevoegd aan het register.")] if change.kind is ChangeKind.ADDED else []
    return added + words.changes(change.detail)
