"""The gate in front of every page: who is at the screen, and what to do for who may not come in (yet)."""

from contextlib import suppress
from datetime import UTC, datetime

import streamlit as st

from assessment.clock import CLOCK
from services import people, signin
from services.errors import Unavailable
from services.signin import Identity, NotSignedIn, SignInExpired
from texts import _
from ui import context, page
from ui.server.target import FAILED

WHO, KNOWN = "ws-wie", "ws-bekend"
LOOK = 15  # seconds


def is_open() -> bool:
    """Tell whether the page may run; say who is at the screen, or draw what somebody has to do first."""
    try:
        who = context.identity()
        if who is None:
            st.html(f'<p class="ws-local">{_("Lokale modus: geen aanmelding")}</p>')
            return True
        who.require(datetime.now(UTC))
    except SignInExpired:
        _again()
        return False
    except NotSignedIn:
        _first()
        return False
    return _enter(who)


def _first() -> None:
    page.title(
        _("Aanmelden"),
        about=_("Weegschaal helpt je wegen of en hoe je een algoritme wilt gebruiken. Meld je eerst aan."),
    )
    _sign_in()


def _again() -> None:
    page.title(
        _("Meld je opnieuw aan"),
        about=_(
            "Je aanmelding is verlopen. Alles waarbij “Opgeslagen” stond, is bewaard. Na het aanmelden kom "
            "je terug op deze pagina."
        ),
    )
    _sign_in()


def _sign_in() -> None:
    if st.context.cookies.get(FAILED) == "1":
        page.remark(
            _("Aanmelden lukte niet. Probeer het nog een keer. Lukt het weer niet? Vraag dan je beheerder.")
        )
    st.button(_("Aanmelden"), key="ws-aanmelden", on_click=st.login, type="primary")


def _enter(who: Identity) -> bool:
    if st.session_state.setdefault(WHO, who.user.name) != who.user.name:
        # Somebody else signed in within the same browser; what the first one left here is not theirs.
        st.session_state.clear()
        st.session_state[WHO] = who.user.name
    _bar(who)
    if not who.user.roles:
        _without_role(who)
        return False
    if st.session_state.get(KNOWN) != who.since:
        with suppress(Unavailable):
            people.remember(context.store(), who.user, who.since)
            st.session_state[KNOWN] = who.since
    _watch()
    return True


def _bar(who: Identity) -> None:
    with st.container(key="ws-aangemeld", horizontal=True, vertical_alignment="center"):
        page.paragraph(_("Aangemeld als {name}").format(name=who.user.display))
        st.button(_("Afmelden"), key="ws-afmelden", on_click=_leave, args=(who,), type="tertiary")


def _leave(who: Identity) -> None:
    signin.end(who)
    st.logout()


def _without_role(who: Identity) -> None:
    page.title(
        _("Je hebt nog geen rol"),
        about=_("Je bent aangemeld, maar in Weegschaal mag je nog niets zien of doen."),
    )
    page.paragraph(
        _(
            "Vraag je functioneel beheerder om je toe te voegen aan een groep voor Weegschaal. Noem daarbij "
            "je naam: {name}. Meld je daarna af en weer aan."
        ).format(name=who.user.display)
    )


@st.fragment(run_every=LOOK)
def _watch() -> None:
    """Say on a page that stays open when the sign-in ends, while what is typed there is still saved."""
    try:
        who = context.identity()
        if who is None:
            return
        who.require(datetime.now(UTC), grace=signin.GRACE)
    except NotSignedIn:
        st.rerun()
    if datetime.now(UTC) < who.until:
        return
    last = (who.until + signin.GRACE).astimezone(CLOCK)
    page.remark(
        _(
            "Je aanmelding is verlopen. Wat je hier typt, bewaren we nog tot {time}. Meld je daarvoor "
            "opnieuw aan. Je komt terug op deze pagina."
        ).format(time=f"{last:%H:%M}")
    )
    st.button(_("Meld je opnieuw aan"), key="ws-opnieuw", on_click=st.login)
