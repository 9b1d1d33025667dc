"""Appendix I: what was decided and on which conditions, and what was set by hand beside what is computed."""

from collections.abc import Iterator
from typing import Any

from assessment.clock import CLOCK
from assessment.decisions import Decision, dump_decision
from assessment.dossier import Dossier
from assessment.months import date_text
from assessment.override import Settled
from assessment.override_words import carried_text, override_text
from assessment.road import State
from assessment.road_words import body_name, standing_text, verdict_name
from reports.document import Block, Bullets, Column, Heading, Item, Paragraph, Section, Table
from texts import _


def road(dossier: Dossier) -> Iterator[Section]:
    """Yield the appendix, when there is anything to tell."""
    decision = _decision(dossier)
    if dossier.standing.state is State.CONCEPT and not dossier.by_hand:
        return
    stand = _("Stand: {text}.").format(text=standing_text(dossier.standing))
    blocks: list[Block] = [Paragraph(stand, style="intro")]
    if decision:
        blocks += _decided(decision)
    if dossier.by_hand:
        blocks += [
            Heading(_("Met de hand gezet")),
            Paragraph(_("De berekende uitkomst blijft staan. Dit is er door mensen naast gezet:")),
            Bullets(tuple(Item(_text(dossier, each)) for each in dossier.by_hand)),
        ]
    yield Section(_("Bijlage I. Besluit en vervolg"), tuple(blocks), starts_page=False)


def road_json(dossier: Dossier) -> dict[str, Any]:
    """Give the same as data: the state, the decision (or null), and every level that was set by hand."""
    decision = _decision(dossier)
    return {
        "state": dossier.standing.state.value,
        "decision": dump_decision(decision) if decision else None,
        "overrides": [
            {
                "about": each.override.about,
                "computed": each.computed,
                "set": each.override.level,
                "counts": each.stands,
                "why": each.override.why,
                "by": each.override.author,
                "at": each.override.at.isoformat(),
            }
            for each in dossier.by_hand
            if each.override
        ],
        "follows_from_tier": [
            {"about": each.about, "computed": each.computed, "counts": each.level}
            for each in dossier.by_hand
            if each.carried
        ],
    }


def _decision(dossier: Dossier) -> Decision | None:
    # A new round is not decided on yet: what was decided on the one before belongs to that one.
    undecided = (State.CONCEPT, State.IN_REVIEW, State.ADVISED)
    return None if dossier.standing.state in undecided else dossier.standing.decision


def _decided(decision: Decision) -> Iterator[Block]:
    yield Heading(_("Het besluit"))
    rows = [
        (_("Besluit"), verdict_name(decision.verdict)),
        (_("Datum"), date_text(decision.on)),
        (_("Genomen door"), body_name(decision.body)),
        (_("Nummer"), decision.number),
    ]
    if decision.dissent:
        rows.append((_("Waarom dit afwijkt van het advies"), decision.dissent))
    yield Table((Column(_("Wat"), 3, "strong"), Column(_("Vastgelegd"), 9)), tuple(rows))
    if decision.conditions:
        yield Heading(_("Voorwaarden"))
        columns = (Column(_("Voorwaarde"), 7, "strong"), Column(_("Wie"), 3), Column(_("Klaar op"), 3))
        yield Table(
            columns,
            tuple((each.text, each.owner, date_text(each.due)) for each in decision.conditions),
        )


def _text(dossier: Dossier, each: Settled) -> str:
    made = each.override
    if made is None:
        return carried_text(each)
    return override_text(each, dossier.names.get(made.author, made.author), made.at.astimezone(CLOCK).date())
