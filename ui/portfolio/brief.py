"""What a portfolio amounts to in a few sentences, the choice of a domain, and what to do when it is empty."""

from html import escape

import streamlit as st

from assessment.portfolio import selecting, wording
from assessment.portfolio.portfolio import Portfolio
from assessment.portfolio.wording import Told
from texts import _
from ui import links, page

ALL = ""
KEY = "ws-portfolio-domein"


def draw(portfolio: Portfolio) -> None:
    """Draw the sentences."""
    page.heading(_("In het kort"), anchor="kort")
    items = "".join(f"<li>{escape(told.text)}{_behind(told)}</li>" for told in wording.brief(portfolio))
    st.html(f'<ul class="ws-brief">{items}</ul>')


def _behind(told: Told) -> str:
    if told.wanted is None:
        return ""
    return " " + links.place(links.PORTFOLIO_LIST, _("Bekijk de lijst"), spoken=told.text, **told.wanted)


def ways() -> None:
    """Draw the ways to the other pages of the portfolio."""
    norms = links.place(links.NORMS, _("De normen: wat de gegevens laten zien"))
    scan = links.place(links.SELF_SCAN, _("De zelfscan: hoe ver de organisatie is"))
    st.html(f'<ul class="ws-ways"><li>{norms}</li><li>{scan}</li></ul>')


def empty() -> None:
    """Say what to do when there is nothing to show."""
    page.paragraph(
        _(
            "Er is nog geen algoritme in beeld. Zet de algoritmes van de gemeente in het register, of begin "
            "een afweging. Daarna zie je hier waar de risico’s zijn en wat er moet gebeuren."
        )
    )
    register = links.place(links.REGISTER, _("Naar het register"))
    st.html(f'<ul class="ws-ways"><li>{register}</li><li>{links.start(_("Begin een afweging"))}</li></ul>')


def chosen(portfolio: Portfolio) -> Portfolio:
    """Draw the choice of a domain, and return the part that was chosen; the address remembers it."""
    names = {ALL: _("Alle domeinen")} | {
        selecting.domain_key(domain): wording.domain_text(domain) for domain in portfolio.domains
    }
    asked = st.query_params.get(selecting.DOMAIN, ALL)
    if KEY not in st.session_state or st.session_state[KEY] not in names:
        st.session_state[KEY] = asked if asked in names else ALL
    domain = st.selectbox(_("Domein"), list(names), format_func=names.__getitem__, key=KEY)
    if domain == ALL:
        st.query_params.pop(selecting.DOMAIN, None)
        return portfolio
    st.query_params[selecting.DOMAIN] = domain
    return portfolio.within(selecting.domain_of(domain))
