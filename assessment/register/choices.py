"""Options as people write them: key, label or a common other word, in any case."""

import re
from collections.abc import Mapping
from functools import cache

from assessment.register.fields import every_field, field_file
from assessment.register.parts import BETWEEN, UNKNOWN, Field
from assessment.register.plain import key
from assessment.register.unreadable import Unreadable
from texts import _

_BETWEEN = re.compile(r"[;|\n]")


def read_choice(field: Field, raw: str) -> str:
    """Give the key of the option that `raw` names; an open field keeps other words. Raises Unreadable."""
    word = key(raw)
    names = _names(field.id)
    if word in names:
        return names[word]
    if word in _unknown_words():
        return UNKNOWN if UNKNOWN in field.by_option else ""
    if field.open:
        return " ".join(raw.split())
    raise Unreadable(
        _("'{text}' staat niet in de lijst. Kies uit: {options}.").format(
            text=raw.strip()[:60], options=", ".join(option.text for option in field.options)
        )
    )


def read_choices(field: Field, raw: str) -> str:
    """Give the keys of the options that `raw` names, in the order of the field. Raises Unreadable."""
    parts = [part for part in _BETWEEN.split(raw) if part.strip()]
    if len(parts) == 1 and key(raw) not in _names(field.id):
        parts = [part for part in raw.split(",") if part.strip()]
    chosen = [read_choice(field, part) for part in parts]
    return BETWEEN.join(option for option in field.by_option if option in chosen)


@cache
def _names(field_id: str) -> Mapping[str, str]:
    return {
        key(name): option.id
        for field in every_field()
        if field.id == field_id
        for option in field.options
        for name in (option.id, option.text, option.national or option.id, *option.synonyms)
    }


@cache
def _unknown_words() -> frozenset[str]:
    return frozenset(key(word) for word in (UNKNOWN, *field_file().unknown_words))
