"""Why the tier is what it is: reasons, why not higher, what is open, what would lower it, precedents."""

from html import escape

import streamlit as st

from assessment.explanation import Blocked, reasons, still_open, why_not_higher
from assessment.lowering import tier_ways_down
from assessment.outcome import Outcome
from texts import _, ngettext
from ui import links, page, precedents, terms, verdict, ways
from ui.here import Here

NEAREST = 2


def tier(here: Here, outcome: Outcome) -> None:
    """Draw the explanation of the tier."""
    _reasons(outcome)
    _not_higher(outcome)
    _open(here, outcome)
    _lower(outcome)
    precedents.draw(here, outcome)


def _reasons(outcome: Outcome) -> None:
    page.heading(_("Waarom deze trede?"), anchor="waarom")
    found = reasons(outcome, outcome.tier)
    if not found:
        page.paragraph(_("Er zijn nog te weinig antwoorden. Geen enkele regel geldt op dit moment."))
        return
    highest = [reason for reason in found if reason.level.id == outcome.tier.counted]
    st.html(verdict.why(tuple(highest)))
    lower = found[len(highest) :]
    if lower:
        label = ngettext(
            "Nog {count} reden voor een lagere trede", "Nog {count} redenen voor een lagere trede", len(lower)
        )
        with st.expander(label.format(count=len(lower)), type="compact"):
            st.html(verdict.why(lower))


def _not_higher(outcome: Outcome) -> None:
    blocked = why_not_higher(outcome, outcome.tier)
    if not blocked:
        return
    page.heading(
        _("Waarom niet hoger?"),
        about=_("Deze regels maken de trede hoger. Ze gelden hier niet, door deze antwoorden."),
        anchor="niet-hoger",
    )
    st.html(f'<ul class="ws-reasons">{"".join(_blocked(rule) for rule in blocked[:NEAREST])}</ul>')
    more = blocked[NEAREST:]
    if more:
        label = ngettext("Nog {count} regel die niet geldt", "Nog {count} regels die niet gelden", len(more))
        with st.expander(label.format(count=len(more)), type="compact"):
            st.html(f'<ul class="ws-reasons">{"".join(_blocked(rule) for rule in more)}</ul>')


def _blocked(rule: Blocked) -> str:
    level = _("Dan was de trede: {level}").format(level=terms.inside(rule.level.label))
    return (
        f"<li><p><strong>{escape(rule.sentence)}</strong> "
        f'<span class="ws-level">{escape(level)}</span></p>{terms.used(rule.because)}</li>'
    )


def _open(here: Here, outcome: Outcome) -> None:
    page.heading(_("Wat is nog open?"), anchor="open")
    points = still_open(outcome, outcome.tier)
    if not points:
        page.paragraph(_("Geen enkele open vraag verandert de trede nog."))
        return
    page.paragraph(
        _("Deze vragen kunnen de trede nog verhogen, tot {level}. De belangrijkste staat bovenaan.").format(
            level=terms.inside(points[0].highest.label)
        )
    )
    items = []
    for point in points:
        who = _("Dit zoekt uit: {owner}.").format(owner=point.owner.name)
        link = links.step(
            here.id, point.question.step, point.question.text, note=who, question=point.question.id
        )
        items.append(f"<li>{link}</li>")
    st.html(f'<ul class="ws-links ws-wide">{"".join(items)}</ul>')


def _lower(outcome: Outcome) -> None:
    found = tier_ways_down(outcome.framework, outcome.answers)
    if not found:
        return
    page.heading(
        _("Wat maakt de trede lager?"),
        about=_("Dit kan de gemeente zelf anders doen. De lichtste verandering staat bovenaan."),
        anchor="lager",
    )
    ways.listed(found, _("Dan wordt de trede: {level}"))
