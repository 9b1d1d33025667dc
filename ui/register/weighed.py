"""The assessments of an algorithm: open them, begin one, or tie one that exists."""

import streamlit as st

from assessment.register.entry import Entry
from services import assessments, listing, register, register_start
from services.access import Action
from services.assessments import Summary
from services.errors import CannotSave, Refused
from services.register import Linked
from texts import _
from ui import begin, context, links, overview, page
from ui.here import today
from ui.times import moment_text

CHOSEN, SEARCH, FAULT = "ws-koppel", "ws-koppel-zoek", "ws-koppel-fout"
OFFERED = 200


def draw(entry: Entry) -> None:
    """Draw the assessments, and what this user may do with them."""
    page.heading(_("Afwegingen"), anchor="vraag-afwegingen")
    found = register.assessments_of(context.store(), context.user(), entry.id)
    if not found:
        page.paragraph(_("Er is nog geen afweging van dit algoritme."))
    for number, linked in enumerate(found):
        _one(entry, linked, number)
    page.once(fault=FAULT)
    if context.may(Action.CREATE) and st.button(
        _("Begin een afweging van dit algoritme"), key="ws-begin-afweging", type="secondary"
    ):
        _begin(entry)
    if context.may(Action.KEEP_REGISTER):
        _offer(entry, {linked.assessment.id for linked in found})


def _one(entry: Entry, linked: Linked, number: int) -> None:
    held, made = linked.assessment, moment_text(linked.assessment.created_at, today())
    with st.container(key=f"ws-afweging-{number}", horizontal=True, vertical_alignment="center"):
        if linked.readable:
            begun = _("gemaakt {moment}").format(moment=made)
            facts = [*overview.tier(held), _("afgerond") if held.finished else _("concept"), begun]
            st.html(f"<p>{links.outcome(held.id, held.title, note=' · '.join(facts))}</p>")
        else:
            page.paragraph(_("Een afweging die je niet mag lezen, gemaakt {moment}.").format(moment=made))
        if context.may(Action.KEEP_REGISTER):
            st.button(
                # Assessments of one algorithm are often called the same.
                _("Maak los: {title}, gemaakt {moment}").format(title=page.plain(held.title), moment=made),
                key=f"ws-maak-los-{number}",
                on_click=_untie,
                args=(entry, linked),
                type="tertiary",
            )


def _begin(entry: Entry) -> None:
    try:
        made = register_start.start(context.store(), context.user(), entry.id)
    except (Refused, CannotSave) as refused:
        st.error(page.plain(str(refused)))
        return
    links.go_to_step(made.id, begin.made_first_step(made.framework_version))


def _offer(entry: Entry, tied: set[object]) -> None:
    with st.expander(_("Koppel een afweging die er al is"), key="ws-koppelen"):
        search = st.text_input(_("Zoek op naam van de afweging"), key=SEARCH, max_chars=assessments.MAX_TITLE)
        titles = {found.id: _title(found) for found in _offered(search or "") if found.id not in tied}
        if not titles:
            page.paragraph(_("Geen afweging gevonden die je kunt koppelen."))
            return
        if st.session_state.get(CHOSEN) not in titles:
            st.session_state[CHOSEN] = None
        st.selectbox(
            _("Afweging"),
            list(titles),
            format_func=titles.__getitem__,
            index=None,
            key=CHOSEN,
            placeholder=_("Kies een afweging"),
        )
        st.button(_("Koppel"), key="ws-koppel-knop", on_click=_tie, args=(entry,))


def _offered(search: str) -> list[Summary]:
    store, user = context.store(), context.user()
    if context.may(Action.LIST_ALL):
        return listing.everybodys(store, user, search=search, limit=OFFERED)
    mine = assessments.mine(store, user, limit=OFFERED)
    return [found for found in mine if search.casefold() in found.title.casefold()]


def _title(found: Summary) -> str:
    day = moment_text(found.updated_at, today())
    return _("{title}, gewijzigd {moment}").format(title=found.title, moment=day)


def _tie(entry: Entry) -> None:
    chosen = st.session_state[CHOSEN]
    if chosen is None:
        st.session_state[FAULT] = _("Kies eerst een afweging.")
        return
    try:
        register.link(context.store(), context.user(), entry.id, chosen)
    except (Refused, CannotSave) as refused:
        st.session_state[FAULT] = str(refused)


def _untie(entry: Entry, linked: Linked) -> None:
    try:
        register.unlink(context.store(), context.user(), entry.id, linked.assessment.id)
    except (Refused, CannotSave) as refused:
        st.session_state[FAULT] = str(refused)
