"""Days and months as people and spreadsheets write them."""

import re
from datetime import date

from assessment.months import NotAMonth, read_month
from assessment.register.unreadable import Unreadable
from texts import _

# A spreadsheet adds the hour of a day that has none.
_ISO = re.compile(r"([12]\d{3})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_DUTCH = re.compile(r"(\d{1,2})\s*[-/. ]\s*([a-z]+|\d{1,2})\.?\s*[-/. ]\s*([12]\d{3})", re.IGNORECASE)


def read_day(raw: str) -> str:
    """Read "30 september 2026", "30-9-2026" or "2026-09-30" as the last of these. Raises Unreadable."""
    found = _day(raw)
    if found is None:
        raise Unreadable(
            _("'{text}' is geen datum. Schrijf dag, maand en jaar, bijvoorbeeld 30-9-2026.").format(
                text=raw[:40]
            )
        )
    return found.isoformat()


def read_month_or_day(raw: str) -> str:
    """Read a month as "2026-09"; of a day only the month is kept. Raises Unreadable."""
    found = _day(raw)
    if found is not None:
        return f"{found:%Y-%m}"
    try:
        return read_month(raw)
    except NotAMonth:
        raise Unreadable(
            _("'{text}' is geen maand. Schrijf maand en jaar, bijvoorbeeld september 2026.").format(
                text=raw[:40]
            )
        ) from None


def _day(raw: str) -> date | None:
    text = raw.strip()[:100]
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
    elif found := _DUTCH.fullmatch(text):
        day, month, year = found.groups()
    else:
        return None
    try:
        # The month goes the same road as every month, so that "sep" and "9" mean the same everywhere.
        number = int(read_month(f"{month}-{year}")[5:])
        return date(int(year), number, int(day))
    except (NotAMonth, ValueError):
        return None
