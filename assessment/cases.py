"""Worked cases: answers and the outcome they must have, written by people who know the law.

A case says as much as its author wants to pin down: one level, or everything.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from assessment.amounts import InvalidAnswer
from assessment.answers import Answers, Value, parse
from assessment.evaluation import evaluate
from assessment.fault_words import numbered, subject, twice, wrong
from assessment.faults import Fault, FrameworkFaults, did_you_mean, shown_path
from assessment.framework import Framework
from assessment.loader import CASES
from assessment.months import date_text
from assessment.outcome import InstrumentOutcome, Outcome
from assessment.parts import Part, Question
from assessment.strict_yaml import Document, read
from texts import SOURCE_LANGUAGE, _, speaking


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
    """One worked case.

    An `example` can be opened from the start page; `notes` and `known_by` go with its answers, by question. A
    case that is `like` an earlier one starts from its answers; null takes an answer away.
    """

    id: str
    name: str
    because: str
    what: str = ""
    source: str = ""
    example: bool = False
    on: date | None = None
    like: str | None = None
    answers: Mapping[str, Any] = {}
    notes: Mapping[str, str] = {}
    known_by: Mapping[str, Literal["getest", "document", "leverancier", "schatting"]] = {}
    expect: Expected


@dataclass(frozen=True)
class Failure:
    """Where a case and the framework differ; `told` says how."""

    case: str
    told: str

    def __str__(self) -> str:
        return f"{subject('case', self.case)} {self.told}"


def load_cases(folder: Path) -> tuple[Case, ...]:
    """Read the worked cases beside a framework. Raises FrameworkFaults when they cannot be read."""
    book = read_cases(folder)
    if book.faults:
        raise FrameworkFaults(book.faults)
    return tuple(book.cases)


@dataclass
class CaseBook:
    """The cases of a framework, where each stands, and what is wrong with their form."""

    cases: list[Case] = field(default_factory=list)
    places: dict[str, tuple[str, int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, case: str, message: str, hint: str = "") -> Fault:
        """Make a fault of one case."""
        file, line = self.places[case]
        return Fault(file, line, message, hint)


def read_cases(folder: Path) -> CaseBook:
    """Read the worked cases of a framework: all files whose name starts with "cases"."""
    book = CaseBook()
    for path in sorted(folder.glob(CASES)):
        document, faults = read(path, shown_path(path, Path.cwd()))
        book.faults.extend(faults)
        cases = document.data.get("cases") if isinstance(document.data, dict) else 0
        if not isinstance(cases, list | None):
            message = _("een bestand met voorbeelden heeft een lijst 'cases'.")
            book.faults.append(Fault(document.file, 1, message))
            continue
        for index, raw in enumerate(cases or []):
            _take(book, document, index, raw)
    if not book.cases and not book.faults:
        message, hint = _("er zijn geen uitgewerkte voorbeelden."), _("Voeg er minstens een toe.")
        book.faults.append(Fault(shown_path(folder, Path.cwd()), 1, message, hint))
    return book


def _take(book: CaseBook, document: Document, index: int, raw: Any) -> None:
    try:
        case = Case.model_validate(raw)
    except ValidationError as error:
        book.faults.extend(_form_faults(document, index, raw, error))
        return
    known = {other.id: other for other in book.cases}
    place = (document.file, document.line(["cases", index]))
    if case.id in known:
        book.faults.append(Fault(*place, twice("case", case.id), _("Geef een van de twee een ander id.")))
        return
    if case.like is not None:
        if case.like not in known:
            hint = did_you_mean(case.like, known) or _("Dat moet vóór dit voorbeeld staan.")
            message = _("lijkt op '{like}', en dat voorbeeld bestaat niet.").format(like=case.like)
            book.faults.append(Fault(*place, f"{subject('case', case.id)} {message}", hint))
            return
        case = case.model_copy(update={"answers": {**known[case.like].answers, **case.answers}})
    book.cases.append(case)
    book.places[case.id] = place


def _form_faults(document: Document, index: int, raw: Any, error: ValidationError) -> Iterator[Fault]:
    name = raw.get("id", numbered(index)) if isinstance(raw, dict) else numbered(index)
    for detail in error.errors():
        line = document.line(["cases", index, *detail["loc"]])
        place = ".".join(str(step) for step in detail["loc"])
        hint = did_you_mean(place.rsplit(".", 1)[-1], [*Case.model_fields, *Expected.model_fields])
        yield Fault(document.file, line, f"{subject('case', name)} {wrong(place, detail)}", hint)


def read_answers(framework: Framework, raw: Mapping[str, Any]) -> Answers:
    """Read answers from a file. Raises InvalidAnswer, also for a question that does not exist."""
    answers = {}
    for name, value in raw.items():
        question = framework.questions.get(name)
        if question is None:
            message = _("Vraag '{question}' bestaat niet.").format(question=name)
            raise InvalidAnswer(name, f"{message} {did_you_mean(name, framework.questions)}".strip())
        parsed = _parsed(question, value)
        if parsed is not None:
            answers[name] = parsed
    return answers


def _parsed(question: Question, value: Any) -> Value | None:
    """Read one answer. "6.000" in a file is six thousand, whoever reads the file."""
    try:
        with speaking(SOURCE_LANGUAGE):
            return parse(question, value)
    except InvalidAnswer:
        parse(question, value)  # to say the same in the language of the reader
        raise


def try_case(framework: Framework, case: Case) -> list[Failure]:
    """Weigh a case and give every difference with what it expects."""
    try:
        answers = read_answers(framework, case.answers)
    except InvalidAnswer as error:
        message = _("kan zo niet antwoorden op '{question}': {problem}")
        return [Failure(case.id, message.format(question=error.question, problem=error))]
    outcome = evaluate(framework, answers, case.on or framework.adopted)
    message = _("verwacht bij {about}: {expected}. De uitkomst is: {found}.")
    return [
        Failure(case.id, message.format(about=about, expected=_shown(expected), found=_shown(found)))
        for about, expected, found in _compared(outcome, case.expect)
        if expected != found
    ]


def _shown(value: object) -> str:
    if isinstance(value, FutureDuty):
        return _("{now}, en {later} vanaf {day}").format(
            now=value.now, later=value.later, day=date_text(value.from_)
        )
    return (", ".join(value) or _("niets")) if isinstance(value, list) else str(value)


def _compared(outcome: Outcome, expect: Expected) -> Iterator[tuple[str, object, object]]:
    for name, level in expect.levels.items():
        dimension = outcome.dimensions.get(name)
        yield f"'{name}'", level, dimension.at_most if dimension else _("geen dimensie")
    for about, expected, found in (
        (_("de regels achter de trede"), expect.tier_rules, _tier_rules(outcome)),
        (_("de stopsignalen"), expect.stop_signals, {signal.id for signal in outcome.stop_signals}),
        (
            _("de waarborgen die ontbreken"),
            expect.open_safeguards,
            {guard.id for guard in outcome.open_safeguards},
        ),
        (_("wat voorlopig is"), expect.provisional, _provisional(outcome)),
        (_("de vragen om uit te zoeken"), expect.actions, {action.question for action in outcome.actions}),
    ):
        if expected is not None:
            yield about, sorted(expected), sorted(found)
    if expect.instruments is not None:
        needed = {name: _needed(i) for name, i in outcome.instruments.items() if i.at_most != "niet"}
        for name in sorted({*needed, *expect.instruments}):
            yield subject("instrument", name), expect.instruments.get(name, "niet"), needed.get(name, "niet")


def _tier_rules(outcome: Outcome) -> set[str]:
    # Every algorithm is raised to the second level; only what goes beyond that tells cases apart.
    ground = outcome.tier.dimension.levels[1].id
    return {found.rule.id for found in outcome.tier.reasons() if found.rule.level != ground}


def _provisional(outcome: Outcome) -> set[str]:
    return {name for name, dimension in outcome.dimensions.items() if not dimension.settled}


def _needed(instrument: InstrumentOutcome) -> str | FutureDuty:
    if instrument.coming is None:
        return instrument.at_most
    return FutureDuty(
        now=instrument.at_most, later=instrument.coming.level, **{"from": instrument.coming.starts}
    )
