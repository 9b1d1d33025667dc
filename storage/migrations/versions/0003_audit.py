"""The audit trail, with an entry for everything that an older version wrote.

Revision ID: 0003
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op

from assessment.audit import Head, Note, link
from storage.audit import OVER_ALL, noted
from storage.migrations import protection
from storage.migrations.columns import text, whole
from storage.traced import TRACED, together

revision = "0003"
down_revision = "0002"

Row = Mapping[str, Any]
Happened = tuple[datetime, Note]

TYPES: Mapping[str, Any] = {
    **dict.fromkeys(("id", "assessment_id", "evidence_id"), sa.Uuid()),
    **dict.fromkeys(("at", "created_at", "finished_at", "removed_at"), sa.DateTime(timezone=True)),
    "reference_date": sa.Date(),
    "revisions": sa.JSON(),
    "content": sa.Text(),
}
REPLY = ("assessment_id", "question", "number", "value", "note", "known_by", "author", "at")
REMOVED = ("author", "at", "removed_at", "removed_by")


def upgrade() -> None:
    """Make the tables and enter what is there."""
    for name in ("audit", "audit_head"):
        number = whole("number", primary_key=name == "audit")
        words = () if name == "audit_head" else ("at", "who", "event", "about", "detail", "previous")
        key = sa.Column("assessment_id", sa.Uuid(), primary_key=True)
        op.create_table(name, key, number, *(text(word) for word in words), text("hash"))
    _enter_what_is_there(op.get_bind())
    protection.forbid_changes("audit")
    protection.forbid_changes("audit_head", ("assessment_id",))


def _enter_what_is_there(connection: sa.Connection) -> None:
    made = _rows(connection, "assessment", _ASSESSMENT)
    for row in made:
        _enter(connection, row["id"], [_created(row), *sorted(_happened(connection, row["id"]), key=_when)])
    all_made = [
        (row["created_at"], _afterwards("created", row["created_by"], str(row["id"]))) for row in made
    ]
    _enter(connection, OVER_ALL, sorted(all_made, key=_when))


_ASSESSMENT = (
    "id", "title", "framework_version", "framework_hash", "created_at", "created_by", "round", "finished_at"
)  # fmt: skip


def _created(row: Row) -> Happened:
    return row["created_at"], _afterwards("created", row["created_by"], "", TRACED["assessment"].claim(row))


def _happened(connection: sa.Connection, assessment: UUID) -> Iterator[Happened]:
    for name, event in (("revision", "answer"), ("set_aside", "set-aside")):
        for row in _rows(connection, name, REPLY, of=assessment):
            said: Mapping[str, Any] = {"number": row["number"], **TRACED[name].claim(row)}
            yield row["at"], _afterwards(event, row["author"], row["question"], said)
    yield from _evidence(connection, assessment)
    for row in _rows(connection, "member", ("assessment_id", "user_name", "role", *REMOVED), of=assessment):
        said = {"action": "added", "role": row["role"], **TRACED["member"].claim(row)}
        yield row["at"], _afterwards("member", row["author"], row["user_name"], said)
    for row in _rows(connection, "snapshot", _SNAPSHOT, of=assessment):
        said = TRACED["snapshot"].claim(row)
        yield row["at"], _afterwards("finished", row["author"], str(row["round"]), said)


_SNAPSHOT = (
    "assessment_id", "round", "framework_version", "framework_hash", "answers_hash", "reference_date",
    "content", "sha256", "revisions", "author", "at",
)  # fmt: skip


def _evidence(connection: sa.Connection, assessment: UUID) -> Iterator[Happened]:
    columns = ("id", "assessment_id", "question", "name", "url", "media_type", "size", "sha256", *REMOVED)
    file = sa.table("evidence_file", _column("evidence_id"), sa.column("content", sa.LargeBinary()))
    for row in _rows(connection, "evidence", columns, of=assessment):
        content = connection.execute(sa.select(file).where(file.c.evidence_id == row["id"])).mappings()
        whole_row = {**row, "evidence_file": together(map(dict, content))}
        said = {"action": "added", **TRACED["evidence"].claim(whole_row)}
        yield row["at"], _afterwards("evidence", row["author"], row["question"], said)
        if row["removed_at"]:
            gone = _afterwards("evidence", row["removed_by"], row["question"], {"action": "removed"})
            yield row["removed_at"], gone


def _rows(
    connection: sa.Connection, name: str, columns: Iterable[str], *, of: UUID | None = None
) -> list[Row]:
    table = sa.table(name, *map(_column, columns))
    wanted = sa.select(table) if of is None else sa.select(table).where(table.c.assessment_id == of)
    found = connection.execute(wanted).mappings()
    return [{column: _in_utc(value) for column, value in row.items()} for row in found]


def _column(name: str) -> sa.ColumnClause[Any]:
    return sa.column(name, TYPES.get(name))


def _in_utc(value: Any) -> Any:
    # SQLite forgets the zone of a moment.
    if isinstance(value, datetime):
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
    return value


def _afterwards(event: str, who: str, about: str, detail: Mapping[str, Any] | None = None) -> Note:
    # Nobody watched when this happened: the entry says so.
    return noted(event, who, about, {**(detail or {}), "afterwards": 1})


def _when(happened: Happened) -> datetime:
    return happened[0]


def _enter(connection: sa.Connection, chain: UUID, happened: list[Happened]) -> None:
    names = ("number", "at", "who", "event", "about", "detail", "previous", "hash")
    audit, heads = (
        sa.table(name, sa.column("assessment_id", sa.Uuid()), *map(sa.column, columns))
        for name, columns in (("audit", names), ("audit_head", ("number", "hash")))
    )
    head = Head()
    for at, note in happened:
        entry = link(head, str(chain), at.isoformat(timespec="microseconds"), note)
        head = entry.head
        said = {name: getattr(entry, name) for name in names}
        connection.execute(sa.insert(audit).values(assessment_id=chain, **said))
    if happened:
        connection.execute(sa.insert(heads).values(assessment_id=chain, number=head.number, hash=head.hash))
