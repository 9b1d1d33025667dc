"""Months: read as people write them, and written in words."""

import re
from datetime import date

from texts import SOURCE_LANGUAGE, _, speaking


class NotAMonth(ValueError):
    """A text that is no month; it says in Dutch what to do."""


def read_month(raw: object) -> str:
    """Read "september 2026", "sep 2026", "9-2026" or a whole date as "2026-09". Raises NotAMonth."""
    words = re.split(r"[\s\-/.]+", str(raw).strip().lower()[:100])
    if len(words) == 3 and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", str(raw).strip()):
        words = words[:2]  # a worked case may name a day; the month is what counts
    years = [word for word in words if re.fullmatch(r"(19|20)[0-9]{2}", word)]
    months = [word for word in words if word not in years]
    number = _number(months[0]) if len(words) == 2 and len(years) == 1 else None
    if number is None:
        raise NotAMonth(_("Vul een maand en een jaar in, bijvoorbeeld: september 2026."))
    return f"{years[0]}-{number:02}"


def _number(word: str) -> int | None:
    if re.fullmatch(r"[0-9]{1,2}", word):
        return int(word) if 1 <= int(word) <= 12 else None
    if word == "mrt":
        return 3
    with speaking(SOURCE_LANGUAGE):
        names = [*enumerate(month_names(), start=1)]
    names += enumerate((name.lower() for name in month_names()), start=1)
    return next((number for number, name in names if len(word) >= 3 and name.startswith(word)), None)


def month_names() -> tuple[str, ...]:
    """Give the names of the twelve months."""
    return (
        _("januari"),
        _("februari"),
        _("maart"),
        _("april"),
        _("mei"),
        _("juni"),
        _("juli"),
        _("augustus"),
        _("september"),
        _("oktober"),
        _("november"),
        _("december"),
    )


def month_text(month: str) -> str:
    """Write a month ("2026-09") in words."""
    year, number = month.split("-")
    return f"{month_names()[int(number) - 1]} {year}"


def date_text(day: date) -> str:
    """Write a day in words: 2 december 2027."""
    return f"{day.day} {month_names()[day.month - 1]} {day.year}"
