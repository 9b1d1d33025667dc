"""What one can do with entries in the list: take them along as a file, or change several in one go."""

from collections.abc import Sequence
from uuid import UUID

import streamlit as st

from assessment.register.fields import register_fields
from assessment.register.table import row, titles
from services import register, register_together
from services.access import Action
from services.errors import CannotSave, Refused
from services.register import Wanted
from texts import _, ngettext
from ui import context, page, sheets
from ui.register import inputs, selection
from ui.register.selection import Selection
from ui.register.view import View
from ui.sheets import Sheet

# What many algorithms have in common.
CHANGEABLE = ("status", "proceseigenaar", "volgende_datum", "leverancier", "contract_tot", "domein")
WHICH, SAID, FAULT = "ws-samen-veld", "ws-samen-gezegd", "ws-samen-fout"


def draw(picked: Selection, asked: View, wanted: Wanted, count: int) -> None:
    """Draw what is picked, and the buttons for it; without a choice a file holds all that was found."""
    page.once(said=SAID)
    with st.container(horizontal=True, vertical_alignment="center", key="ws-gekozen-balk"):
        page.paragraph(selection.text(picked, count))
        if not picked.everything:
            label = ngettext("Kies het gevonden algoritme", "Kies alle {count} gevonden algoritmes", count)
            st.button(
                label.format(count=count),
                key="ws-kies-alles",
                on_click=selection.pick_all,
                args=(asked,),
                type="tertiary",
            )
        if picked:
            st.button(_("Kies niets"), key="ws-kies-niets", on_click=selection.clear, type="tertiary")
    if context.may(Action.KEEP_REGISTER):
        with st.expander(_("Verander wat je hebt gekozen in één keer"), key="ws-samen"):
            _together(picked, wanted, count)
    _files(picked, wanted)


def _files(picked: Selection, wanted: Wanted) -> None:
    # Read here: the file is made in a thread that knows no session.
    store, user = context.store(), context.user()

    def make() -> Sheet:
        only = bool(picked) and not picked.everything
        found = register.chosen(store, user, picked.ids) if only else register.every(store, user, wanted)
        return Sheet(_("Register"), titles(), tuple(row(entry) for entry in found))

    sheets.offer(_("Register"), make)


def _together(picked: Selection, wanted: Wanted, count: int) -> None:
    fields = register_fields()
    number = picked.count(count)
    if not picked:
        page.paragraph(_("Kies eerst algoritmes in de lijst."))
        return
    page.once(fault=FAULT)
    name = st.selectbox(
        _("Wat wil je veranderen?"), CHANGEABLE, format_func=lambda each: fields[each].text, key=WHICH
    )
    with st.container(key=f"ws-veld-samen-{name}"):
        inputs.draw(fields[name], _key(name), "")
    label = ngettext("Verander {count} algoritme", "Verander {count} algoritmes", number)
    given = (name, picked, wanted)
    st.button(label.format(count=number), key="ws-samen-knop", on_click=_change, args=given)


def _change(name: str, picked: Selection, wanted: Wanted) -> None:
    store, user = context.store(), context.user()
    said = inputs.read(register_fields()[name], _key(name))
    if not said:
        # Emptying a field of many by accident is worse than doing it one by one.
        st.session_state[FAULT] = _("Vul eerst in wat het wordt.")
        return
    try:
        changed = register_together.change_all(store, user, _ids(picked, wanted), {name: said})
    except (Refused, CannotSave) as refused:
        st.session_state[FAULT] = str(refused)
        return
    text = ngettext("{count} algoritme is veranderd.", "{count} algoritmes zijn veranderd.", changed)
    st.session_state[SAID] = text.format(count=changed)
    selection.clear()


def _ids(picked: Selection, wanted: Wanted) -> Sequence[UUID]:
    if not picked.everything:
        return picked.ids
    return [entry.id for entry in register.every(context.store(), context.user(), wanted)]


def _key(name: str) -> str:
    return f"ws-samen-{name}"
