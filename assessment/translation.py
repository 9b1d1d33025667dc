"""A framework in another language: the same ids, hash and rules, with other words.

Which fields hold words is known by their names. Names of laws and other sources are official: they stay.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from assessment.parts import Part, Source

WORDS = frozenset(
    (
        *("because", "council_part", "counts", "first", "help", "indicators", "intro", "label", "levels"),
        *("meaning", "name", "not_needed", "only_if", "sentence", "statement", "text", "title", "todo"),
        *("unit", "unmeasurable", "verify", "what"),
    )
)

Whole = TypeVar("Whole", bound=Part)


def translated(part: Whole, say: Callable[[str], str]) -> Whole:
    """Give `part`, such as a whole framework, with every text as `say` gives it."""
    if isinstance(part, Source):
        return part
    values = {name: _said(getattr(part, name), name, say) for name in type(part).model_fields}
    # Checked when it was read; to check it once more would only take time.
    return type(part).model_construct(part.model_fields_set, **values)


def texts(part: Part) -> Iterator[str]:
    """Yield every text of `part`, in order, as often as it is there."""
    found: list[str] = []

    def keep(text: str) -> str:
        found.append(text)
        return text

    translated(part, keep)
    yield from found


def _said(value: Any, name: str, say: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return say(value) if value and name in WORDS else value
    if isinstance(value, Part):
        return translated(value, say)
    if isinstance(value, tuple):
        return tuple(_said(each, name, say) for each in value)
    if isinstance(value, Mapping):
        return {key: _said(each, name, say) for key, each in value.items()}
    return value
