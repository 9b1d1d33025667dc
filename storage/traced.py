"""Which rows the audit trail vouches for, and the hash of what a row says.

A new append-only table gets a line in `TRACED`; its repository or service enters each row with
`tx.audit.claim`, and `python -m tools audit verify` finds any row that was changed, added or removed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256 as sha256_of_bytes
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.orm import Session

from assessment.audit import ROW, SHA256, TABLE
from assessment.snapshot import canonical, sha256
from storage.comment_tables import CommentRow, MentionRow
from storage.road_tables import OverrideRow, TransitionRow
from storage.tables import (
    AssessmentRow,
    EvidenceFileRow,
    EvidenceRow,
    MemberRow,
    RevisionRow,
    SetAsideRow,
    SnapshotRow,
    Table,
)
from storage.text import clean

Columns = Mapping[str, Any]
Detail = Mapping[str, object]  # ids, numbers and hashes: what can be JSON


@dataclass(frozen=True)
class Traced:
    """A table whose rows are entered: what names a row, which columns change freely, what belongs to it."""

    table: type[Table]
    key: tuple[str, ...]
    owner: str = "assessment_id"
    free: frozenset[str] = frozenset()
    content: type[EvidenceFileRow] | None = None

    def claim(self, columns: Columns) -> dict[str, str]:
        """Give what an entry says of a row with these columns, by their names in the database."""
        said = {name: _plain(value) for name, value in columns.items() if name not in self.free}
        # A column that comes later is empty in old rows: leaving it out keeps their hashes.
        told = {name: value for name, value in said.items() if value is not None}
        row = "/".join(str(said[name]) for name in self.key)
        return {TABLE: self.table.__tablename__, ROW: row, SHA256: sha256(canonical(told))}

    def rows(self, session: Session, assessment: UUID) -> Iterator[Columns]:
        """Give all columns of the rows of one assessment, one by one."""
        return self._found(session, self._column(self.owner) == assessment)

    def row(self, session: Session, key: tuple[object, ...]) -> Columns:
        """Give all columns of one row. Raises NoResultFound when there is none."""
        named = (self._column(name) == value for name, value in zip(self.key, key, strict=True))
        return dict(session.execute(self._select().where(and_(*named))).one()._mapping)

    def owners(self, session: Session) -> Iterator[UUID]:
        """Give the assessments that have rows here."""
        return iter(session.scalars(select(self._column(self.owner)).distinct()))

    def _found(self, session: Session, which: ColumnElement[bool]) -> Iterator[Columns]:
        # One at a time: a row of evidence comes with the bytes of its file.
        found = session.execute(self._select().where(which).execution_options(yield_per=1))
        return (dict(row._mapping) for row in found)

    def _select(self) -> Select[Any]:
        columns = list(self.table.__table__.columns)
        if self.content is None:
            return select(*columns)
        file = self.content
        return select(*columns, file.content).outerjoin(file, file.evidence_id == self._column("id"))

    def _column(self, name: str) -> ColumnElement[Any]:
        return self.table.__table__.columns[name]


ALL = (
    Traced(AssessmentRow, ("id",), owner="id", free=frozenset({"updated_at"})),
    Traced(RevisionRow, ("assessment_id", "question", "number")),
    # The number that the database gives is not known when the entry is written.
    Traced(SetAsideRow, ("assessment_id", "question", "at"), free=frozenset({"id"})),
    Traced(EvidenceRow, ("id",), content=EvidenceFileRow),
    Traced(SnapshotRow, ("assessment_id", "round")),
    Traced(TransitionRow, ("assessment_id", "number")),
    Traced(OverrideRow, ("assessment_id", "number")),
    Traced(CommentRow, ("assessment_id", "number")),
    Traced(MentionRow, ("assessment_id", "number", "user_name")),
    Traced(MemberRow, ("assessment_id", "user_name", "role", "at"), free=frozenset({"id"})),
)
TRACED: Mapping[str, Traced] = {traced.table.__tablename__: traced for traced in ALL}


def _plain(value: object) -> object:
    """Write a value as both databases give it back."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, UUID | date):
        return str(value)
    if isinstance(value, bytes):
        return sha256_of_bytes(value).hexdigest()
    return clean(value) if isinstance(value, str) else value
