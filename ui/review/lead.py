"""Leading a session: opening it, choosing statements, inviting, rounds, and who has answered."""

from collections.abc import Callable
from dataclasses import replace
from html import escape

import streamlit as st

from assessment.review.ballots import Statement
from assessment.road import State
from services import people, reviews, road, voters, withdrawing
from services.errors import CannotSave, Refused
from services.reviews import Session
from texts import _
from ui import context, links, page, sheets, table
from ui.here import Here
from ui.review import agenda
from ui.review.live import EVERY
from ui.sheets import Sheet

HOW, WHO, MORE, AWAY = "ws-sessie-hoe", "ws-sessie-wie", "ws-sessie-meer", "ws-sessie-weg"
FAULT = "ws-sessie-fout"
ANONYMOUS, NAMED = "anoniem", "op-naam"


def begin(here: Here) -> None:
    """Offer to open a session."""
    page.heading(_("Open een sessie"), anchor="openen")
    if road.where(context.store(), context.user(), here.id).state is not State.IN_REVIEW:
        page.paragraph(
            _("Dat kan als de afweging in beoordeling is. Bied de afweging eerst aan, op deze pagina:"),
        )
        st.html(f"<p>{links.whole(here.id, links.DECISION, _('Besluit en vervolg'))}</p>")
        return
    page.once(fault=FAULT)
    labels = {ANONYMOUS: _("Anoniem: niemand ziet wie wat antwoordt"), NAMED: _("Op naam")}
    st.radio(
        _("Hoe antwoorden de leden? Dit kun je later niet meer veranderen."),
        list(labels),
        format_func=lambda how: labels[how],
        key=HOW,
    )
    _choose(here, WHO, _("Wie nodig je uit? Je kunt later nog mensen toevoegen."), ())
    st.button(_("Open de sessie"), type="primary", on_click=_acting(_open, here))


def lead(here: Here, session: Session) -> None:
    """Draw what the secretary needs now."""
    page.heading(_("De sessie leiden"), anchor="leiden")
    page.once(fault=FAULT)
    agenda.draw(here, session)
    if session.open_round:
        _answered(here, session)
        st.button(_("Sluit de ronde"), type="primary", on_click=_acting(_close, here))
    elif session.rounds:
        st.button(_("Open een nieuwe ronde"), on_click=_acting(_open_round, here))
    else:
        _statements(here, session)
        st.button(_("Open ronde 1"), type="primary", on_click=_acting(_open_round, here))
    with st.expander(_("Wie doet mee?")):
        _choose(here, MORE, _("Wie nodig je nog meer uit?"), session.invitees)
        st.button(_("Nodig uit"), on_click=_acting(_invite, here))
        _withdrawable(here, session)


@st.fragment(run_every=EVERY)
def _answered(here: Here, session: Session) -> None:
    """Show who has answered how much; not what."""
    try:
        counts = reviews.progress(context.store(), context.user(), here.id)
    except Refused:
        return  # closed meanwhile; the state on top draws the page anew
    names, total = people.names(context.store(), counts), len(session.items)
    cells = [
        [names[name], _("{count} van {total}").format(count=count, total=total)]
        for name, count in counts.items()
    ]
    done = sum(count == total for count in counts.values())
    page.paragraph(_("{done} van {all} leden zijn klaar.").format(done=done, all=len(counts)))
    title, heads = _("Wie heeft geantwoord"), [_("Lid"), _("Beantwoord")]
    st.html(table.html(title, heads, [[escape(cell) for cell in row] for row in cells]))
    sheets.offer(title, lambda: Sheet(title, heads, cells), about=here.assessment.title)


def _statements(here: Here, session: Session) -> None:
    """Let the secretary choose and edit statements; what is left empty is not asked."""
    with st.expander(_("Stellingen kiezen en aanpassen"), expanded=True):
        page.paragraph(_("Maak een stelling leeg om haar weg te laten."))
        found = _all_statements(here, session)
        for statement in found:
            name = here.framework.public_values[statement.value].name
            st.text_area(page.plain(name), statement.text, key=_text_key(statement), height=68)
            if statement.tension:
                page.paragraph(statement.tension, style="ws-about")
        st.button(_("Bewaar de stellingen"), on_click=_acting(_put_statements, here, found))


def _all_statements(here: Here, session: Session) -> list[Statement]:
    """Return the chosen statements, and an empty one for every other value."""
    chosen = {statement.value for statement in session.statements}
    suggested = reviews.suggestions(context.store(), context.user(), here.id)
    others = [
        Statement(0, proposal.value.id, "", " ".join(proposal.tensions))
        for proposal in suggested
        if proposal.value.id not in chosen
    ]
    return [*session.statements, *others]


def _text_key(statement: Statement) -> str:
    return f"ws-stelling-{statement.value}"


def _choose(here: Here, key: str, label: str, known: tuple[str, ...]) -> None:
    found = voters.candidates(context.store(), context.user(), here.id)
    names = {name: display for name, display in found.items() if name not in known}
    st.multiselect(
        label, list(names), format_func=lambda name: names[name], key=key, placeholder=_("Kies namen")
    )


def _withdrawable(here: Here, session: Session) -> None:
    """Let the secretary take an invitation back."""
    if not session.invitees:
        return
    names = people.names(context.store(), session.invitees)
    st.selectbox(
        _("Wie doet toch niet mee?"),
        session.invitees,
        index=None,
        format_func=names.__getitem__,
        key=AWAY,
        placeholder=_("Kies een naam"),
    )
    page.paragraph(_("Wat iemand in een gesloten ronde antwoordde, blijft staan."), style="ws-about")
    st.button(_("Trek de uitnodiging in"), on_click=_acting(_withdraw, here))


def _acting(act: Callable[..., None], *given: object) -> Callable[[], None]:
    """Make a button's work of `act`: what it refuses is said on the page."""

    def attempt() -> None:
        try:
            act(*given)
        except (Refused, CannotSave) as refused:
            st.session_state[FAULT] = str(refused)

    return attempt


def _open(here: Here) -> None:
    anonymous = st.session_state[HOW] == ANONYMOUS
    names = st.session_state[WHO]
    reviews.open_review(context.store(), context.user(), here.id, anonymous=anonymous, names=names)


def _open_round(here: Here) -> None:
    reviews.open_round(context.store(), context.user(), here.id)


def _close(here: Here) -> None:
    reviews.close_round(context.store(), context.user(), here.id)


def _invite(here: Here) -> None:
    reviews.invite(context.store(), context.user(), here.id, st.session_state[MORE])
    st.session_state[MORE] = []


def _withdraw(here: Here) -> None:
    chosen = st.session_state[AWAY]
    if chosen:
        withdrawing.withdraw(context.store(), context.user(), here.id, chosen)
        st.session_state[AWAY] = None


def _put_statements(here: Here, found: list[Statement]) -> None:
    written = [replace(each, text=st.session_state[_text_key(each)]) for each in found]
    asked = [statement for statement in written if statement.text.strip()]
    reviews.change_statements(context.store(), context.user(), here.id, asked)
