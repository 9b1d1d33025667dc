"""Filling the register: with a file, an example, or one algorithm by name."""

import streamlit as st

from services import register, register_import
from services.access import Action
from services.errors import CannotSave, Refused
from texts import _
from ui import context, links, page
from ui.register import form

SURE, FAULT, NAME = "ws-register-zeker", "ws-register-fout", "ws-register-nieuw"


def draw() -> None:
    """Draw the ways to fill an empty register, for whoever may."""
    if not context.may(Action.KEEP_REGISTER):
        page.paragraph(_("Er staat nog geen algoritme in het register."))
        return
    page.heading(
        _("Het register is nog leeg"),
        about=_("Kies hoe je begint. Je kunt later altijd algoritmes toevoegen en veranderen."),
    )
    st.html(f"<p>{file()}</p>")
    one()
    st.button(_("Laad de 70 algoritmes uit het rapport van de Rekenkamer Enschede"), on_click=_ask)
    if st.session_state.get(SURE):
        page.remark(
            _(
                "Je zet 70 algoritmes van de gemeente Enschede in je register, zoals ze in het rapport van "
                "januari 2025 staan. Handig om te oefenen. Weet je het zeker?"
            )
        )
        st.button(_("Ja, laad de 70 algoritmes"), on_click=_load, type="primary")
    page.once(fault=FAULT)


def file() -> str:
    """Return a link to where one brings in a file."""
    return links.place(links.IMPORT, _("Importeer een bestand (Excel of CSV)"))


def one() -> None:
    """Draw the way to add one algorithm by name."""
    with st.expander(_("Voeg een algoritme toe"), key="ws-register-toevoegen"):
        name = st.text_input(_("Naam van het algoritme"), key=NAME)
        if st.button(_("Voeg toe"), key="ws-register-voeg-toe"):
            _add(name or "")


def _add(name: str) -> None:
    try:
        made = register.add(context.store(), context.user(), {"naam": name})
    except (Refused, CannotSave) as refused:
        st.error(page.plain(str(refused)))
        return
    del st.session_state[NAME]
    links.go_to_place(links.ENTRY, id=str(made.id), **{form.CHANGE: "kern", form.SHOW: "kern"})


def _ask() -> None:
    st.session_state[SURE] = True


def _load() -> None:
    try:
        register_import.load_example(context.store(), context.user())
    except (Refused, CannotSave) as refused:
        st.session_state[FAULT] = str(refused)
    st.session_state.pop(SURE, None)
