"""What the register knows of one algorithm, group by group; who keeps the register can change it here."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from assessment.register.entry import Entry
from assessment.register.fields import field_file
from assessment.register.parts import Field, Group
from services.access import Action
from texts import _
from ui import context, links, page
from ui.register import draft, form, values

# What people look for first; the rest is for the national register.
FIRST = ("kern", "beheer")


def first(entry: Entry) -> None:
    """Draw the groups that people look for first."""
    _draw(entry, [group for group in field_file().groups if group.id in FIRST])


def rest(entry: Entry) -> None:
    """Draw all other groups."""
    _draw(entry, [group for group in field_file().groups if group.id not in FIRST])


def _draw(entry: Entry, groups: Sequence[Group]) -> None:
    """Draw of each group its facts, or its fields when the address says that somebody changes it."""
    changes = context.may(Action.KEEP_REGISTER)
    for group in groups:
        fields = [field for field in field_file().fields if field.group == group.id]
        page.heading(group.text, anchor=f"{form.SHOW}-{group.id}")
        if changes and st.query_params.get(form.CHANGE) == group.id:
            form.draw(entry, group, fields)
        else:
            _facts(entry, group, fields, changes=changes)


def _facts(entry: Entry, group: Group, fields: Sequence[Field], *, changes: bool) -> None:
    known = [field for field in fields if entry.value(field.id)]
    rows = "".join(
        f"<dt>{escape(field.text)}</dt><dd>{values.html(field, entry.value(field.id))}</dd>"
        for field in known
    )
    facts = f'<dl class="ws-facts">{rows}</dl>' if known else ""
    st.html(f"{facts}{_missing(entry, fields)}{_way(entry, group) if changes else ''}")


def _missing(entry: Entry, fields: Sequence[Field]) -> str:
    names = [field.text for field in fields if not entry.value(field.id)]
    if not names:
        return ""
    text = _("Nog niet ingevuld: {names}.").format(names=", ".join(names))
    return f'<p class="ws-about">{escape(text)}</p>'


def _way(entry: Entry, group: Group) -> str:
    note = _("Je hebt hier tekst die nog niet is bewaard.") if draft.is_waiting(entry, group.id) else ""
    label = _("Wijzig: {group}").format(group=group.text)
    query = {"id": str(entry.id), form.CHANGE: group.id, form.SHOW: group.id}
    return f"<p>{links.place(links.ENTRY, label, note=note, **query)}</p>"
