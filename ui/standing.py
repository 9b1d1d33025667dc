"""The outcome so far, beside the questions: what is certain, what is possible, what still matters."""

from collections.abc import Iterator
from html import escape

import streamlit as st

from assessment.explanation import bounds_text
from assessment.outcome import Outcome
from assessment.override import TIER, settle
from assessment.override_words import level_text
from services import overrides
from texts import _, ngettext
from ui import context, links, scale
from ui.here import Here
from ui.progress import quick_scan
from ui.recall import last_known

AT_MOST = 5
# After the tier, these tell most about what a municipality has to do.
NEXT = ("quickscan", "ai_klasse", "dpia", "register", "art22_uitkomst")


def draw(here: Here, outcome: Outcome) -> None:
    """Draw the outcome so far and the questions that can still change it most."""
    store, user = context.store(), context.user()
    found = last_known(f"hand-{here.id.hex}", lambda: overrides.of(store, user, here.id))
    by_hand = settle(outcome, {one.about: one for one in found})[TIER]
    st.html(_summary(outcome, level_text(by_hand)))
    with st.expander(_("Wat telt nu nog?"), expanded=True, key="ws-wat-telt"):
        st.html(_open_questions(here, outcome))


def _summary(outcome: Outcome, by_hand: str) -> str:
    signals = "".join(f"<li>{escape(signal.text)}</li>" for signal in outcome.stop_signals)
    quick = quick_scan(outcome)
    # That a full weighing is needed goes without saying on the pages of that weighing.
    verdict = quick.level.meaning if quick and not quick.is_full else ""
    return (
        f'<h2 class="ws-small-heading">{_("Uitkomst tot nu toe")}</h2>'
        f'<p class="ws-standing">{escape(outcome.tier.dimension.title)}: '
        f"<strong>{escape(bounds_text(outcome.tier))}</strong></p>"
        + (f"<p>{escape(by_hand)}</p>" if by_hand else "")
        + scale.html(outcome.tier)
        + (f"<p>{escape(verdict)}</p>" if verdict else "")
        + (f'<div class="ws-stop"><h3>{_("Let op")}</h3><ul>{signals}</ul></div>' if signals else "")
    )


def _open_questions(here: Here, outcome: Outcome) -> str:
    still = list(dict.fromkeys(_mattering(outcome)))
    whole = f"<p>{links.outcome(here.id, _('Bekijk de hele uitkomst'))}</p>"
    if not still:
        return f"<p>{escape(_('Geen enkele open vraag verandert de uitkomst nog.'))}</p>{whole}"
    lead = _("Deze open vragen kunnen de uitkomst het meest veranderen:")
    questions = (here.framework.questions[name] for name in still[:AT_MOST])
    items = "".join(f"<li>{links.step(here.id, q.step, q.text, question=q.id)}</li>" for q in questions)
    more = len(still) - AT_MOST
    rest = ngettext("En nog {count} andere vraag.", "En nog {count} andere vragen.", more).format(count=more)
    return (
        f'<p>{escape(lead)}</p><ul class="ws-links">{items}</ul>'
        + (f'<p class="ws-about">{escape(rest)}</p>' if more > 0 else "")
        + whole
    )


def _mattering(outcome: Outcome) -> Iterator[str]:
    yield from outcome.tier.open_questions
    for name in NEXT:
        yield from outcome.dimensions[name].open_questions
