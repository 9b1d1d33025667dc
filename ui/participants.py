"""Who takes part in an assessment: the list, and inviting or removing for whoever may."""

from collections import Counter
from html import escape

import streamlit as st

from services import members
from services.access import Action
from services.errors import Refused
from services.members import Participant
from services.roles import OF_ASSESSMENT, Role
from texts import _
from ui import context, page
from ui.here import Here

WHO, AS, SAID, FAULT = "ws-collega", "ws-rol", "ws-meedoen-gezegd", "ws-meedoen-fout"


def draw(here: Here) -> None:
    """Draw who takes part; offer what this user may change."""
    listed = members.listed(context.store(), context.user(), here.id)
    invites = context.may(Action.INVITE, here.id)
    page.once(said=SAID, fault=FAULT)
    for number, one in enumerate(listed):
        _participant(here, one, number, removable=invites and not one.is_maker)
    if invites:
        _invite(here, listed)


def role_text(role: Role) -> str:
    """Return what people call a role in an assessment."""
    return _("Proceseigenaar") if role is Role.PROCESS_OWNER else _("Vult in")


def _participant(here: Here, one: Participant, number: int, *, removable: bool) -> None:
    role = _("Vult in, heeft deze afweging gemaakt") if one.is_maker else role_text(one.role)
    with st.container(key=f"ws-deelnemer-{number}", horizontal=True, vertical_alignment="center"):
        st.html(f"<p><strong>{escape(one.display)}</strong><br>{escape(role)}</p>")
        if removable:
            st.button(
                _("Verwijder {name} als: {role}").format(name=page.plain(one.display), role=role.lower()),
                key=f"ws-verwijder-{number}",
                on_click=_remove,
                args=(here, one),
                type="tertiary",
            )


def _invite(here: Here, listed: list[Participant]) -> None:
    page.heading(_("Nodig een collega uit"), anchor="uitnodigen")
    names = _names(here, listed)
    if not names:
        page.paragraph(
            _(
                "Er is nog geen andere collega bekend. Vraag je collega om zich een keer aan te melden bij "
                "Weegschaal. Daarna kun je uitnodigen."
            )
        )
        return
    st.selectbox(
        _("Collega"),
        list(names),
        format_func=lambda name: names[name],
        index=None,
        key=WHO,
        placeholder=_("Kies een naam"),
    )
    page.paragraph(_("Staat je collega er niet bij? Vraag of die zich een keer aanmeldt bij Weegschaal."))
    st.radio(_("Wat gaat je collega doen?"), [Role.AUTHOR, Role.PROCESS_OWNER], format_func=role_text, key=AS)
    st.button(_("Nodig uit"), key="ws-nodig-uit", on_click=_add, args=(here, names), type="primary")


def _names(here: Here, listed: list[Participant]) -> dict[str, str]:
    """Return what people read for each account that can be invited; equal names get the account too."""
    busy = Counter(one.name for one in listed)
    found = members.candidates(context.store(), context.user(), here.id)
    free = [person for person in found if busy[person.name] < len(OF_ASSESSMENT)]
    alike = Counter(person.display for person in free)
    return {
        person.name: person.display if alike[person.display] == 1 else f"{person.display} ({person.name})"
        for person in free
    }


def _add(here: Here, names: dict[str, str]) -> None:
    name, role = st.session_state[WHO], st.session_state[AS]
    if name is None:
        st.session_state[FAULT] = _("Kies eerst een collega.")
        return
    try:
        members.invite(context.store(), context.user(), here.id, name, role)
    except Refused as refused:
        st.session_state[FAULT] = str(refused)
        return
    st.session_state[WHO] = None
    st.session_state[SAID] = _("{name} doet nu mee.").format(name=names[name])


def _remove(here: Here, one: Participant) -> None:
    try:
        members.remove(context.store(), context.user(), here.id, one.name, one.role)
    except Refused as refused:
        st.session_state[FAULT] = str(refused)
        return
    st.session_state[SAID] = _("{name} doet niet meer mee als: {role}.").format(
        name=one.display, role=role_text(one.role).lower()
    )
