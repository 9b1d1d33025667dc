"""The audit trail as a list that one can page through, and as a file."""

from html import escape

import streamlit as st

from assessment.audit import Entry
from assessment.audit_words import Names, sentence
from services import audit
from texts import _
from ui import context, table
from ui.here import Here, today
from ui.paging import paged
from ui.times import moment_text


def draw(here: Here) -> None:
    """Draw one page of what happened, newest first."""
    store, user = context.store(), context.user()
    heads = (_("Nummer"), _("Wanneer"), _("Wat er gebeurde"))
    with paged("ws-logboek-bladzijde", audit.count(store, user, here.id), audit.PAGE) as part:
        found = audit.page(store, user, here.id, offset=part.start)
        names = audit.names(store, found)
        rows = [_row(here, entry, names) for entry in found]
        st.html(table.html(_("Wat er met deze afweging gebeurde, het nieuwste eerst"), heads, rows))


def _row(here: Here, entry: Entry, names: Names) -> tuple[str, str, str]:
    said = sentence(here.framework, entry, names)
    return str(entry.number), escape(_moment(entry)), escape(said)


def _moment(entry: Entry) -> str:
    return moment_text(entry.moment, today()) if entry.moment else entry.at
