"""The summary for the executive: two pages, from the subject to the room to sign."""

from assessment.dossier import Dossier
from assessment.explanation import bounds_text, reasons
from assessment.outcome import DimensionOutcome, InstrumentOutcome
from assessment.parts import Instrument
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
    Together,
    Tone,
)
from reports.grounds import said_besides
from reports.wording import effort, inside, names, shortened
from texts import _, ngettext

TIER_TONES: dict[str, Tone] = {"laag": "calm", "beperkt": "notice", "hoog": "serious", "verboden": "stop"}
ADVICE_TONES: dict[str, Tone] = {
    "kan_door": "calm",
    "voorwaarden": "notice",
    "eerst_uitzoeken": "serious",
    "niet_doen": "stop",
}
# What fits on two pages; the rest is counted here and stands in full in an appendix.
MOST_REASONS = 3
MOST_REQUIRED = 9
MOST_SAFEGUARDS = 7
TEXT_LENGTH = 260
FACT_LENGTH = 50


def summary(dossier: Dossier) -> Section:
    """Return the section the executive reads."""
    blocks: list[Block] = [_badges(dossier), *_warnings(dossier), *_subject(dossier)]
    blocks += [Heading(_("Gevraagd besluit")), Paragraph(decision.introduction(dossier), style="intro")]
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
    """Say what it is about in the words of who filled it in, each text as far as the page allows."""
    texts = {
        "i_omschrijving": "",
        "d_probleem": _("Probleem:"),
        "m_beleidsdoel": _("Doel voor de stad:"),
        "m_wie": _("Voordeel en nadeel:"),
    }
    told: list[Block] = [
        Paragraph(shortened(dossier.said(name), TEXT_LENGTH, _("bijlage A")), lead=lead)
        for name, lead in texts.items()
        if dossier.said(name).strip()
    ]
    return [*told, KeyFacts((*_facts(dossier), *_standing(dossier)))]


def _facts(dossier: Dossier) -> list[Fact]:
    questions, answers = dossier.outcome.framework.questions, dossier.outcome.answers
    labels = {
        "d_status": _("Fase"),
        "d_functie": _("Wat het algoritme doet"),
        "i_eerste_gebruik": _("Eerste gebruik"),
        "i_afdeling": _("Afdeling"),
    }
    return [
        Fact(label, shortened(answer_text(questions[name], answers[name]), FACT_LENGTH, _("bijlage A")))
        if name in answers
        else Fact(label, _("Niet bekend"))
        for name, label in labels.items()
    ]


def _standing(dossier: Dossier) -> list[Fact]:
    labels = {
        "ai_klasse": _("AI-verordening"),
        "register": _("Algoritmeregister"),
        "dpia": _("Privacytoets (DPIA)"),
        "art22_uitkomst": _("Automatisch besluit"),
    }
    return [Fact(label, bounds_text(dossier.outcome.dimensions[name])) for name, label in labels.items()]


def _reasons(dossier: Dossier) -> list[Block]:
    found = reasons(dossier.outcome, dossier.outcome.tier)
    if not found:
        return []
    # Only what carries the tier itself; a rule that asks for less would puzzle here.
    weightiest = [reason for reason in found if reason.level == found[0].level][:MOST_REASONS]
    items = [Item(" ".join(said_besides(each)), each.sentence, each.rule.source) for each in weightiest]
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
        columns = (Column(_("Verplicht"), 9, "strong"), Column(_("Wie"), 7), Column(_("Wanneer"), 3))
        rows = tuple(_row(dossier, each) for each in required[:MOST_REQUIRED])
        blocks.append(Table((*columns, Column(_("Schatting"), 3)), rows))
    if len(required) > MOST_REQUIRED:
        text = _("En ook verplicht: {names}. Zie bijlage D.")
        blocks.append(Paragraph(text.format(names=_names(required[MOST_REQUIRED:]))))
    for level, label in (("beleid", _("Gemeentelijk beleid:")), ("aanbevolen", _("Aanbevolen:"))):
        if dossier.needed(level):
            blocks.append(Paragraph(_names(dossier.needed(level)) + ".", lead=label))
    return [Together((*blocks, *_coming(dossier)))] if len(blocks) > 1 else []


def _row(dossier: Dossier, each: InstrumentOutcome) -> tuple[str, ...]:
    instrument = each.instrument
    moment = dossier.outcome.framework.moments[instrument.moment].name
    limits = [reason.only_if for reason in reasons(dossier.outcome, each) if reason.level.id == "verplicht"]
    limit = f" ({limits[0]})" if limits and limits[0] else ""
    return (instrument.name + limit, dossier.role(instrument.role), moment, effort(instrument.days))


def _names(instruments: tuple[InstrumentOutcome, ...]) -> str:
    return names(each.instrument for each in instruments)


def _coming(dossier: Dossier) -> list[Block]:
    days: dict[str, list[Instrument]] = {}
    for each in dossier.outcome.instruments.values():
        if each.coming:
            days.setdefault(date_text(each.coming.starts), []).append(each.instrument)
    return [
        Paragraph(names(coming) + ".", lead=_("Verplicht vanaf {day}:").format(day=day))
        for day, coming in days.items()
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
    if dossier.advice == "nvt":
        return []
    choices = [_("Het college neemt kennis van het voorstel."), _("Het college wil het voorstel bespreken.")]
    if decision.is_asked(dossier):
        choices = [
            _("Het college volgt het voorstel."),
            _("Het college volgt het voorstel met een wijziging."),
            _("Het college volgt het voorstel niet."),
        ]
    lines = (_("Datum"), _("Naam namens het college"), _("Handtekening"))
    box = Decision(tuple(choices), _("Wijziging, reden of termijn:"), lines)
    return [Together((Heading(_("Besluit van het college")), box))]
