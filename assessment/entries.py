"""What somebody filled in in a form, read field by field: each fault is kept under the name of its field."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from texts import _

MAX_TEXT = 4000
MAX_LINE = 200
_DAY = re.compile(
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"
    r"|(?P<day_>[0-9]{1,2})[-/. ](?P<month_>[0-9]{1,2})[-/. ](?P<year_>[0-9]{4})"
)
_ISO, _DUTCH = ("year", "month", "day"), ("year_", "month_", "day_")
Choice = TypeVar("Choice", bound=StrEnum)


class Reader:
    """Reads fields; `faults` maps the name of a field to what is wrong there, in Dutch.

    `today` is the day on which the form is filled in; without it no day is in the future.
    """

    def __init__(self, today: date | None = None) -> None:
        self.faults: dict[str, str] = {}
        self._today = today
        self._prefix = ""

    @contextmanager
    def within(self, part: str) -> Iterator[None]:
        """Read the fields of one part; their names in `faults` begin with the name of the part."""
        before, self._prefix = self._prefix, f"{self._prefix}{part}."
        yield
        self._prefix = before

    def refuse(self, field: str, fault: str) -> None:
        """Note a fault; the first one of a field stays."""
        self.faults.setdefault(self._prefix + field, fault)

    def text(self, field: str, given: Mapping[str, Any], *, required: bool = True) -> str:
        """Read a text of some lines."""
        return self._words(field, str(given.get(field) or "").strip(), MAX_TEXT, required)

    def line(self, field: str, given: Mapping[str, Any]) -> str:
        """Read a short text without line ends."""
        return self._words(field, " ".join(str(given.get(field) or "").split()), MAX_LINE, required=True)

    def day(self, field: str, given: Mapping[str, Any]) -> date | None:
        """Read a day as "2026-11-22", or as people here write it: "22-11-2026"."""
        found = _DAY.fullmatch(str(given.get(field) or "").strip())
        year_first = found and found["year"]
        try:
            parts = [found[name] for name in (_ISO if year_first else _DUTCH)] if found else []
            return date(*map(int, parts))
        except (TypeError, ValueError):
            self.refuse(field, _("Vul een datum in, zoals 22-11-2026."))
            return None

    def past_day(self, field: str, given: Mapping[str, Any]) -> date | None:
        """Read a day that is not in the future."""
        day = self.day(field, given)
        if day and self._today and day > self._today:
            self.refuse(field, _("Deze datum ligt in de toekomst. Vul vandaag in of een dag daarvoor."))
        return day

    def choice(self, field: str, given: Mapping[str, Any], choices: type[Choice]) -> Choice | None:
        """Read one of a few choices."""
        try:
            return choices(given.get(field) or "")
        except ValueError:
            self.refuse(field, _("Kies wat geldt."))
            return None

    def _words(self, field: str, words: str, limit: int, required: bool) -> str:
        if required and not words:
            self.refuse(field, _("Vul dit in."))
        if len(words) > limit:
            self.refuse(
                field,
                _("Deze tekst heeft {length} tekens. Er passen er {limit}. Maak de tekst korter.").format(
                    length=len(words), limit=limit
                ),
            )
        return words
