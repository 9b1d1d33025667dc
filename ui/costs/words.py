"""The comparison of costs in words: what comes out, what to beware of, or what is still missing."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from assessment.costs.result import Comparison, Incomplete, Judged
from assessment.costs.wording import (
    break_even_sentence,
    caution_text,
    missing_text,
    payback_sentence,
    sentence,
    spread_sentence,
)
from assessment.outcome import Outcome
from assessment.parts import Question
from texts import _, ngettext
from ui import links, page, terms
from ui.costs.amounts import html
from ui.here import Here
from ui.progress import QUICK_SCAN, quick_scan


def brief(comparison: Comparison, judged: tuple[Judged, ...]) -> None:
    """Draw the answer: which is cheaper, from how many cases, from which year, how sure."""
    more = [
        _alternative(comparison),
        break_even_sentence(comparison),
        payback_sentence(comparison),
        spread_sentence(comparison),
        beside_money(judged),
    ]
    st.html(
        f'<div class="ws-verdict"><h2>{escape(_("In het kort"))}</h2>'
        f'<p class="ws-answer-large">{html(sentence(comparison))}</p>'
        f'<ul class="ws-brief">{_items(filter(None, more))}</ul></div>'
    )


def _alternative(comparison: Comparison) -> str:
    if not comparison.alternative:
        return ""
    return _("Het alternatief: {alternative}.").format(alternative=terms.inside(comparison.alternative))


def cautions(comparison: Comparison) -> None:
    """Draw what a reader has to know before trusting the sum."""
    if comparison.cautions:
        texts = (caution_text(caution, comparison) for caution in comparison.cautions)
        st.html(
            f'<div class="ws-beware"><h2>{escape(_("Let op"))}</h2>'
            f'<ul class="ws-brief">{_items(texts)}</ul></div>'
        )


def beside_money(judged: tuple[Judged, ...]) -> str:
    """Say on how many points that are no money each way of working is better; nothing when none is known."""
    marks = [(each.marks.with_, each.marks.without) for each in judged]
    both = [(with_, without) for with_, without in marks if with_ is not None and without is not None]
    if not both:
        return ""
    better = sum(with_ > without for with_, without in both)
    worse = sum(with_ < without for with_, without in both)
    text = ngettext(
        "Los van geld is werken met algoritme op {better} van {count} punt beter, en op {worse} slechter.",
        "Los van geld is werken met algoritme op {better} van {count} punten beter, en op {worse} slechter.",
        len(both),
    )
    return text.format(better=better, worse=worse, count=len(both))


def incomplete(here: Here, outcome: Outcome, found: Incomplete) -> None:
    """Say why there is no sum, and link to what is missing."""
    if found.missing:
        page.heading(_("Wat mist er nog?"), anchor="mist")
        page.paragraph(missing_text(found))
        st.html(f'<ul class="ws-links ws-wide">{_links(here, found.missing)}</ul>')
        return
    quick = quick_scan(outcome)
    if quick is None:
        page.paragraph(_("Dit volgt na de snelle check. Die zegt of een volledige weging nodig is."))
        st.html(f"<p>{links.step(here.id, QUICK_SCAN, _('Naar de snelle check'))}</p>")
        return
    page.paragraph(missing_text(found))
    page.paragraph(
        _("De uitkomst van de snelle check is: {level}.").format(level=terms.inside(quick.level.label))
    )


def _links(here: Here, missing: Iterable[Question]) -> str:
    return "".join(
        f"<li>{links.step(here.id, asked.step, asked.text, question=asked.id)}</li>" for asked in missing
    )


def _items(texts: Iterable[str]) -> str:
    return "".join(f"<li>{html(text)}</li>" for text in texts)
