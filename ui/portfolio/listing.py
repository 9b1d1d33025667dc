"""The list behind a figure: which algorithms it counts, with a way to each of them."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from assessment.portfolio import selecting
from assessment.portfolio.algorithm import Algorithm, Basis
from assessment.portfolio.portfolio import Portfolio
from assessment.portfolio.wording import (
    algorithms_text,
    basis_text,
    domain_text,
    status_text,
    tier_text,
)
from texts import _, ngettext
from ui import links, page, sheets
from ui.paging import paged
from ui.portfolio import tables
from ui.portfolio.tables import Named, Table

ON_A_PAGE = 50
PAGE = "ws-portfolio-bladzijde"


def named(each: Algorithm) -> Named:
    """Return the name of an algorithm as a link: to its place in the register, or to its assessment."""
    if each.entry:
        return Named(each.name, links.place(links.ENTRY, each.name, id=str(each.entry.id)))
    return Named(each.name, links.outcome(each.assessments[0].id, each.name))


def draw(portfolio: Portfolio, wanted: Mapping[str, str]) -> None:
    """Draw the algorithms that are wanted, fifty at a time."""
    found = selecting.select(portfolio, wanted)
    st.html(f"<p>{links.place(links.PORTFOLIO, _('Terug naar het portfolio'))}</p>")
    page.paragraph(described(portfolio, wanted), style="ws-intro")
    st.html(f'<p class="ws-found" data-ws-say>{escape(algorithms_text(len(found)))}</p>')
    if not found:
        page.paragraph(_("Er is geen algoritme dat hierbij past. Misschien is het intussen veranderd."))
        return
    with paged(PAGE, len(found), ON_A_PAGE) as part:
        tables.draw(table_of(portfolio, found[part]))
    sheets.offer(_("Algoritmes"), lambda: tables.sheet(table_of(portfolio, found)))


def table_of(portfolio: Portfolio, found: Sequence[Algorithm]) -> Table:
    """Return these algorithms as a table."""
    heads = (_("Algoritme"), _("Domein"), _("Risicotrede"), _("Status"), _("Wat ontbreekt"))
    return Table(_("Algoritmes"), heads, [_row(portfolio, each) for each in found])


def _row(portfolio: Portfolio, each: Algorithm) -> list[tables.Cell]:
    tier = tier_text(portfolio.framework, each.tier)
    return [
        named(each),
        domain_text(each.domain),
        tier if each.basis is Basis.NONE else f"{tier} ({basis_text(each.basis)})",
        status_text(each.status),
        _missing(each),
    ]


def _missing(each: Algorithm) -> tables.Cell:
    """Return how much is missing, as a link to where one can see what."""
    weighed = each.assessment
    if weighed is None or each.is_gone or not weighed.missing:
        return "–"
    text = ngettext("{count} toets of plicht", "{count} toetsen en plichten", len(weighed.missing))
    said = text.format(count=len(weighed.missing))
    return Named(said, links.whole(weighed.id, links.DONE, said))


def described(portfolio: Portfolio, wanted: Mapping[str, str]) -> str:
    """Say what the list holds."""
    said = [text for name, value in wanted.items() if (text := _said(portfolio, name, value))]
    return _("Alle algoritmes") if not said else "; ".join(said)


def _said(portfolio: Portfolio, name: str, value: str) -> str:
    framework = portfolio.framework
    instrument = framework.instruments.get(value)
    label = instrument.name if instrument else _("iets wat nodig is")
    norms = {norm.id: norm.name for norm in framework.norms}
    role = framework.roles.get(value)
    return {
        selecting.DOMAIN: _("Domein: {name}").format(name=domain_text(selecting.domain_of(value))),
        selecting.TIER: _("Risicotrede: {name}").format(name=_together(_tiers(portfolio, value))),
        selecting.BASIS: _("Het risico: {name}").format(name=_together(_bases(value))),
        selecting.STATUS: _("Status: {name}").format(name=status_text(value)),
        selecting.MISSING: _("Wat ontbreekt: {name}").format(name=label),
        selecting.ROLE: _("Werk dat nog moet, voor: {name}").format(name=role.name if role else value),
        selecting.DUTY: _("Plicht die nog komt: {name}").format(name=label),
        selecting.OVERDUE: _("Moet opnieuw gewogen worden"),
        selecting.NORM: _("Nog niet op orde voor de norm: {name}").format(name=norms.get(value, value)),
    }.get(name, "")


def _tiers(portfolio: Portfolio, value: str) -> list[str]:
    return [tier_text(portfolio.framework, tier) for tier in value.split(",")]


def _bases(value: str) -> list[str]:
    return [basis_text(basis) for basis in Basis if basis.value in value.split(",")]


def _together(names: Sequence[str]) -> str:
    return _(" of ").join(names)
