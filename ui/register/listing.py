"""The list of the register: fifty entries at a time, cut in the database."""

from collections.abc import Mapping
from html import escape
from uuid import UUID

import streamlit as st

from assessment.register.entry import Entry
from assessment.register.fields import register_fields
from services import register, second_look
from services.access import Action
from services.register import Wanted
from services.second_look import Looked
from texts import _, ngettext
from ui import context, links, table
from ui.here import today
from ui.paging import paged
from ui.register import acting, empty, finder, look, selection, values, view
from ui.register.view import View

ON_A_PAGE = 50
DUE = "volgende_datum"
SHOWN = ("domein", "status", "werking", "eigen_risico", DUE)


def draw() -> None:
    """Draw what finds entries, what one can do with them, and one page of them."""
    store, user = context.store(), context.user()
    if not register.count(store, user):
        empty.draw()
        return
    _ways()
    asked = finder.draw(register.shares(store, user) | {view.LOOK: second_look.shares(store, user)})
    wanted = wanted_by(asked)
    count = register.count(store, user, wanted)
    said = st.container()
    is_whole = selection.follow(asked)
    # Also where nothing is found: what was picked elsewhere stays so.
    picked = selection.draw()
    if count:
        acting.draw(picked, asked, wanted, count)
    with paged(view.key(view.PAGE), count, ON_A_PAGE, at=asked.page) as part:
        view.remember(asked.at(part.start // ON_A_PAGE + 1))
        said.html(f'<p class="ws-found" data-ws-say>{escape(_found(count, part))}</p>')
        entries = register.page(store, user, wanted, limit=ON_A_PAGE, offset=part.start)
        looked = second_look.found(store, user, [entry.id for entry in entries])
        _table(entries, looked, pickable=not is_whole)


def _ways() -> None:
    """Draw the ways to other pages of the register, and to add an algorithm."""
    keeps = context.may(Action.KEEP_REGISTER)
    ways = [links.place(links.SECOND_LOOK, _("Tweede blik: welke inschatting is te laag?"))]
    ways += [empty.file()] if keeps else []
    st.html(f'<ul class="ws-links ws-row">{"".join(f"<li>{way}</li>" for way in ways)}</ul>')
    if keeps:
        empty.one()


def wanted_by(asked: View) -> Wanted:
    """Return what the database has to find."""
    return Wanted(
        asked.search,
        {name: ("" if value == finder.EMPTY else value,) for name, value in asked.filters.items()},
        asked.order.removeprefix("-"),
        descending=asked.order.startswith("-"),
    )


def _found(count: int, part: slice) -> str:
    if not count:
        return _("Geen algoritmes gevonden. Zoek op een ander woord, of zet een filter op ‘Alles’.")
    found = ngettext("{count} algoritme gevonden.", "{count} algoritmes gevonden.", count).format(count=count)
    if count <= ON_A_PAGE:
        return found
    last = min(count, part.stop)
    here = _("Je ziet {first} tot en met {last}.").format(first=part.start + 1, last=last)
    return f"{found} {here}"


def _table(entries: list[Entry], looked: Mapping[UUID, Looked], *, pickable: bool) -> None:
    if not entries:
        return
    heads = (_("Algoritme"), *(register_fields()[name].text for name in SHOWN), _("Tweede blik"))
    rows = [_row(entry, looked.get(entry.id), pickable=pickable) for entry in entries]
    whole = selection.whole() if pickable else ""
    found = table.html(_("Algoritmes in het register"), heads, rows)
    st.html(f'<div class="ws-register">{whole}{found}</div>')


def _row(entry: Entry, looked: Looked | None, *, pickable: bool) -> tuple[str, ...]:
    number = _("nummer {number}").format(number=entry.number)
    name = links.place(links.ENTRY, entry.name, id=str(entry.id)) + f"<small>{escape(number)}</small>"
    first = f'<span class="ws-pick">{selection.box(entry) if pickable else ""}<span>{name}</span></span>'
    cells = (_cell(entry, field) for field in SHOWN)
    return (first, *cells, look.cell(looked))


def _cell(entry: Entry, field: str) -> str:
    value = entry.value(field)
    if not value:
        return "–"
    is_past = field == DUE and value < today().isoformat()
    late = f"<small>{escape(_('deze dag is voorbij'))}</small>" if is_past else ""
    return values.html(register_fields()[field], value) + late
