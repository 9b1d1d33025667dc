"""The fields of one group of an entry, to change: kept all at once, and never lost."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from assessment.register.entry import Entry
from assessment.register.parts import Field, Group
from services import register
from services.errors import CannotSave, Refused
from services.register_errors import EntryChanged, EntryFaults
from texts import _
from ui import context, links, page
from ui.carrier import Carrier
from ui.register import draft as drafts
from ui.register import inputs, values
from ui.register.draft import Draft

CHANGE, SHOW, REVISION, SAID = "wijzig", "vraag", "revision", "ws-regel-gezegd"


def draw(entry: Entry, group: Group, fields: Sequence[Field]) -> None:
    """Draw the fields with what was typed so far, and the buttons to keep it or not."""
    _heartbeat()
    draft = drafts.of(entry, group.id, fields)
    if draft.is_kept:
        st.session_state[SAID] = _("‘{group}’ is bewaard.").format(group=group.text)
        _leave(entry, group)
    _catch_up(entry, fields, draft)
    if draft.refused:
        st.error(page.plain(draft.refused))
    for field in fields:
        with st.container(key=f"ws-veld-{field.id}"):
            _field(entry, field, draft)
    if draft.changes():
        page.paragraph(_("Je hebt hier iets veranderd. Het is nog niet bewaard."), style="ws-unsaved")
    with st.container(horizontal=True):
        given = (entry, group, fields, draft)
        st.button(_("Bewaar"), key=f"bewaar-{group.id}", on_click=_keep, args=given, type="primary")
        if st.button(_("Annuleer"), key=f"annuleer-{group.id}"):
            _leave(entry, group)


@st.fragment(run_every=10)
def _heartbeat() -> None:
    """Let a browser that reconnects run the page, with all that its fields hold: it does what is due."""


def _catch_up(entry: Entry, fields: Sequence[Field], draft: Draft) -> None:
    """Learn from the browser which revision it showed before the server began again."""
    carrier = Carrier(f"regel-{entry.id.hex}")
    carrier.draw({REVISION: draft.seen})
    seen = carrier.seen.get(REVISION, draft.seen)
    if carrier.is_old and seen < draft.seen:
        past = register.history(context.store(), context.user(), entry.id)
        draft.go_back(entry, fields, seen, past)


def _field(entry: Entry, field: Field, draft: Draft) -> None:
    key = drafts.key(entry, field.id)
    if field.id in draft.faults:
        page.remark(draft.faults[field.id])
    if field.id in draft.theirs:
        _clash(entry, field, draft)
    inputs.draw(field, key, draft.said[field.id])
    draft.said[field.id] = inputs.read(field, key)


def _clash(entry: Entry, field: Field, draft: Draft) -> None:
    with st.container(border=True, key=f"ws-botsing-{field.id}"):
        lead = _("Iemand anders veranderde ‘{field}’ ook. Nu staat er:").format(field=field.text)
        st.html(f"<p data-ws-say>{escape(lead)}</p><p>{values.html(field, draft.theirs[field.id])}</p>")
        with st.container(horizontal=True):
            theirs, mine = _("Houd dit"), _("Neem wat ik typte")
            st.button(theirs, key=f"hun-{field.id}", on_click=_take, args=(entry, field, draft))
            st.button(mine, key=f"mijn-{field.id}", on_click=_hold, args=(field, draft))


def _hold(field: Field, draft: Draft) -> None:
    del draft.theirs[field.id]


def _take(entry: Entry, field: Field, draft: Draft) -> None:
    inputs.show(field, drafts.key(entry, field.id), draft.theirs.pop(field.id))


def _keep(entry: Entry, group: Group, fields: Sequence[Field], draft: Draft) -> None:
    draft.said = {field.id: inputs.read(field, drafts.key(entry, field.id)) for field in fields}
    draft.refused, draft.faults = "", {name: _("Kies eerst wat je houdt.") for name in draft.theirs}
    if draft.theirs:
        return
    try:
        register.change(context.store(), context.user(), entry.id, draft.changes(), seen=draft.seen)
    except EntryFaults as found:
        draft.faults = found.faults
        draft.refused = " ".join(text for name, text in found.faults.items() if name not in draft.said)
    except EntryChanged as changed:
        _meet(entry, group, fields, draft, changed.theirs)
    except (Refused, CannotSave) as refused:
        draft.refused = str(refused)
    else:
        draft.is_kept = True


def _meet(entry: Entry, group: Group, fields: Sequence[Field], draft: Draft, theirs: Entry) -> None:
    """Show what somebody else made of the fields; when both changed none, go on and keep ours beside it."""
    draft.meet(theirs, fields)
    for field in fields:
        if field.id not in draft.changes():
            inputs.show(field, drafts.key(entry, field.id), theirs.value(field.id))
    if not draft.theirs:
        _keep(entry, group, fields, draft)


def _leave(entry: Entry, group: Group) -> None:
    drafts.forget(entry, group.id)
    links.go_to_place(links.ENTRY, **{"id": str(entry.id), SHOW: group.id})
