"""The summary for the executive, page one: the subject, what is asked, and why."""

from assessment.dossier import Dossier
from assessment.explanation import bounds_text, reasons
from assessment.outcome import DimensionOutcome
from assessment.override import Settled
from assessment.override_words import override_in_short
from assessment.wording import answer_text
from reports import decision
from reports.costs import costs_in_short
from reports.document import (
    Badge,
    Badges,
    Block,
    Bullets,
    Callout,
    Fact,
    Heading,
    Item,
    KeyFacts,
    Paragraph,
    Section,
)
from reports.figures import Scale, Tone
from reports.grounds import said_besides
from reports.measures import page_two
from reports.wording import inside, shortened
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
MOST_TEXT = 1100
TEXT_PER_WARNING = 200
LEAST_TEXT = 600
FACT_LENGTH = 99


def summary(dossier: Dossier) -> Section:
    """Return the section the executive reads."""
    blocks: list[Block] = [_badges(dossier), *_warnings(dossier), *_subject(dossier)]
    blocks += [Heading(_("Gevraagd besluit")), Paragraph(decision.introduction(dossier), style="intro")]
    blocks.append(Bullets(decision.proposed(dossier), numbered=True))
    if dossier.advice == "niet_doen":
        blocks += _because(dossier, _("Waarom dit advies"), dossier.outcome.dimensions["conceptadvies"])
    if dossier.advice != "nvt":
        blocks += [*_because(dossier, _("Waarom deze risicotrede"), dossier.outcome.tier), *page_two(dossier)]
    return Section(_("Samenvatting voor het college"), tuple(blocks))


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
                tone=_tone(tier),
                scale=_scale(tier),
            ),
            Badge(
                advice.dimension.title, advised.label, meaning, ADVICE_TONES.get(dossier.advice, "neutral")
            ),
        )
    )


def _tone(tier: DimensionOutcome) -> Tone:
    nothing_known = (tier.at_least, tier.at_most) == (
        tier.dimension.levels[0].id,
        tier.dimension.levels[-1].id,
    )
    return "neutral" if nothing_known else TIER_TONES.get(tier.at_most, "neutral")


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
        tone=_tone(tier),
        alt=alt.format(steps=", ".join(names), here=inside(bounds_text(tier))),
    )


def _warnings(dossier: Dossier) -> list[Block]:
    warnings: list[Block] = []
    signals = dossier.outcome.stop_signals
    if signals:
        title = ngettext("Stopsignaal", "Stopsignalen", len(signals))
        warnings.append(Callout(title, "\n".join(signal.text for signal in signals), "stop"))
    set_ = [each for each in dossier.by_hand if each.stands]
    if set_:
        warnings.append(Callout(_("Met de hand gezet"), _by_hand(set_), "notice"))
    if dossier.undecided:
        count = len(dossier.undecided)
        text = ngettext(
            "{count} vraag is nog niet beantwoord en kan de uitkomst veranderen. Zie bijlage C.",
            "{count} vragen zijn nog niet beantwoord en kunnen de uitkomst veranderen. Zie bijlage C.",
            count,
        )
        warnings.append(Callout(_("Deze weging is nog niet af"), text.format(count=count), "notice"))
    return warnings


def _by_hand(found: list[Settled]) -> str:
    """Name the weightiest; all of them stand in the appendix."""
    rest = len(found) - 1
    more = (
        ngettext("En nog {count} ander.", "En nog {count} andere.", rest).format(count=rest) if rest else ""
    )
    return " ".join(filter(None, (override_in_short(found[0]), more, _("Zie bijlage I."))))


def _subject(dossier: Dossier) -> list[Block]:
    """Say what it is about in the words of who filled it in, each text as far as the page allows."""
    texts = {
        "i_omschrijving": "",
        "d_probleem": _("Probleem:"),
        "m_beleidsdoel": _("Doel voor de stad:"),
        "m_wie": _("Voordeel en nadeel:"),
    }
    told = {name: " ".join(dossier.said(name).split()) for name in texts}
    limits = _shared_out({name: len(text) for name, text in told.items() if text}, _room(dossier))
    paragraphs = [
        Paragraph(shortened(told[name], limit, _("bijlage A")), lead=texts[name])
        for name, limit in limits.items()
    ]
    costs = costs_in_short(dossier)
    if costs:
        paragraphs.append(Paragraph(costs, lead=_("Kosten:")))
    return [*paragraphs, KeyFacts((*_facts(dossier), *_standing(dossier)))]


def _room(dossier: Dossier) -> int:
    """Give the number of characters that fit on the page beside what must stand there."""
    must = len(dossier.outcome.stop_signals) + bool(dossier.undecided) + (dossier.advice == "niet_doen")
    must += any(each.stands for each in dossier.by_hand)
    return max(MOST_TEXT - must * TEXT_PER_WARNING, LEAST_TEXT) - len(costs_in_short(dossier))


def _shared_out(lengths: dict[str, int], room: int) -> dict[str, int]:
    """Share room among texts: what a short one leaves goes to the longer ones. The order stays."""
    limits = dict.fromkeys(lengths, 0)
    shortest_first = sorted(lengths, key=lambda name: lengths[name])
    for place, name in enumerate(shortest_first):
        limits[name] = min(lengths[name], room // (len(lengths) - place))
        room -= limits[name]
    return limits


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


def _because(dossier: Dossier, title: str, dimension: DimensionOutcome) -> list[Block]:
    found = reasons(dossier.outcome, dimension)
    if not found:
        return []
    # Each warning takes the room of a reason.
    most = MOST_REASONS - len(_warnings(dossier))
    # Only what carries the level itself; a rule that asks for less would puzzle here.
    weightiest = [reason for reason in found if reason.level == found[0].level][:most]
    items = [Item(" ".join(said_besides(each)), each.sentence, each.rule.source) for each in weightiest]
    more = len(found) - len(items)
    if more:
        text = ngettext(
            "En nog {count} reden: zie bijlage B.", "En nog {count} redenen: zie bijlage B.", more
        )
        items.append(Item(text.format(count=more)))
    return [Heading(title), Bullets(tuple(items))]
