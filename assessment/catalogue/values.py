"""The value of any field of a framework file in words: one line, or the lines of a nested list."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from pydantic import BaseModel

from assessment.catalogue.labels import labels
from assessment.findings import Node
from assessment.framework import Framework
from assessment.months import date_text
from assessment.numbers import number_text
from assessment.phrasing import phrase
from texts import _

INSTRUMENTS = ("instruments", "seldom", "instrument")
QUESTIONS = ("question", "with_", "without", "price", "hours")
# How a part of a list is called, in the order in which one looks for it.
NAMES = ("name", "label", "text", "counts")


def value_text(framework: Framework, field: str, value: object) -> str:
    """Say what a field holds; an id of something with a name stands behind that name, in back quotes."""
    if isinstance(value, str):
        return _named(framework, field, value)
    if isinstance(value, bool):
        return _("Ja") if value else _("Nee")
    if isinstance(value, int | Decimal):
        return number_text(Decimal(value))
    if isinstance(value, date):
        return date_text(value)
    return "\n".join(_lines(framework, field, value, 0))


def said_fields(part: BaseModel, *left_out: str) -> list[str]:
    """Name the fields that say something: those that hold what they hold when nobody writes them do not."""
    return list(part.model_dump(mode="json", exclude={"id", *left_out}, exclude_defaults=True))


def _lines(framework: Framework, field: str, value: object, depth: int) -> Iterator[str]:
    if isinstance(value, Node):
        yield from phrase(framework, value, depth)
    elif isinstance(value, BaseModel):
        yield from _part(framework, value, depth)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _labelled(framework, str(key), "", one, depth)
    elif isinstance(value, Iterable) and not isinstance(value, str):
        for one in value:
            yield from _lines(framework, field, one, depth)
    else:
        yield f"{_indent(depth)}- {value_text(framework, field, value)}"


def _part(framework: Framework, part: BaseModel, depth: int) -> Iterator[str]:
    fields = said_fields(part)
    name = next((name for name in NAMES if name in fields), None)
    if name:
        yield f"{_indent(depth)}- {value_text(framework, name, getattr(part, name))}"
        depth += 1
    for each in fields:
        if each != name:
            label = labels().get(each, f"`{each}`")
            yield from _labelled(framework, label, each, getattr(part, each), depth)


def _labelled(framework: Framework, label: str, field: str, value: object, depth: int) -> Iterator[str]:
    said = value_text(framework, field, value)
    if not said.startswith("- "):
        yield f"{_indent(depth)}- {label}: {said}"
        return
    yield f"{_indent(depth)}- {label}:"
    yield from _lines(framework, field, value, depth + 1)


def _named(framework: Framework, field: str, value: str) -> str:
    if field in INSTRUMENTS and value in framework.instruments:
        return f"{framework.instruments[value].name} (`{value}`)"
    if field in QUESTIONS and value in framework.questions:
        return f"{framework.questions[value].text} (`{value}`)"
    return _words().get(field, {}).get(value, value)


def _words() -> Mapping[str, Mapping[str, str]]:
    return {
        "basis": {
            "once": _("euro’s, eenmalig aan het begin"),
            "assessments": _("dagen van de toetsen die nodig zijn"),
            "yearly": _("euro’s per jaar"),
            "minutes": _("minuten werk per zaak"),
            "per_case": _("euro’s per zaak"),
            "errors": _("fouten per honderd zaken"),
            "exit": _("euro’s, eenmalig aan het eind"),
        },
        "by": {
            "fields": _("velden van het register zijn ingevuld"),
            "weighed": _("er is een afweging"),
            "rating": _("de eigen inschatting is niet te laag"),
            "answer": _("het antwoord op een vraag"),
            "instruments": _("toetsen en plichten zijn klaar"),
            "in_time": _("opnieuw wegen is niet te laat"),
        },
        "among": {
            "all": _("alle algoritmes"),
            "running": _("algoritmes in gebruik"),
            "weighed": _("algoritmes met een afweging"),
        },
    }


def _indent(depth: int) -> str:
    return "  " * depth
