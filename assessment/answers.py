"""Answers: what may be filled in at a question, and what of it counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from assessment.months import NotAMonth, read_month
from assessment.numbers import LARGEST, NotANumber, number_text, read_number
from assessment.parts import Question
from texts import _

UNKNOWN = "weet_niet"
NONE_OF_THESE = "geen"
MAX_TEXT = 50_000

KNOWN_BY = ("getest", "document", "leverancier", "schatting")


class Estimate(NamedTuple):
    """A number one is not sure of, in the unit of its question."""

    low: Decimal
    likely: Decimal
    high: Decimal


Value = str | tuple[str, ...] | Decimal | Estimate
Answers = Mapping[str, Value]


@dataclass(frozen=True)
class Reply:
    """What somebody fills in at one question: the answer, a note on it, and how one knows it (`KNOWN_BY`)."""

    value: Value | None
    note: str = ""
    known_by: str | None = None


class InvalidAnswer(ValueError):
    """An answer the question cannot take; its text says in Dutch what to do."""

    def __init__(self, question: str, message: str) -> None:
        super().__init__(message)
        self.question = question


def parse(question: Question, raw: object) -> Value | None:
    """Read `raw` (from a screen, a file or the database) as an answer to `question`.

    None, "" and [] are no answer. Raises InvalidAnswer.
    """
    if raw is None or raw == "" or raw == [] or raw == ():
        return None
    if question.kind == "multi":
        return _options(question, raw)
    if raw == UNKNOWN:
        return UNKNOWN
    if question.kind == "single":
        return _option(question, raw)
    if question.kind == "text":
        return _text(question, raw)
    if question.kind == "month":
        return _month(question, raw)
    return _estimate(question, raw) if isinstance(raw, list | tuple) else _number(question, raw)


def dump(value: Value | None) -> object:
    """Give `value` as JSON knows it; `parse` reads it back to the same value."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return [dump(part) for part in value]
    return value


def is_unknown(value: Value | None) -> bool:
    """Tell whether this answer is, or contains, "weet ik niet"."""
    return value == UNKNOWN or (isinstance(value, tuple) and UNKNOWN in value)


def _option(question: Question, raw: object) -> str:
    if isinstance(raw, str) and any(option.id == raw for option in question.options):
        return raw
    raise InvalidAnswer(
        question.id,
        _("Optie '{option}' bestaat niet bij vraag '{question}'.").format(option=raw, question=question.id),
    )


def _options(question: Question, raw: object) -> tuple[str, ...]:
    chosen = [raw] if isinstance(raw, str) else raw
    if not isinstance(chosen, list | tuple):
        raise InvalidAnswer(
            question.id, _("Kies bij vraag '{question}' uit de lijst.").format(question=question.id)
        )
    picked = {_option(question, option) for option in chosen}
    if NONE_OF_THESE in picked and len(picked) > 1:
        raise InvalidAnswer(
            question.id,
            _(
                "Bij vraag '{question}' staat 'Geen van deze' samen met een andere keuze. Kies een van beide."
            ).format(question=question.id),
        )
    return tuple(option.id for option in question.options if option.id in picked)


def _text(question: Question, raw: object) -> str:
    text = str(raw)
    limit = question.max_length or MAX_TEXT
    if len(text) > limit:
        raise InvalidAnswer(
            question.id,
            _("Deze tekst heeft {length} tekens. Er passen er {limit}. Maak de tekst korter.").format(
                length=len(text), limit=limit
            ),
        )
    return text


def _month(question: Question, raw: object) -> str:
    try:
        return read_month(raw)
    except NotAMonth as error:
        raise InvalidAnswer(question.id, str(error)) from error


def _number(question: Question, raw: object) -> Decimal:
    try:
        number = read_number(raw)
    except NotANumber as error:
        raise InvalidAnswer(question.id, str(error)) from error
    low = Decimal(0) if question.minimum is None else question.minimum
    high = LARGEST if question.maximum is None else question.maximum
    if not low <= number <= high:
        message = _("Vul een getal in van {low} tot en met {high}.")
        raise InvalidAnswer(question.id, message.format(low=number_text(low), high=number_text(high)))
    return number


def _estimate(question: Question, raw: list[object] | tuple[object, ...]) -> Estimate:
    if not question.estimate or len(raw) != 3:
        raise InvalidAnswer(
            question.id, _("Vul één getal in, of het laagste, meest waarschijnlijke en hoogste.")
        )
    low, likely, high = (_number(question, part) for part in raw)
    if not low <= likely <= high:
        raise InvalidAnswer(
            question.id, _("Zet de getallen op volgorde: eerst het laagste, dan het hoogste.")
        )
    return Estimate(low, likely, high)
