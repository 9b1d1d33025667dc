"""Amounts as answers: one number, or three when one is not sure."""

from decimal import Decimal
from typing import NamedTuple

from assessment.numbers import LARGEST, NotANumber, number_text, read_number
from assessment.parts import Question
from texts import _


class Estimate(NamedTuple):
    """A number one is not sure of, in the unit of its question."""

    low: Decimal
    likely: Decimal
    high: Decimal


class InvalidAnswer(ValueError):
    """An answer the question cannot take; its text says in Dutch what to do."""

    def __init__(self, question: str, message: str) -> None:
        super().__init__(message)
        self.question = question


def parse_amount(question: Question, raw: object) -> Decimal | Estimate:
    """Read one number, or a list of three when the question takes an estimate. Raises InvalidAnswer."""
    return _estimate(question, raw) if isinstance(raw, list | tuple) else _number(question, raw)


def dump_amount(amount: Decimal | Estimate) -> object:
    """Give an amount as JSON knows it: a number, or a list of three."""
    if isinstance(amount, tuple):
        return [dump_amount(part) for part in amount]
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def amount_text(amount: Decimal | Estimate) -> str:
    """Give an amount in words, without its unit."""
    if isinstance(amount, Decimal):
        return number_text(amount)
    low, likely, high = (number_text(part) for part in amount)
    return _("tussen {low} en {high}, waarschijnlijk {likely}").format(low=low, high=high, likely=likely)


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
    if question.whole and number != number.to_integral_value():
        raise InvalidAnswer(question.id, _("Vul een heel getal in, zonder cijfers achter de komma."))
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
