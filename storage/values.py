"""Answers as text in a column, and back.

The text tells a number from a word by itself, so that history stays readable without the framework it was
answered in: `"ja"`, `["bsn", "zorg"]`, `{"number": "2.50"}`, `{"low": "1", "likely": "2", "high": "4"}`.
"""

import json
from decimal import Decimal

from assessment.answers import Estimate, Reply, Value
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
        return _number(plain)
    return str(plain)


def storable(reply: Reply) -> Reply:
    """Give `reply` as it will read back: cleaned of what a database refuses."""
    return Reply(decode(encode(reply.value)), clean(reply.note), reply.known_by)


def _plain(value: Value) -> object:
    # Estimate first: it is a tuple too.
    if isinstance(value, Estimate):
        return {name: str(number) for name, number in value._asdict().items()}
    if isinstance(value, Decimal):
        return {"number": str(value)}
    return clean(value) if isinstance(value, str) else [clean(option) for option in value]


def _number(plain: dict[str, str]) -> Decimal | Estimate:
    if "number" in plain:
        return Decimal(plain["number"])
    return Estimate(Decimal(plain["low"]), Decimal(plain["likely"]), Decimal(plain["high"]))
