"""Appendix B: where each dimension stands, every rule that counts, and the answers it rests on."""

from collections.abc import Iterable

from assessment.evaluation import DimensionOutcome
from assessment.explanation import Reason, UsedAnswer, bounds_text, reasons, why_not_higher
from assessment.lowering import Way, tier_ways_down
from assessment.wording import date_text
from reports.document import Block, Bullets, Heading, Item, Paragraph, Section
from reports.dossier import Dossier
from reports.wording import inside, listed
from texts import _, ngettext

MOST_WAYS = 5


def grounds(dossier: Dossier) -> Section:
    """Return the appendix."""
    blocks: list[Block] = []
    for name, dimension in dossier.outcome.dimensions.items():
        blocks += _dimension(dossier, dimension)
        if name == "trede":
            blocks += [*_not_higher(dossier, dimension), *_lower(dossier)]
    return Section(_("Bijlage B. Alle redenen"), tuple(blocks))


def _dimension(dossier: Dossier, dimension: DimensionOutcome) -> list[Block]:
    meaning = dimension.dimension.level(dimension.at_most).meaning if dimension.settled else ""
    title = _("{dimension}: {level}").format(
        dimension=dimension.dimension.title, level=inside(bounds_text(dimension))
    )
    found = reasons(dossier.outcome, dimension)
    blocks: list[Block] = [Heading(title)]
    if meaning:
        blocks.append(Paragraph(meaning))
    if found:
        blocks.append(Bullets(tuple(_reason(reason) for reason in found)))
    return blocks


def _reason(reason: Reason) -> Item:
    return Item(reason.sentence, source=reason.rule.source, parts=tuple(_remarks(reason)))


def _remarks(reason: Reason) -> Iterable[Item]:
    if reason.answers:
        yield Item(_answers(reason.answers), lead=_("Dat volgt uit:"))
    if not reason.certain:
        yield Item(_("Dit telt mee uit voorzorg: een van deze antwoorden is onbekend."))
    if reason.starts:
        yield Item(_("Dit geldt vanaf {day}.").format(day=date_text(reason.starts)))
    if reason.only_if:
        yield Item(reason.only_if, lead=_("Let op:"))
    if reason.verify:
        yield Item(reason.verify, lead=_("Laat dit nagaan:"))


def _answers(used: Iterable[UsedAnswer]) -> str:
    # Question marks and full stops of the questions themselves keep the pairs apart.
    return "; ".join(
        _("{question} {answer}").format(question=each.question.text, answer=each.answer) for each in used
    )


def _not_higher(dossier: Dossier, dimension: DimensionOutcome) -> list[Block]:
    blocked = why_not_higher(dossier.outcome, dimension)
    if not blocked:
        return []
    items = [
        Item(
            _("{level}: {sentence}").format(level=rule.level.label, sentence=rule.sentence),
            parts=(Item(_answers(rule.because), lead=_("Geldt niet, door:")),) if rule.because else (),
        )
        for rule in blocked
    ]
    intro = Paragraph(_("Deze regels zouden de risicotrede hoger maken. Ze gelden hier niet."))
    return [Heading(_("Waarom de risicotrede niet hoger is"), 3), intro, Bullets(tuple(items))]


def _lower(dossier: Dossier) -> list[Block]:
    ways = tier_ways_down(dossier.outcome.framework, dossier.outcome.answers)
    if not ways:
        return []
    intro = _("Dit zijn veranderingen waardoor de risicotrede daalt. De lichtste staat bovenaan.")
    return [
        Heading(_("Wat de risicotrede lager zou maken"), 3),
        Paragraph(intro),
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
