"""What somebody gives along with a move on the road: a reason, a decision, a day, a trigger.

As fields: `why`; for a decision those of `decisions.read_decision`; `on` (the day on which use began); `met`
(the numbers, from 0, of the conditions that were met); `trigger`.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from assessment.decisions import Decision, Verdict, dump_decision, read_decision
from assessment.entries import Reader
from assessment.review.advice import AdviceKind
from assessment.reweighing import Trigger
from assessment.road import Move, Need, Standing
from texts import _

WHY = "why"
# Who says no or sends back owes the makers the reason.
_EXPLAINED = frozenset({Verdict.STOP, Verdict.BACK})
# A decision that follows the advice; sending back departs from none.
_FOLLOWS = {
    AdviceKind.POSITIVE: {Verdict.GO, Verdict.GO_IF, Verdict.BACK},
    AdviceKind.ON_CONDITIONS: {Verdict.GO_IF, Verdict.BACK},
    AdviceKind.NEGATIVE: {Verdict.STOP, Verdict.BACK},
    AdviceKind.DIVIDED: set(Verdict),
}


def read_entries(
    move: Move, standing: Standing, given: Mapping[str, Any], reader: Reader
) -> tuple[str, dict[str, Any]]:
    """Give the reason and the details of a move, as they will be kept; faults go to `reader`."""
    detail: dict[str, Any] = {}
    required = bool({Need.REASON, Need.WITHOUT_ADVICE} & set(move.needs))
    if Need.DECISION in move.needs:
        decision = read_decision(given, reader)
        _check_dissent(decision, standing.advice, reader)
        detail = dump_decision(decision) if decision else {}
        required = required or given.get("verdict") in _EXPLAINED
    if Need.START in move.needs:
        detail = _day(reader.past_day("on", given))
    if Need.TRIGGER in move.needs:
        trigger = reader.choice("trigger", given, Trigger)
        detail = {"trigger": trigger.value} if trigger else {}
    if Need.MET in move.needs:
        detail = _met(standing, given, reader)
    return reader.text(WHY, given, required=required), detail


def departs(verdict: Verdict, advice: AdviceKind | None) -> bool:
    """Tell whether a decision goes another way than the advice."""
    return advice is not None and verdict not in _FOLLOWS[advice]


def _check_dissent(decision: Decision | None, advice: AdviceKind | None, reader: Reader) -> None:
    if decision and departs(decision.verdict, advice) and not decision.dissent:
        reader.refuse("dissent", _("Dit besluit wijkt af van het advies. Schrijf op waarom."))


def _day(day: date | None) -> dict[str, Any]:
    return {"on": day.isoformat()} if day else {}


def _met(standing: Standing, given: Mapping[str, Any], reader: Reader) -> dict[str, Any]:
    conditions = standing.decision.conditions if standing.decision else ()
    met = [index for index in range(len(conditions)) if index in given.get("met", ())]
    if len(met) < len(conditions):
        reader.refuse("met", _("Nog niet aan elke voorwaarde is voldaan. Vink aan wat klaar is."))
    return {"met": met}
