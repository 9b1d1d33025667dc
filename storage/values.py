"""Answers as text in a column, and back.

The text tells a number from a word by itself, so that history stays readable without the framework it was
answered in: `"ja"`, `["bsn", "zorg"]`, `{"number": "2.50"}`, `{"low": "1", "likely": "2", "high": "4"}`;
a cost line of one's own is an object with a name.
"""

import json
from decimal import Decimal
from typing import Any

from assessment.amounts import Estimate
from assessment.answers import Reply, Value
from assessment.own_lines import OwnLine
from storage.text import clean


def encode(value: Value | None) -> str | None:
    """Give `value` as JSON text; None for no answer."""
    if value is None:
        return None
    # Without escapes an emoji or Arabic letter stays itself, legible to whoever opens the database.
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def decode(text: str | None) -> Value | None:
    """Read what `encode` wrote."""
    if text is None:
        return None
    plain = json.loads(text)
    if isinstance(plain, list):
        return tuple(str(option) for option in plain)
    if isinstance(plain, dict):
        return _line(plain) if "name" in plain else _number(plain)
    return str(plain)


def storable(reply: Reply) -> Reply:
    """Give `reply` as it will read back: cleaned of what a database refuses."""
    return Reply(decode(encode(reply.value)), clean(reply.note), reply.known_by)


def _plain(value: Value) -> object:
    if isinstance(value, OwnLine):
        amounts = {"with": _amount(value.with_), "without": _amount(value.without)}
        return {"name": clean(value.name), "basis": value.basis, **amounts}
    if isinstance(value, Decimal | Estimate):
        return _amount(value)
    return clean(value) if isinstance(value, str) else [clean(option) for option in value]


def _amount(amount: Decimal | Estimate | None) -> dict[str, str] | None:
    if isinstance(amount, Estimate):
        return {name: str(number) for name, number in amount._asdict().items()}
    return None if amount is None else {"number": str(amount)}


def _number(plain: dict[str, str]) -> Decimal | Estimate:
    if "number" in plain:
        return Decimal(plain["number"])
    return Estimate(Decimal(plain["low"]), Decimal(plain["likely"]), Decimal(plain["high"]))


def _line(plain: dict[str, Any]) -> OwnLine:
    sides = (None if plain[side] is None else _number(plain[side]) for side in ("with", "without"))
    return OwnLine(plain["name"], plain["basis"], *sides)
