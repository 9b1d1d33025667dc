"""What the outcome, the settings and what was done say about the fields of the national register."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.answers import is_unknown
from assessment.outcome import Outcome
from assessment.portfolio.done import Done
from assessment.publication.fillings import filling_file, fillings
from assessment.publication.parts import Case, Filling
from assessment.register.parts import BETWEEN
from assessment.wording import answer_text
from texts import _

LOWEST = "niet"  # of every instrument


@dataclass(frozen=True)
class Known:
    """What there is to fill in with; `done` are the instruments that were carried out, by id."""

    outcome: Outcome
    municipality: str
    done: Mapping[str, Done]


def prefilled(known: Known) -> dict[str, str]:
    """Give values by field id, in the notation of the register; what nothing is known about is not there."""
    found = {name: _value(known, filling) for name, filling in fillings().items()}
    return {name: value for name, value in found.items() if value}


def _value(known: Known, filling: Filling) -> str:
    if filling.cases:
        return next((case.value for case in filling.cases if _holds(known, case)), "")
    if filling.outcome:
        return filling.levels.get(known.outcome.dimensions[filling.outcome].counted, "")
    if filling.setting:
        return known.municipality
    if filling.done:
        return "\n".join(_carried_out(known))
    if filling.not_needed:
        return "\n".join(_not_needed(known, filling.not_needed))
    return "\n".join((*_typed(known, filling.text), *_told(known, filling.told)))


def _holds(known: Known, case: Case) -> bool:
    answers = known.outcome.answers
    return all(option in _chosen(answers.get(name)) for name, option in case.when.items())


def _chosen(value: object) -> Sequence[object]:
    return value if isinstance(value, tuple) else (value,)


def _typed(known: Known, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        said = known.outcome.answers.get(name)
        if isinstance(said, str) and said.strip():
            yield said.strip()


def _told(known: Known, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        question, value = known.outcome.framework.questions[name], known.outcome.answers.get(name)
        if value is not None and not is_unknown(value):
            # Between options stands the same sign as between values of the register.
            said = answer_text(question, value).replace(BETWEEN, ",")
            # What follows the question tells how to answer it.
            asked, sign, _rest = question.text.partition("?")
            yield _("{question} {answer}.").format(question=asked + sign, answer=said.rstrip("."))


def _carried_out(known: Known) -> Iterator[str]:
    for instrument, title in filling_file().assessments.items():
        done = known.done.get(instrument)
        if done and done.on:
            address = done.where.strip()
            yield f"{title} | {address}" if address.startswith(("https://", "http://")) else title


def _not_needed(known: Known, instruments: Sequence[str]) -> Iterator[str]:
    for name in instruments:
        found = known.outcome.instruments[name]
        if found.at_most == LOWEST:
            yield _("{instrument}: {why}").format(
                instrument=found.instrument.name, why=found.instrument.not_needed
            )
