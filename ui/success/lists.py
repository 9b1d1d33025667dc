"""All ten factors in a table, and what helps."""

from html import escape

import streamlit as st

from assessment.citations import citations
from assessment.outcome import Outcome
from assessment.success import wording
from assessment.success.parts import Factor, Help
from assessment.success.profile import Profile, Reading, ThemeReading
from texts import _
from ui import page, table, terms
from ui.here import Here
from ui.success.words import rests_on


def factors(here: Here, outcome: Outcome, profile: Profile) -> None:
    """Draw the table: where each factor stands and on which answer that rests."""
    page.heading(_("Alle factoren"), about=_("Dit zijn de cijfers achter de plaatjes."), anchor="factoren")
    heads = [_("Factor"), _("Score"), _("Thema"), _("Rust op dit antwoord")]
    rows = [
        _row(here, outcome, profile, theme, reading) for theme in profile.themes for reading in theme.readings
    ]
    with st.container(key="ws-factoren"):
        st.html(table.html(_("Alle factoren"), heads, rows))


def _row(here: Here, outcome: Outcome, profile: Profile, theme: ThemeReading, reading: Reading) -> list[str]:
    told = filter(None, (reading.factor.meaning, wording.needs(profile, reading.factor)))
    return [
        escape(reading.factor.name)
        + "".join(f'<span class="ws-what">{escape(text)}</span>' for text in told),
        escape(wording.standing(reading)),
        escape(theme.theme.name),
        rests_on(here, outcome, reading),
    ]


def helps(profile: Profile) -> None:
    """Draw what helps: first what helps the weak factors, the rest folded in."""
    page.heading(_("Wat helpt?"), anchor="wat-helpt")
    helping = {help_.id for help_, _helped in profile.helping}
    now = [_help(profile, help_, helped) for help_, helped in profile.helping]
    later = [
        _help(profile, each, ())
        for each in profile.framework.success_helps.values()
        if each.id not in helping
    ]
    if now:
        st.html(f'<ul class="ws-reasons">{"".join(now)}</ul>')
    if later:
        label = _("Wat ook bestaat") if now else _("Wat kan helpen als een factor zwakker wordt")
        with st.expander(label, type="compact"):
            st.html(f'<ul class="ws-reasons">{"".join(later)}</ul>')


def _help(profile: Profile, found: Help, helped: tuple[Factor, ...]) -> str:
    text = _("Helpt hier bij: {names}.").format(names=wording.quoted(helped)) if helped else ""
    check = _("Laat dit nagaan: {what}").format(what=found.verify) if found.verify else ""
    return (
        f"<li><p><strong>{escape(found.name)}</strong></p><p>{escape(found.what)}</p>"
        + (f"<p>{escape(text)}</p>" if text else "")
        + (f'<p class="ws-limit">{escape(check)}</p>' if check else "")
        + f'<p class="ws-cited">{terms.cited(citations(profile.framework, found.source))}</p></li>'
    )
