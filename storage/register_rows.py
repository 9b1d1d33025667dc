"""Entries of the register as rows, and back."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from assessment.register.entry import Differences, Entry, differences, identity
from assessment.register.plain import key, natural
from assessment.register.sheet import NUMBER
from storage.register_records import ChangeKind, EntryChange
from storage.register_tables import EntryChangeRow, EntryRow

COLUMNS = {
    "domein": "domain",
    "status": "status",
    "werking": "working",
    "eigen_risico": "own_rating",
    "keuze_of_plicht": "duty",
}
SEARCHED = ("naam", "doel", "leverancier")


def entry_columns(entry: Entry) -> dict[str, Any]:
    """Give the row of an entry, with what lists filter, sort and search on."""
    due = entry.value("volgende_datum")
    return {
        "id": entry.id,
        "number": entry.number,
        "revision": entry.revision,
        "changed_at": entry.changed_at,
        "changed_by": entry.changed_by,
        "number_key": natural(entry.number),
        "name_key": natural(entry.name),
        **{column: entry.value(field) for field, column in COLUMNS.items()},
        "due": date.fromisoformat(due) if due else None,
        "identity": identity(entry.values),
        "search": key(" ".join((entry.number, *(entry.value(field) for field in SEARCHED)))),
        "content": _told(entry.values),
    }


def entry_of(row: EntryRow) -> Entry:
    """Give the entry in a row."""
    return Entry(row.id, row.number, json.loads(row.content), row.revision, row.changed_at, row.changed_by)


def change_columns(change: EntryChange) -> dict[str, Any]:
    """Give the row of a step in the history."""
    return {
        "entry_id": change.entry,
        "revision": change.revision,
        "kind": change.kind.value,
        "detail": _told(change.detail),
        "author": change.author,
        "at": change.at,
    }


def change_of(row: EntryChangeRow) -> EntryChange:
    """Give the step in a row."""
    detail = {field: (was, became) for field, (was, became) in json.loads(row.detail).items()}
    return EntryChange(row.entry_id, row.revision, ChangeKind(row.kind), detail, row.author, row.at)


def step(before: Entry | None, after: Entry) -> EntryChange:
    """Give what its history says of an entry that was added or changed."""
    numbers = {NUMBER: (before.number if before else "", after.number)}
    changed: Differences = differences(before.values if before else {}, after.values)
    detail = {**{name: pair for name, pair in numbers.items() if pair[0] != pair[1]}, **changed}
    kind = ChangeKind.CHANGED if before else ChangeKind.ADDED
    if after.changed_at is None:
        raise ValueError("a change happens at a moment")
    return EntryChange(after.id, after.revision, kind, detail, after.changed_by, after.changed_at)


def _told(data: Mapping[str, object]) -> str:
    # Without escapes every letter stays itself, legible to whoever opens the database.
    return json.dumps(data, ensure_ascii=False, sort_keys=True)
