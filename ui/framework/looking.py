"""Looking at what another version would change: choose one, follow the work, stop it, see what it found."""

from html import escape

import streamlit as st

from assessment.framework import Framework
from assessment.months import date_text
from assessment.numbers import number_text
from services import frameworks, rejudging
from services.errors import Refused
from services.rejudging import Look, State
from texts import _
from ui import context, links, page
from ui.framework import result, upload
from ui.here import today

SOON = 1.0  # seconds between two looks at how far the work is


def draw() -> None:
    """Draw the choice, and the look that this user started, wherever that was."""
    look = rejudging.standing(context.store(), context.user())
    if look and look.state is State.BUSY:
        _follow()
        return
    _choose()
    if look is None:
        return
    if look.state is State.DONE:
        result.draw(look)
    elif look.state is State.STOPPED:
        page.remark(_("Je hebt de berekening gestopt. Er is niets bewaard."))
    else:
        st.error(_("De berekening is mislukt. Probeer het opnieuw. Lukt het weer niet? Vraag de beheerder."))


def _choose() -> None:
    chosen = _versions()
    if not chosen:
        page.paragraph(
            _("Er is nog geen andere versie op deze server. Controleer eerst een nieuwe versie bij Beheer.")
        )
        st.html(f"<p>{links.place(links.MANAGE, _('Naar Beheer'))}</p>")
        return
    name = st.selectbox(_("Welke versie wil je proberen?"), list(chosen), key="ws-regels-versie")
    if st.button(_("Bereken wat er verandert"), key="ws-regels-begin", type="primary"):
        try:
            rejudging.start(context.store(), context.user(), chosen[name], today())
        except Refused as refused:
            st.error(page.plain(str(refused)))
            return
        st.rerun()


def _versions() -> dict[str, Framework]:
    """Return the versions to try, by what the list calls them: the uploaded one, then the newest first."""
    found: dict[str, Framework] = {}
    tried = upload.tried()
    if tried and tried.framework:
        found[_("Versie {version}, zojuist geüpload").format(version=tried.framework.version)] = (
            tried.framework
        )
    current = frameworks.current()
    for version in reversed(frameworks.versions()):
        if version != current.version:
            framework = frameworks.get(version)
            day = date_text(framework.adopted)
            found[_("Versie {version}, vastgesteld op {day}").format(version=version, day=day)] = framework
    return found


@st.fragment(run_every=SOON)
def _follow() -> None:
    look = rejudging.standing(context.store(), context.user())
    if look is None or look.state is not State.BUSY:
        st.rerun()
        return
    page.heading(_("Bezig met rekenen"))
    st.progress(_share(look), _told(look))
    page.paragraph(_("Je kunt deze pagina verlaten. De berekening gaat door, en je vindt haar hier terug."))
    if st.button(_("Stop"), key="ws-regels-stop"):
        rejudging.stop(context.store(), context.user())
        st.rerun()


def _share(look: Look) -> float:
    return look.progress.done / look.progress.total if look.progress.total else 0.0


def _told(look: Look) -> str:
    if not look.progress.total:
        return _("De berekening begint.")
    return escape(
        _("{done} van {total} bekeken").format(
            done=number_text(look.progress.done), total=number_text(look.progress.total)
        )
    )
