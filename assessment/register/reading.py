"""Values as somebody typed them, or a spreadsheet holds them, read as the register keeps them."""

import re
from collections.abc import Callable, Mapping

from assessment.register.choices import read_choice, read_choices
from assessment.register.days import read_day, read_month_or_day
from assessment.register.fields import register_fields
from assessment.register.links import read_address, read_links
from assessment.register.parts import Field
from assessment.register.unreadable import Unreadable
from texts import _

LONGEST_NUMBER = 30
# What a spreadsheet shows in place of an outcome that failed, in English and in Dutch.
_FAILED = re.compile(
    r"#(REF|N/A|VALUE|NAME|DIV/0|NULL|NUM|N/B|VERW|WAARDE|NAAM|DEEL/0|LEEG|GETAL)[!?]?", re.IGNORECASE
)
_NOT_SHOWN = re.compile("[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def read_value(field: Field, raw: str) -> str:
    """Read one value as it is kept; empty when nothing is known. Raises Unreadable."""
    text = _NOT_SHOWN.sub("", raw).strip()
    if _FAILED.fullmatch(text):
        raise Unreadable(
            _("Hier staat de foutmelding {text} van een spreadsheet. Vul de waarde in.").format(text=text)
        )
    if not text:
        return ""
    read = _READERS[field.kind](field, text)
    if len(read) > field.longest and field.kind not in ("date", "month", "multi"):
        raise Unreadable(
            _("Deze tekst heeft {count} tekens. Er passen er {limit}. Maak de tekst korter.").format(
                count=len(read), limit=field.longest
            )
        )
    return read


def read_values(given: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Read values by field id; give what was read, and per field why it could not be. Raises KeyError."""
    read: dict[str, str] = {}
    faults: dict[str, str] = {}
    for name, raw in given.items():
        try:
            read[name] = read_value(register_fields()[name], raw)
        except Unreadable as error:
            faults[name] = str(error)
    return read, faults


def missing(values: Mapping[str, str]) -> tuple[Field, ...]:
    """Give the fields that every entry has, and these values have not."""
    return tuple(field for field in register_fields().values() if field.required and not values.get(field.id))


def read_number(raw: str) -> str:
    """Read the number of an entry, which may hold letters. Raises Unreadable."""
    number = " ".join(_NOT_SHOWN.sub("", raw).split())
    if _FAILED.fullmatch(number) or len(number) > LONGEST_NUMBER:
        raise Unreadable(
            _("'{text}' kan geen nummer zijn. Een nummer heeft hooguit {limit} tekens.").format(
                text=number[:40], limit=LONGEST_NUMBER
            )
        )
    return number


def _line(_field: Field, text: str) -> str:
    return " ".join(text.split())


def _lines(_field: Field, text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines())


_READERS: Mapping[str, Callable[[Field, str], str]] = {
    "text": _line,
    "contact": _line,
    "long": _lines,
    "choice": read_choice,
    "multi": read_choices,
    "date": lambda _field, text: read_day(text),
    "month": lambda _field, text: read_month_or_day(text),
    "url": lambda _field, text: read_address(text),
    "links": lambda field, text: read_links(text, field.longest_title),
}
