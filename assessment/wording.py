"""Answers in words, as a Dutch reader expects them."""

from collections.abc import Iterable
from decimal import Decimal

from assessment.amounts import Estimate, amount_text
from assessment.answers import UNKNOWN, Value
from assessment.months import month_text
from assessment.own_lines import OwnLine, line_text
from assessment.parts import Question
from texts import _


def answer_text(question: Question, value: Value | None) -> str:
    """Give an answer in words: the labels of the options, a number with its unit, a month by name."""
    if value is None:
        return _("Nog niet ingevuld")
    if value == UNKNOWN:
        return _("Weet ik niet")
    if isinstance(value, OwnLine):
        return line_text(value)
    if isinstance(value, Decimal | Estimate):
        return _with_unit(amount_text(value), question)
    if isinstance(value, tuple):
        # Options hold commas of their own.
        return "; ".join(_option_text(question, str(option)) for option in value)
    if question.kind == "month":
        return month_text(value)
    return _option_text(question, value) if question.kind == "single" else value


def _option_text(question: Question, option: str) -> str:
    return question.option(option).text


def _with_unit(amount: str, question: Question) -> str:
    if question.kind == "scale":
        return _("{amount} van 5").format(amount=amount)
    return f"{amount} {question.unit}" if question.unit else amount


def listed(parts: Iterable[str]) -> str:
    """Write parts as a sentence does: a, b en c; nothing for no parts."""
    *first, last = tuple(parts) or ("",)
    return _("{first} en {last}").format(first=", ".join(first), last=last) if first else last


def known_by_text(known_by: str) -> str:
    """Say how somebody knows an answer (one of `KNOWN_BY`)."""
    return {
        "getest": _("Zelf getest"),
        "document": _("Staat in een document"),
        "leverancier": _("De leverancier zegt het"),
        "schatting": _("Een schatting"),
    }[known_by]
