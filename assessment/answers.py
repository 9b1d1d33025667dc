"""Answers: what may be filled in at a question, and what of it counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from assessment.amounts import Estimate, InvalidAnswer, dump_amount, parse_amount
from assessment.months import NotAMonth, read_month
from assessment.own_lines import OwnLine, dump_line, parse_line
from assessment.parts import Question
from texts import _

UNKNOWN = "weet_niet"
NONE_OF_THESE = "geen"
MAX_TEXT = 50_000

KNOWN_BY = ("getest", "document", "leverancier", "schatting")


Value = str | tuple[str, ...] | Decimal | Estimate | OwnLine
Answers = Mapping[str, Value]


@dataclass(frozen=True)
class Reply:
    """What somebody fills in at one question: the answer, a note on it, and how one knows it (`KNOWN_BY`)."""

    value: Value | None
    note: str = ""
    known_by: str | None = None


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
    if question.kind == "line":
        return parse_line(question, raw)
    return parse_amount(question, raw)


def dump(value: Value | None) -> object:
    """Give `value` as JSON knows it; `parse` reads it back to the same value."""
    if isinstance(value, Decimal | Estimate):
        return dump_amount(value)
    if isinstance(value, OwnLine):
        return dump_line(value)
    return list(value) if isinstance(value, tuple) else value


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
