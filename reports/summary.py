"""The summary for the executive: two pages, from the subject to the room to sign."""

from assessment.outcome import DimensionOutcome, InstrumentOutcome
from assessment.explanation import bounds_text, reasons
from assessment.wording import answer_text, date_text
from reports import decision
from reports.document import (
    Badge,
    Badges,
    Block,
    Bullets,
    Callout,
    Column,
    Decision,
    Fact,
    Heading,
    Item,
    KeyFacts,
    Paragraph,
    Scale,
    Section,
    Table,
    Tone,
)
from reports.dossier import Dossier
from reports.wording import effort, inside, listed, shortened
from texts import _, ngettext

TIER_TONES: dict[str, Tone] = {"laag": "calm", "beperkt": "notice", "hoog": "serious", "verboden": "stop"}
ADVICE_TONES: dict[str, Tone] = {
    "kan_door": "calm",
    "voorwaarden": "notice",
    "eerst_uitzoeken": "serious",
    "niet_doen": "stop",
}
# What fits on two pages; the rest is counted here and stands in full in an appendix.
MOST_REASONS = 4
MOST_REQUIRED = 9
MOST_SAFEGUARDS = 7
DESCRIPTION_LENGTH = 350


def summary(dossier: Dossier) -> Section:
    """Return the section the executive reads."""
    blocks: list[Block] = [_badges(dossier), *_warnings(dossier), *_subject(dossier)]
    blocks += [Heading(_("Gevraagd besluit")), Paragraph(decision.introduction(dossier))]
    blocks.append(Bullets(decision.proposed(dossier), numbered=True))
    if dossier.advice != "nvt":
        blocks += [*_reasons(dossier), *_instruments(dossier), *_safeguards(dossier)]
    return Section(_("Samenvatting voor het college"), (*blocks, *_sign(dossier)))


def _badges(dossier: Dossier) -> Badges:
    tier, advice = dossier.outcome.tier, dossier.outcome.dimensions["conceptadvies"]
    advised = advice.dimension.level(dossier.advice)
    meaning = advised.meaning
    if not advice.settled:
        meaning += " " + _("Dit advies is voorlopig: er zijn nog open vragen.")
    return Badges(
        (
            Badge(
                label=tier.dimension.title,
                value=bounds_text(tier),
                meaning=tier.dimension.level(tier.at_most).meaning
                if tier.settled
                else _("Er zijn nog open vragen."),
                tone=TIER_TONES.get(tier.at_most, "neutral"),
                scale=_scale(tier),
            ),
            Badge(
                advice.dimension.title, advised.label, meaning, ADVICE_TONES.get(dossier.advice, "neutral")
            ),
        )
    )


def _scale(tier: DimensionOutcome) -> Scale | None:
    # The lowest level says that there is nothing to weigh: it is no step of the scale.
    _nothing, *steps = tier.dimension.levels
    rank = tier.dimension.rank
    if not rank[tier.at_most]:
        return None
    names = tuple(inside(step.label) for step in steps)
    alt = _("Schaal van laag naar hoog: {steps}. Dit algoritme: {here}.")
    return Scale(
        steps=names,
        low=max(rank[tier.at_least] - 1, 0),
        high=rank[tier.at_most] - 1,
        tone=TIER_TONES.get(tier.at_most, "neutral"),
        alt=alt.format(steps=", ".join(names), here=inside(bounds_text(tier))),
    )


def _warnings(dossier: Dossier) -> list[Block]:
    warnings: list[Block] = []
    signals = dossier.outcome.stop_signals
    if signals:
        title = ngettext("Stopsignaal", "Stopsignalen", len(signals))
        warnings.append(Callout(title, "\n".join(signal.text for signal in signals), "stop"))
    if dossier.undecided:
        count = len(dossier.undecided)
        text = ngettext(
            "{count} vraag is nog niet beantwoord en kan de uitkomst veranderen. Zie bijlage C.",
            "{count} vragen zijn nog niet beantwoord en kunnen de uitkomst veranderen. Zie bijlage C.",
            count,
        )
        warnings.append(Callout(_("Deze weging is nog niet af"), text.format(count=count), "notice"))
    return warnings


def _subject(dossier: Dossier) -> list[Block]:
    description = dossier.said("i_omschrijving")
    blocks: list[Block] = []
    if description:
        blocks.append(Paragraph(shortened(description, DESCRIPTION_LENGTH, _("bijlage A"))))
    questions = dossier.outcome.framework.questions
    labels = {
        "i_afdeling": _("Afdeling"),
        "d_status": _("Fase"),
        "d_functie": _("Wat het doet"),
        "i_eerste_gebruik": _("Eerste gebruik"),
    }
    facts = [
        Fact(
            label, shortened(answer_text(questions[name], dossier.outcome.answers[name]), 60, _("bijlage A"))
        )
        for name, label in labels.items()
        if name in dossier.outcome.answers
    ]
    standing = [
        Fact(outcome.dimension.title, bounds_text(outcome))
        for name in ("ai_klasse", "register", "dpia", "art22_uitkomst")
        if (outcome := dossier.outcome.dimensions[name])
    ]
    return [*blocks, KeyFacts((*_row(facts), *standing))]


def _row(facts: list[Fact]) -> list[Fact]:
    # Four stand side by side, so a row that is not full would pull the next one up.
    return [*facts, *[Fact("", "")] * (-len(facts) % 4)]


def _reasons(dossier: Dossier) -> list[Block]:
    tier = dossier.outcome.tier
    found = reasons(dossier.outcome, tier)
    if not found:
        return []
    items = [Item(reason.sentence, source=reason.rule.source) for reason in found[:MOST_REASONS]]
    more = len(found) - len(items)
    if more:
        text = ngettext(
            "En nog {count} reden: zie bijlage B.", "En nog {count} redenen: zie bijlage B.", more
        )
        items.append(Item(text.format(count=more)))
    return [Heading(_("Waarom deze risicotrede")), Bullets(tuple(items))]


def _instruments(dossier: Dossier) -> list[Block]:
    required = dossier.needed("verplicht")
    blocks: list[Block] = [Heading(_("Wat er moet gebeuren"))]
    if required:
        columns = (Column(_("Verplicht"), 9, strong=True), Column(_("Wie"), 6), Column(_("Wanneer"), 3))
        columns += (Column(_("Schatting"), 3),)
        blocks.append(Table(columns, tuple(_row_of(dossier, each) for each in required[:MOST_REQUIRED])))
    if len(required) > MOST_REQUIRED:
        text = _("En ook verplicht: {names}. Zie bijlage D.")
        blocks.append(Paragraph(text.format(names=_names(required[MOST_REQUIRED:]))))
    for level, label in (("beleid", _("Gemeentelijk beleid:")), ("aanbevolen", _("Aanbevolen:"))):
        if dossier.needed(level):
            blocks.append(Paragraph(_("{names}.").format(names=_names(dossier.needed(level))), lead=label))
    return [*blocks, *_coming(dossier)] if len(blocks) > 1 else []


def _row_of(dossier: Dossier, each: InstrumentOutcome) -> tuple[str, ...]:
    instrument = each.instrument
    moment = dossier.outcome.framework.moments[instrument.moment].name
    limits = [reason.only_if for reason in reasons(dossier.outcome, each) if reason.level.id == "verplicht"]
    limit = f" ({limits[0]})" if limits and limits[0] else ""
    return (instrument.name + limit, dossier.role(instrument.role), moment, effort(instrument.days))


def _names(instruments: tuple[InstrumentOutcome, ...]) -> str:
    return listed(inside(each.instrument.name) for each in instruments)


def _coming(dossier: Dossier) -> list[Block]:
    days: dict[str, list[str]] = {}
    for each in dossier.outcome.instruments.values():
        if each.coming:
            days.setdefault(date_text(each.coming.starts), []).append(inside(each.instrument.name))
    return [
        Paragraph(_("{names}.").format(names=listed(names)), lead=_("Verplicht vanaf {day}:").format(day=day))
        for day, names in days.items()
    ]


def _safeguards(dossier: Dossier) -> list[Block]:
    missing = dossier.outcome.open_safeguards
    if not missing:
        return []
    items = [Item(safeguard.todo) for safeguard in missing[:MOST_SAFEGUARDS]]
    more = len(missing) - len(items)
    if more:
        text = ngettext(
            "En nog {count} waarborg: zie bijlage C.", "En nog {count} waarborgen: zie bijlage C.", more
        )
        items.append(Item(text.format(count=more)))
    return [Heading(_("Waarborgen die ontbreken")), Bullets(tuple(items))]


def _sign(dossier: Dossier) -> list[Block]:
    choices = (_("Het college volgt het voorstel."), _("Het college volgt het voorstel met een wijziging."))
    box = Decision(
        choices=(*choices, _("Het college volgt het voorstel niet.")),
        remark=_("Wijziging, reden of termijn:"),
        lines=(_("Datum"), _("Naam namens het college"), _("Handtekening")),
    )
    return [Heading(_("Besluit van het college")), box] if dossier.advice != "nvt" else []
