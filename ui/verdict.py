"""The outcome at a glance: stop signals, tier and advice in words, and the other dimensions."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from assessment.explanation import Reason, bounds_text, reasons
from assessment.outcome import DimensionOutcome, Outcome
from assessment.override import TIER, Settled
from assessment.override_words import level_text
from texts import _
from ui import page, scale, terms

# The tier and the advice stand large at the top; the quick scan is only the way to them.
LARGE = ("trede", "conceptadvies")
SMALL = ("ai_klasse", "register", "dpia", "art22_uitkomst", "rol", "publicatie")


def draw(outcome: Outcome, settled: Mapping[str, Settled]) -> None:
    """Draw what stands above everything, and the tier and the advice below it; `settled` is what counts."""
    _stop_signals(outcome)
    _large(outcome, settled[TIER])


def _stop_signals(outcome: Outcome) -> None:
    """Draw what stands above everything."""
    if not outcome.stop_signals:
        return
    items = "".join(
        f'<li>{escape(signal.text)} <span class="ws-cited">{escape(signal.source)}</span></li>'
        for signal in outcome.stop_signals
    )
    st.html(f'<div class="ws-stop"><h2>{_("Let op: dit gaat voor alles")}</h2><ul>{items}</ul></div>')


def _large(outcome: Outcome, tier: Settled) -> None:
    """Draw the tier and the draft advice: where they stand, what that means, what counts now."""
    by_hand = {TIER: level_text(tier)}
    if tier.stands:
        by_hand["conceptadvies"] = _("Dit advies gaat uit van de berekende trede.")
    cards = (_card(outcome.dimensions[name], by_hand.get(name, "")) for name in LARGE)
    st.html(f'<div class="ws-cards">{"".join(cards)}</div>')


def small(outcome: Outcome) -> None:
    """Draw the other dimensions, each with its reasons."""
    page.heading(_("Wat geldt er nog meer?"), anchor="verder")
    with st.container(key="ws-feiten"):
        for name in SMALL:
            with st.container(key=f"ws-feit-{name}"):
                _small(outcome, outcome.dimensions[name])


def _card(dimension: DimensionOutcome, by_hand: str) -> str:
    low, high = dimension.at_least, dimension.at_most
    height = dimension.dimension.rank[dimension.counted]
    return (
        f'<div class="ws-card ws-height-{height}"><h2>{escape(dimension.dimension.title)}</h2>'
        f'<p class="ws-large">{escape(bounds_text(dimension))}</p>'
        + (f"<p><strong>{escape(by_hand)}</strong></p>" if by_hand else "")
        + scale.html(dimension)
        + "".join(f"<p>{escape(text)}</p>" for text in _meanings(dimension, low, high))
        + "</div>"
    )


def _meanings(dimension: DimensionOutcome, low: str, high: str) -> list[str]:
    level = dimension.dimension.level
    if dimension.settled:
        return [level(low).meaning]
    if dimension.counted == dimension.dimension.levels[0].id:
        # What its lowest level means is not true as long as nobody said so.
        most = _("Je antwoorden zeggen hier nog te weinig over. Het kan nog worden: {level}.")
        return [most.format(level=terms.inside(level(high).label))]
    counted = level(dimension.counted)
    now = _("Nu telt: {level}. {meaning}").format(level=terms.inside(counted.label), meaning=counted.meaning)
    if high == dimension.counted:
        return [now, _("Hoger kan het niet worden. Lager wel, als een onbekend antwoord meevalt.")]
    higher = _("De open vragen kunnen dit nog hoger maken, tot {level}.")
    return [now, higher.format(level=terms.inside(level(high).label))]


def _small(outcome: Outcome, dimension: DimensionOutcome) -> None:
    meaning = _meanings(dimension, dimension.at_least, dimension.at_most)[0]
    st.html(
        f'<div class="ws-fact"><h3>{escape(dimension.dimension.title)}</h3>'
        f"<p><strong>{escape(bounds_text(dimension))}</strong><br>{escape(meaning)}</p></div>"
    )
    found = reasons(outcome, dimension)
    if found:
        with st.expander(
            _("Waarom: {title}").format(title=page.plain(dimension.dimension.title)), type="compact"
        ):
            st.html(why(found))


def why(found: tuple[Reason, ...]) -> str:
    """Return reasons as a list in HTML: the sentence, what it rests on, its limits and sources."""
    return f'<ol class="ws-reasons">{"".join(_reason(reason) for reason in found)}</ol>'


def _reason(reason: Reason) -> str:
    facts = " ".join(reason.facts)
    limits = "".join(f'<p class="ws-limit">{escape(text)}</p>' for text in terms.reservations(reason))
    source = terms.sources(reason)
    level = f'<span class="ws-level">{escape(reason.level.label)}</span>'
    return (
        f"<li><p><strong>{escape(reason.sentence)}</strong> {level}</p>"
        + (f"<p>{escape(facts)}</p>" if facts else "")
        + terms.used(reason.answers)
        + limits
        + (f'<p class="ws-cited">{source}</p>' if source else "")
        + "</li>"
    )
