"""Appendix D: every instrument with its reason, needed or not, and the timeline."""

from itertools import groupby
from typing import Literal

from assessment.dossier import Dossier
from assessment.explanation import Reason, reasons
from assessment.months import date_text
from assessment.outcome import InstrumentOutcome
from assessment.override_words import level_text
from reports.document import Block, Column, Heading, Paragraph, Section, Table
from reports.figures import Bar, Timeline
from reports.wording import effort, inside, short_name, status
from texts import _

LOOKS: dict[str, Literal["required", "policy", "advised"]] = {
    "verplicht": "required",
    "beleid": "policy",
    "aanbevolen": "advised",
}
# A figure stands on one page.
BARS_PER_FIGURE = 36


def instruments(dossier: Dossier) -> Section:
    """Return the appendix."""
    blocks: list[Block] = []
    needed = dossier.needed(*LOOKS)
    if needed:
        blocks += [
            Heading(_("Wanneer wat moet gebeuren")),
            Paragraph(_introduction(dossier), style="intro"),
        ]
        blocks += [
            timeline(dossier, needed[start : start + BARS_PER_FIGURE])
            for start in range(0, len(needed), BARS_PER_FIGURE)
        ]
    for level in LOOKS:
        blocks += _needed(dossier, level)
    blocks += [*_maybe_needed(dossier), *_not_needed(dossier)]
    return Section(_("Bijlage D. Instrumenten"), tuple(blocks))


def timeline(dossier: Dossier, needed: tuple[InstrumentOutcome, ...]) -> Timeline:
    """Return the picture of `needed` (sorted by phase), with an alternative text made from the same data."""
    phases = dossier.outcome.framework.moments
    bars = tuple(_bar(dossier, each, list(phases).index(each.instrument.moment)) for each in needed)
    sentences = []
    for phase, here in groupby(bars, key=lambda bar: bar.phase):
        names = (_("{name} ({remarks})").format(name=bar.label, remarks=_remarks(bar)) for bar in here)
        sentences.append(
            _("{phase}: {names}.").format(phase=list(phases.values())[phase].name, names="; ".join(names))
        )
    alt = _("Tijdlijn van {count} instrumenten, per fase. {phases}")
    return Timeline(
        phases=tuple(phase.name for phase in phases.values()),
        bars=bars,
        effort=_("Schatting"),
        alt=alt.format(count=len(bars), phases=" ".join(sentences)),
    )


def _introduction(dossier: Dossier) -> str:
    text = _(
        "De tijdlijn laat zien in welke fase een instrument aan de beurt is. "
        "Het aantal dagen is een schatting van het werk."
    )
    if dossier.in_use:
        text += " " + _(
            "Dit algoritme wordt al gebruikt. Wat in een eerdere fase hoort, moet nu worden ingehaald."
        )
    return text


def _bar(dossier: Dossier, each: InstrumentOutcome, phase: int) -> Bar:
    level, coming = dossier.level(each), ""
    if each.coming:
        later = each.dimension.level(each.coming.level).label
        coming = _("{level} vanaf {day}").format(level=inside(later), day=date_text(each.coming.starts))
    return Bar(
        label=short_name(each.instrument),
        phase=phase,
        status=LOOKS[level],
        word=_("beleid") if level == "beleid" else inside(each.dimension.level(level).label),
        effort=effort(each.instrument.days),
        note=coming,
    )


def _remarks(bar: Bar) -> str:
    return ", ".join(part for part in (bar.word, bar.effort, bar.note) if part)


def _needed(dossier: Dossier, level: str) -> list[Block]:
    found = dossier.needed(level)
    if not found:
        return []
    title = found[0].dimension.level(level)
    columns = (
        Column(_("Instrument"), 5, "headed"),
        Column(_("Wie, wanneer, schatting"), 4),
        Column(_("Waarom"), 6),
    )
    table = Table(columns, tuple(_row(dossier, each) for each in found))
    return [Heading(title.label), Paragraph(title.meaning, style="intro"), table]


def _row(dossier: Dossier, each: InstrumentOutcome) -> tuple[str, str, str]:
    instrument = each.instrument
    moment = dossier.outcome.framework.moments[instrument.moment].name
    who = "\n".join((dossier.role(instrument.role), moment, effort(instrument.days)))
    why = [_why(reason) for reason in reasons(dossier.outcome, each)]
    if each.coming:
        why.insert(0, status(each) + ".")
    by_hand = level_text(dossier.settled[instrument.id])
    if by_hand:
        why.insert(0, by_hand)
    if each.at_most != each.counted:
        level = inside(each.dimension.level(each.at_most).label)
        why.append(_("Door open vragen mogelijk: {level}.").format(level=level))
    if instrument.verify:
        why.append(_("Laat dit nagaan: {what}").format(what=instrument.verify))
    return (f"{instrument.name}\n{instrument.what}", who, "\n".join(dict.fromkeys(why)))


def _why(reason: Reason) -> str:
    text = _("{sentence} ({source})").format(sentence=reason.sentence, source=reason.rule.source)
    if reason.only_if:
        text += " " + _("Let op: {limit}.").format(limit=reason.only_if)
    if reason.verify:
        text += " " + _("Laat dit nagaan: {what}").format(what=reason.verify)
    return text


def _maybe_needed(dossier: Dossier) -> list[Block]:
    found = dossier.maybe_needed
    if not found:
        return []
    columns = (Column(_("Instrument"), 5), Column(_("Mogelijk"), 3), Column(_("Open vragen"), 5))
    rows = tuple(
        (each.instrument.name, each.dimension.level(each.at_most).label, _open_questions(dossier, each))
        for each in found
    )
    intro = Paragraph(_("Dit hangt af van vragen die nog open zijn."), style="intro")
    return [Heading(_("Misschien nodig")), intro, Table(columns, rows)]


def _open_questions(dossier: Dossier, each: InstrumentOutcome) -> str:
    numbers = (str(dossier.numbers[name]) for name in each.open_questions if name in dossier.numbers)
    return _("Vraag {numbers}").format(numbers=", ".join(numbers))


def _not_needed(dossier: Dossier) -> list[Block]:
    found = dossier.not_needed
    if not found:
        return []
    title = found[0].dimension.level("niet")
    columns = (Column(_("Instrument"), 2), Column(_("Waarom niet"), 3))
    rows = tuple((each.instrument.name, _why_not(dossier, each)) for each in found)
    return [Heading(title.label), Table(columns, rows)]


def _why_not(dossier: Dossier, each: InstrumentOutcome) -> str:
    return level_text(dossier.settled[each.instrument.id]) or each.instrument.not_needed
