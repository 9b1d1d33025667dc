"""Choosing which overview is on the screen, and recording the one of today."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from assessment.months import date_text
from services import council
from services.access import Action
from services.council import Recorded, Shown
from services.errors import Refused
from texts import _
from ui import context, links, page
from ui.here import today

NUMBER = "nr"
TITLE = "ws-raad-titel"


def chosen() -> Shown:
    """Give the overview that the address names, or the one of today. Raises Refused."""
    number = st.query_params.get(NUMBER, "")
    store, user = context.store(), context.user()
    if number:
        return council.opened(store, user, int(number) if number.isascii() and number.isdecimal() else 0)
    return council.today(store, user, today(), context.municipality())


def ways(shown: Shown) -> None:
    """Draw links to the overview of today and to those that were recorded."""
    found = council.recorded(context.store(), context.user())
    if not found:
        return
    now = links.place(links.COUNCIL, _("Stand van vandaag"), current="" if shown.recorded else "page")
    items = "".join(f"<li>{_way(each, shown)}</li>" for each in found)
    label = escape(_("Overzichten voor de raad"))
    st.html(f'<nav aria-label="{label}"><ul class="ws-links ws-row"><li>{now}</li>{items}</ul></nav>')


def _way(recorded: Recorded, shown: Shown) -> str:
    is_here = shown.recorded is not None and shown.recorded.number == recorded.number
    return links.place(
        links.COUNCIL,
        recorded.title,
        note=date_text(recorded.on),
        current="page" if is_here else "",
        nr=str(recorded.number),
    )


def form(shown: Shown) -> None:
    """Offer to record the overview of today, to who may; first what was left out of it."""
    if shown.recorded or shown.overview.is_empty or not context.may(Action.PUBLISH):
        return
    page.heading(
        _("Leg dit overzicht vast"),
        about=_("De raad krijgt het zoals het nu is. Het volgende overzicht zegt wat er veranderde."),
        anchor="vastleggen",
    )
    _left_out(shown.left_out)
    with st.form("ws-raad-vastleggen", border=False):
        title = st.text_input(
            _("Naam van het overzicht, bijvoorbeeld: najaar 2026"), key=TITLE, max_chars=council.MAX_TITLE
        )
        if st.form_submit_button(_("Leg vast"), icon=":material/save:"):
            _record(title)


def _record(title: str) -> None:
    try:
        made = council.record(context.store(), context.user(), title, today(), context.municipality())
    except Refused as refused:
        page.remark(str(refused))
        return
    links.go_to_place(links.COUNCIL, nr=str(made.number))


def _left_out(found: Mapping[str, tuple[str, ...]]) -> None:
    if not found:
        return
    page.paragraph(_("Dit laten we weg, omdat het niet openbaar is. Schrijf het zo nodig anders op:"))
    items = "".join(
        f"<li><strong>{escape(name)}</strong>: {escape('; '.join(pieces))}</li>"
        for name, pieces in found.items()
    )
    st.html(f"<ul>{items}</ul>")
