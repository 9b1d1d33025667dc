"""Worked cases: answers and the outcome they must have, written by people who know the law.

A case says as much as its author wants to pin down: one level, or everything.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from assessment.answers import Answers, InvalidAnswer, parse
from assessment.evaluation import InstrumentOutcome, Outcome, evaluate
from assessment.faults import Fault, did_you_mean, shown_path
from assessment.framework import Framework, Part
from assessment.loader import CASES
from assessment.strict_yaml import Document, read


class FutureDuty(Part):
    """An instrument that is needed more in future: its level now, its level later, and from when."""

    now: str
    later: str
    from_: date = Field(alias="from")


class Expected(Part):
    """What an outcome must be: levels count don't-knows at their most severe (`at_most`)."""

    levels: Mapping[str, str] = {}
    tier_rules: tuple[str, ...] | None = None
    stop_signals: tuple[str, ...] | None = None
    open_safeguards: tuple[str, ...] | None = None
    provisional: tuple[str, ...] | None = None
    actions: tuple[str, ...] | None = None
    instruments: Mapping[str, str | FutureDuty] | None = None


class Case(Part):
    """One worked case. `example` cases can be opened from the start page; `notes` holds a note per question."""

    id: str
    name: str
    because: str
    what: str = ""
    source: str = ""
    example: bool = False
    on: date | None = None
    answers: Mapping[str, Any]
    notes: Mapping[str, str] = {}
    expect: Expected


@dataclass(frozen=True)
class Failure:
    """Where a case and the framework differ."""

    case: str
    about: str
    expected: object
    found: object

    def __str__(self) -> str:
        return f"case '{self.case}': {self.about} must be {self.expected}, and is {self.found}."


def load_cases(folder: Path) -> tuple[Case, ...]:
    """Read the worked cases beside a framework. Raises ValueError with all faults when they cannot be read."""
    cases, faults = read_cases(folder)
    if faults:
        raise ValueError("\n".join(str(fault) for fault in faults))
    return tuple(cases)


def read_cases(folder: Path) -> tuple[list[Case], list[Fault]]:
    """Read the worked cases, and what is wrong with their form."""
    path = folder / CASES
    if not path.exists():
        return [], [Fault(shown_path(path, Path.cwd()), 1, "there are no worked cases.", "Add at least one.")]
    document, faults = read(path, shown_path(path, Path.cwd()))
    cases = []
    for index, raw in enumerate(document.data.get("cases") or []):
        try:
            cases.append(Case.model_validate(raw))
        except ValidationError as error:
            faults.extend(_form_faults(document, index, raw, error))
    return cases, faults


def _form_faults(document: Document, index: int, raw: Any, error: ValidationError) -> Iterator[Fault]:
    name = raw.get("id", index + 1) if isinstance(raw, dict) else index + 1
    for detail in error.errors():
        line = document.line(["cases", index, *detail["loc"]])
        place = ".".join(str(step) for step in detail["loc"])
        hint = did_you_mean(place.rsplit(".", 1)[-1], [*Case.model_fields, *Expected.model_fields])
        yield Fault(document.file, line, f"case '{name}' has a wrong '{place}': {detail['msg'].lower()}.", hint)


def read_answers(framework: Framework, raw: Mapping[str, Any]) -> Answers:
    """Read answers from a file. Raises InvalidAnswer, also for a question that does not exist."""
    answers = {}
    for name, value in raw.items():
        question = framework.questions.get(name)
        if question is None:
            raise InvalidAnswer(name, f"question '{name}' does not exist. {did_you_mean(name, framework.questions)}".strip())
        parsed = parse(question, value)
        if parsed is not None:
            answers[name] = parsed
    return answers


def try_case(framework: Framework, case: Case) -> list[Failure]:
    """Weigh a case and give every difference with what it expects."""
    try:
        answers = read_answers(framework, case.answers)
    except InvalidAnswer as error:
        return [Failure(case.id, f"the answer to '{error.question}'", "possible", str(error))]
    outcome = evaluate(framework, answers, case.on or framework.adopted)
    return [
        Failure(case.id, about, expected, found)
        for about, expected, found in _compared(outcome, case.expect)
        if expected != found
    ]


def _compared(outcome: Outcome, expect: Expected) -> Iterator[tuple[str, object, object]]:
    for name, level in expect.levels.items():
        dimension = outcome.dimensions.get(name)
        yield f"'{name}'", level, dimension.at_most if dimension else "no dimension"
    for about, expected, found in (
        ("the rules behind the tier", expect.tier_rules, _tier_rules(outcome)),
        ("the stop signals", expect.stop_signals, {signal.id for signal in outcome.stop_signals}),
        ("the missing safeguards", expect.open_safeguards, {guard.id for guard in outcome.open_safeguards}),
        ("what is provisional", expect.provisional, _provisional(outcome)),
        ("the questions to find out", expect.actions, {action.question for action in outcome.actions}),
    ):
        if expected is not None:
            yield about, sorted(expected), sorted(found)
    if expect.instruments is not None:
        needed = {name: _needed(i) for name, i in outcome.instruments.items() if i.at_most != "niet"}
        for name in sorted({*needed, *expect.instruments}):
            yield f"instrument '{name}'", expect.instruments.get(name, "niet"), needed.get(name, "niet")


def _tier_rules(outcome: Outcome) -> set[str]:
    # Every algorithm is raised to the second level; only what goes beyond that tells cases apart.
    ground = outcome.tier.dimension.levels[1].id
    return {found.rule.id for found in outcome.tier.reasons() if found.rule.level != ground}


def _provisional(outcome: Outcome) -> set[str]:
    return {name for name, dimension in outcome.dimensions.items() if not dimension.settled}


def _needed(instrument: InstrumentOutcome) -> str | FutureDuty:
    if instrument.coming is None:
        return instrument.at_most
    return FutureDuty(now=instrument.at_most, later=instrument.coming.level, **{"from": instrument.coming.starts})
