"""One algorithm in the register."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from assessment.register.plain import key

Values = Mapping[str, str]
Differences = Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class Entry:
    """An algorithm as the register knows it.

    `values`: field id -> text, or the key of an option; what is absent is not known. Months are 2026-09, days
    2026-09-30, several options stand apart by `;`. `revision` counts how often it was changed, from 1.
    """

    id: UUID
    number: str
    values: Values
    revision: int = 1
    changed_at: datetime | None = None
    changed_by: str = ""

    @property
    def name(self) -> str:
        """What people call it."""
        return self.value("naam")

    def value(self, field: str) -> str:
        """Give the value of a field; nothing when it is not known."""
        return self.values.get(field, "")


def identity(values: Values) -> str:
    """Give what two entries may not share: the name within its domain."""
    return f"{key(values.get('naam', ''))}\n{key(values.get('domein', ''))}"


def known(values: Values) -> dict[str, str]:
    """Give the fields that have a value."""
    return {field: value for field, value in values.items() if value}


def differences(before: Values, after: Values) -> dict[str, tuple[str, str]]:
    """Give what changes from one to the other: field -> (was, becomes), in the order of the ids."""
    return {
        field: (before.get(field, ""), after.get(field, ""))
        for field in sorted({*before, *after})
        if before.get(field, "") != after.get(field, "")
    }
