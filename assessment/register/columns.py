"""Which column of a sheet holds which field: guessed by its header, decided by people."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from assessment.register.fields import every_field, field_file
from assessment.register.plain import words
from assessment.register.sheet import NUMBER, Layout, Sheet

# Above the header may stand a title, a date and a logo.
LOOKED_AT = 30
# So alike that it is a typing error: "leverencier", not "leveranciers van".
ALIKE = 0.88
_ASIDE = re.compile(r"\([^)]*\)|\[[^]]*\]")


def guess(sheet: Sheet) -> Layout:
    """Guess the header and what each column holds; what is not recognised is left out.

    Each field goes to one column at most: the one whose header says it best, else the first.
    """
    rows = sheet.rows[:LOOKED_AT]
    scores = [sum(1 for name in _columns(row) if name) for row in rows]
    best = max(scores, default=0)
    first = next((place for place, row in enumerate(rows) if any(row)), 0)
    header = scores.index(best) if best else first
    width = max((len(row) for row in sheet.rows), default=0)
    named = _columns(rows[header]) if rows else ()
    return Layout(header + 1, (*named, *[""] * (width - len(named))))


def field_of(header: str) -> str:
    """Give the id of the field that a header names exactly, NUMBER, or nothing."""
    return _headers().get(words(header), "")


def _columns(row: tuple[str, ...]) -> tuple[str, ...]:
    names = [""] * len(row)
    for read in (field_of, _without_aside, _nearly):
        for place, header in enumerate(row):
            found = read(header) if header and not names[place] else ""
            if found and found not in names:
                names[place] = found
    return tuple(names)


def _without_aside(header: str) -> str:
    return field_of(_ASIDE.sub(" ", header))


def _nearly(header: str) -> str:
    near = get_close_matches(words(header[:100]), _headers(), n=1, cutoff=ALIKE)
    return _headers()[near[0]] if near else ""


@cache
def _headers() -> Mapping[str, str]:
    numbers = {words(header): NUMBER for header in (NUMBER, *field_file().number_headers)}
    fields = {
        words(header): field.id
        for field in every_field()
        for header in (field.id, field.text, *field.headers)
    }
    return {**numbers, **fields}
