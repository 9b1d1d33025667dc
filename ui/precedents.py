"""Earlier assessments with the same deciding answers, and whether they got the same tier."""

from html import escape

import streamlit as st

from assessment.months import date_text
from assessment.outcome import Outcome
from assessment.parts import Dimension
from assessment.precedents import Difference
from services import precedents
from services.precedents import Found, Precedents
from texts import _, ngettext
from ui import context, links, page, terms
from ui.here import Here

ANCHOR = "precedenten"


def draw(here: Here, outcome: Outcome) -> None:
    """Draw how many there are of each tier, and the newest; nothing while there is no tier to compare."""
    if outcome.tier.counted == outcome.tier.dimension.levels[0].id:
        return
    found = precedents.of(context.store(), context.user(), here.id, outcome)
    page.heading(
        _("Eerdere afwegingen"),
        about=_("Afgeronde afwegingen met dezelfde antwoorden op de vragen die hier de trede bepalen."),
        anchor=ANCHOR,
    )
    page.paragraph(_counted(found, outcome))
    if found.shown:
        items = "".join(f"<li>{_one(each, outcome)}</li>" for each in found.shown)
        st.html(f'<ul class="ws-links ws-wide">{items}</ul>')
    if found.count > len(found.shown):
        page.paragraph(_("Je ziet van elke trede de nieuwste."))


def _counted(found: Precedents, outcome: Outcome) -> str:
    if not found.count:
        return _("Er is nog geen afgeronde afweging met dezelfde beslissende antwoorden die je mag lezen.")
    same = found.tiers[outcome.tier.counted]
    many = ngettext(
        "Er is {count} eerdere afweging met dezelfde beslissende antwoorden.",
        "Er zijn {count} eerdere afwegingen met dezelfde beslissende antwoorden.",
        found.count,
    ).format(count=found.count)
    got = ngettext("{count} kreeg dezelfde trede.", "{count} kregen dezelfde trede.", same)
    return f"{many} {got.format(count=same)}"


def _one(found: Found, outcome: Outcome) -> str:
    tier = outcome.tier.dimension
    facts = [
        _("trede {level}").format(level=_level(tier, found.precedent.tier)),
        _("afgerond {day}").format(day=date_text(found.precedent.at.date())),
    ]
    if found.by_hand:
        facts.append(_("met de hand gezet op {level}").format(level=_level(tier, found.by_hand)))
    link = links.outcome(found.assessment.id, found.assessment.title, note=" · ".join(facts))
    return link + _why_other(found, outcome)


def _why_other(found: Found, outcome: Outcome) -> str:
    """Say, as HTML, what made the tier there another one than here."""
    if found.precedent.tier == outcome.tier.counted:
        return ""
    if found.differences:
        items = "".join(f"<li>{escape(_difference(each))}</li>" for each in found.differences)
        return f'<p>{escape(_("De trede was daar anders door:"))}</p><ul class="ws-used">{items}</ul>'
    text = _("Gewogen met versie {version} van het afwegingskader.").format(version=found.framework_version)
    return f"<p>{escape(text)}</p>"


def _difference(difference: Difference) -> str:
    return _("{question} Daar: {there}. Hier: {here}.").format(
        question=difference.question.text,
        there=terms.inside(difference.there),
        here=terms.inside(difference.here),
    )


def _level(tier: Dimension, level: str) -> str:
    # Another version of the framework may have had a level that this one lacks.
    return terms.inside(tier.level(level).label) if level in tier.rank else level
