"""Short texts about outcomes that more than one part of the screen uses."""

from html import escape

from assessment.citations import Citation
from assessment.explanation import Reason, UsedAnswer
from assessment.months import date_text
from assessment.numbers import number_text
from assessment.outcome import InstrumentOutcome
from assessment.parts import Instrument
from texts import _, ngettext


def inside(label: str) -> str:
    """Fit a label into a sentence: "Hoog" becomes "hoog"; "DPIA" stays."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def effort(instrument: Instrument) -> str:
    """Write the estimate of effort: "5 tot 15 dagen"."""
    low, high = instrument.days
    amount = number_text(low) if low == high else f"{number_text(low)} tot {number_text(high)}"
    return ngettext("{amount} dag", "{amount} dagen", 1 if high == 1 else 2).format(amount=amount)


def starts(outcome: InstrumentOutcome) -> str:
    """Say from which day a duty of the future holds; nothing when there is none."""
    if outcome.coming is None:
        return ""
    level = outcome.dimension.level(outcome.coming.level).label
    return _("{level} vanaf {day}").format(level=level, day=date_text(outcome.coming.starts))


def used(answers: tuple[UsedAnswer, ...]) -> str:
    """Return the answers something rests on, as a list in HTML."""
    if not answers:
        return ""
    items = "".join(
        f"<li>{escape(answer.question.text)} <strong>{escape(answer.answer)}</strong></li>"
        for answer in answers
    )
    return f'<ul class="ws-used">{items}</ul>'


def reservations(reason: Reason) -> list[str]:
    """Say what limits a reason: precaution, a day to come, a condition, something to confirm."""
    said = []
    if not reason.certain:
        said.append(_("Dit telt mee uit voorzorg, want een antwoord is nog onbekend."))
    if reason.starts:
        said.append(_("Dit geldt vanaf {day}.").format(day=date_text(reason.starts)))
    if reason.only_if:
        said.append(_("Voorwaarde: {limit}.").format(limit=reason.only_if.rstrip(".")))
    if reason.verify:
        said.append(_("Laat dit nagaan: {what}").format(what=reason.verify))
    return said


def sources(reason: Reason) -> str:
    """Return the sources of a reason in HTML, with a link where there is one."""
    return cited(reason.sources)


def cited(citations: tuple[Citation, ...]) -> str:
    """Return places in sources in HTML, with a link where there is one."""
    places = [_link(citation.text, citation.source.url) for citation in citations]
    return _("Bron: {sources}").format(sources="; ".join(places)) if places else ""


def _link(text: str, url: str | None) -> str:
    if not url:
        return escape(text)
    return f'<a href="{escape(url)}" target="_blank" rel="noreferrer">{escape(text)}</a>'
