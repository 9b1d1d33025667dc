"""Appendix B: where each dimension stands, every rule that counts, and what that rests on."""

from collections.abc import Iterator

from assessment.dossier import Dossier
from assessment.explanation import Blocked, Reason, UsedAnswer, bounds_text, reasons, why_not_higher
from assessment.lowering import Way, tier_ways_down
from assessment.months import date_text
from assessment.outcome import DimensionOutcome
from assessment.wording import listed
from reports.document import Block, Bullets, Column, Heading, Item, Paragraph, Section, Table
from reports.wording import inside
from texts import _, ngettext

MOST_WAYS = 3


def grounds(dossier: Dossier) -> Section:
    """Return the appendix."""
    blocks: list[Block] = [Paragraph(_("De nummers van de vragen staan in bijlage A."))]
    for name, dimension in dossier.outcome.dimensions.items():
        blocks += _dimension(dossier, dimension)
        if name == "trede":
            blocks += [*_not_higher(dossier, dimension), *_lower(dossier)]
    return Section(_("Bijlage B. Alle redenen"), tuple(blocks))


def _dimension(dossier: Dossier, dimension: DimensionOutcome) -> list[Block]:
    title = _("{dimension}: {level}").format(
        dimension=dimension.dimension.title, level=inside(bounds_text(dimension))
    )
    blocks: list[Block] = [Heading(title)]
    meaning = dimension.dimension.level(dimension.at_most).meaning
    if meaning and dimension.settled:
        blocks.append(Paragraph(meaning, style="intro"))
    found = reasons(dossier.outcome, dimension)
    if found:
        columns = (Column(_("Reden"), 5, "strong"), Column(_("Dat volgt uit"), 7), Column(_("Bron"), 3))
        rows = ((each.sentence, "\n".join(_basis(dossier, each)), each.rule.source) for each in found)
        blocks.append(Table(columns, tuple(rows)))
    return blocks


def said_besides(reason: Reason) -> tuple[str, ...]:
    """Return the facts a reason rests on, without those that its own sentence says already."""
    return tuple(fact for fact in reason.facts if fact.rstrip(".").lower() not in reason.sentence.lower())


def _basis(dossier: Dossier, reason: Reason) -> Iterator[str]:
    facts = said_besides(reason)
    if facts:
        yield " ".join((*facts, _numbers(dossier, reason.answers))).rstrip()
    else:
        yield from _answers(dossier, reason.answers)
    if not reason.certain:
        yield _("Dit telt mee uit voorzorg: een van deze antwoorden is onbekend.")
    if reason.starts:
        yield _("Dit geldt vanaf {day}.").format(day=date_text(reason.starts))
    if reason.only_if:
        yield _("Let op: {limit}.").format(limit=reason.only_if)
    if reason.verify:
        yield _("Laat dit nagaan: {what}").format(what=reason.verify)


def _numbers(dossier: Dossier, used: tuple[UsedAnswer, ...]) -> str:
    numbers = [str(dossier.numbers[each.question.id]) for each in used]
    text = ngettext("(Vraag {numbers}.)", "(Vragen {numbers}.)", len(numbers))
    return text.format(numbers=listed(numbers)) if numbers else ""


def _answers(dossier: Dossier, used: tuple[UsedAnswer, ...]) -> Iterator[str]:
    for each in used:
        yield _("Vraag {number}: {answer}").format(
            number=dossier.numbers[each.question.id], answer=each.answer
        )


def _not_higher(dossier: Dossier, dimension: DimensionOutcome) -> list[Block]:
    blocked = why_not_higher(dossier.outcome, dimension)
    if not blocked:
        return []
    columns = (Column(_("Regel die niet geldt"), 5), Column(_("Door dit antwoord"), 5))
    rows = tuple((_blocked(rule), "\n".join(_answers(dossier, rule.because))) for rule in blocked)
    intro = Paragraph(_("Deze regels zouden de risicotrede hoger maken. Ze gelden hier niet."), style="intro")
    return [Heading(_("Waarom de risicotrede niet hoger is"), 3), intro, Table(columns, rows)]


def _blocked(rule: Blocked) -> str:
    return _("{level}: {sentence}").format(level=rule.level.label, sentence=rule.sentence)


def _lower(dossier: Dossier) -> list[Block]:
    ways = tier_ways_down(dossier.outcome.framework, dossier.outcome.answers)
    if not ways:
        return []
    return [
        Heading(_("Wat de risicotrede lager zou maken"), 3),
        Paragraph(
            _("Met deze veranderingen daalt de risicotrede. De lichtste staat bovenaan."), style="intro"
        ),
        Bullets(tuple(_way(way) for way in ways[:MOST_WAYS])),
    ]


def _way(way: Way) -> Item:
    changes = [
        _("bij ‘{question}’ wordt het antwoord ‘{new}’ (nu: ‘{old}’)").format(
            question=change.question.text, new=change.to_text, old=change.from_text
        )
        for change in way.changes
    ]
    lead = ngettext("{level}, met één verandering:", "{level}, met {count} veranderingen:", len(changes))
    return Item(listed(changes) + ".", lead=lead.format(level=way.result.label, count=len(changes)))
