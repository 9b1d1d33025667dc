"""The decision on an assessment: what was decided, by whom, and on which conditions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from typing import Any

from assessment.entries import Reader
from texts import _


class Verdict(StrEnum):
    """What a decision says."""

    GO = auto()
    GO_IF = auto()  # on conditions
    STOP = auto()
    BACK = auto()  # work it out better, and come back


class Body(StrEnum):
    """Who decides."""

    COLLEGE = auto()
    COUNCIL = auto()
    MAYOR = auto()
    DIRECTOR = auto()  # by mandate
    MANAGER = auto()  # by mandate


@dataclass(frozen=True)
class Condition:
    """Something that has to be done, by whom, before the end of which day."""

    text: str
    owner: str
    due: date


@dataclass(frozen=True)
class Decision:
    """A decision. `dissent` says why it departs from the advice; empty when it follows it."""

    verdict: Verdict
    on: date
    body: Body
    number: str
    conditions: tuple[Condition, ...] = ()
    dissent: str = ""


def read_decision(given: Mapping[str, Any], reader: Reader) -> Decision | None:
    """Read a decision from a form or from storage; faults go to `reader`, then there is none."""
    verdict = reader.choice("verdict", given, Verdict)
    on = reader.past_day("on", given)
    body = reader.choice("body", given, Body)
    number = reader.line("number", given)
    dissent = reader.text("dissent", given, required=False)
    conditions = _conditions(given, on, reader)
    _check_conditions(verdict, conditions, reader)
    if reader.faults or verdict is None or on is None or body is None:
        return None
    return Decision(verdict, on, body, number, conditions, dissent)


def dump_decision(decision: Decision) -> dict[str, Any]:
    """Give a decision as JSON-able data, the shape that `read_decision` reads."""
    return {
        "verdict": decision.verdict.value,
        "on": decision.on.isoformat(),
        "body": decision.body.value,
        "number": decision.number,
        "dissent": decision.dissent,
        "conditions": [
            {"text": condition.text, "owner": condition.owner, "due": condition.due.isoformat()}
            for condition in decision.conditions
        ],
    }


def _conditions(given: Mapping[str, Any], on: date | None, reader: Reader) -> tuple[Condition, ...]:
    found = []
    for index, raw in enumerate(given.get("conditions", ())):
        with reader.within(f"conditions.{index}"):
            text, owner, due = reader.text("text", raw), reader.line("owner", raw), reader.day("due", raw)
            if due and on and due < on:
                reader.refuse("due", _("Deze dag ligt voor het besluit. Vul een latere dag in."))
        if text and owner and due:
            found.append(Condition(text, owner, due))
    return tuple(found)


def _check_conditions(verdict: Verdict | None, conditions: tuple[Condition, ...], reader: Reader) -> None:
    if verdict is Verdict.GO_IF and not conditions:
        reader.refuse("conditions", _("Vul minstens één voorwaarde in, of kies een ander besluit."))
    elif verdict not in (Verdict.GO_IF, None) and conditions:
        reader.refuse("verdict", _("Bij dit besluit horen geen voorwaarden. Kies: door onder voorwaarden."))
