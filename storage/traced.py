"""Which rows the audit trail vouches for, and the hash of what a row says.

A new append-only table gets a line in `TRACED`; its repository or service enters each row with
`tx.audit.claim`, and `python -m tools audit verify` finds any row that was changed, added or removed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256 as sha256_of_bytes
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from assessment.audit import ROW, SHA256, TABLE
from assessment.snapshot import canonical, sha256
from storage.comment_tables import CommentRow, MentionRow
from storage.portfolio_tables import DoneRow
from storage.publication_tables import PublicationTextRow
from storage.review_tables import (
    AbsenceRow,
    AdviceRow,
    BallotRow,
    InviteeRow,
    ReviewRow,
    RoundRow,
    StatementRow,
    TookPartRow,
)
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
    """A table whose rows are entered: what names a row, which columns change freely, what belongs to it.

    `owner` is the column with the assessment, in the table itself or in the one that `through` leads to (by
    the column that names its row). Rows of `parts` belong to the row that their column names.
    """

    table: type[Table]
    key: tuple[str, ...]
    owner: str = "assessment_id"
    free: frozenset[str] = frozenset()
    through: tuple[type[Table], str] | None = None
    parts: tuple[tuple[type[Table], str], ...] = ()

    def claim(self, columns: Columns) -> dict[str, str]:
        """Give what an entry says of a row with these columns, by their names in the database."""
        said = {name: value for name, value in columns.items() if name not in self.free}
        row = "/".join(str(_plain(said[name])) for name in self.key)
        return {TABLE: self.table.__tablename__, ROW: row, SHA256: sha256(_told(said))}

    def rows(self, session: Session, assessment: UUID) -> Iterator[Columns]:
        """Give all columns of the rows of one assessment, and what belongs to them, one by one."""
        return self._found(session, self._is_of(assessment))

    def row(self, session: Session, key: tuple[object, ...]) -> Columns:
        """Give all columns of one row, and what belongs to it. Raises ValueError when there is none."""
        named = (_column(self.table, name) == value for name, value in zip(self.key, key, strict=True))
        (found,) = self._found(session, and_(*named))
        return found

    def owners(self, session: Session) -> Iterator[UUID]:
        """Give the assessments that have rows here."""
        table = self.through[0] if self.through else self.table
        return iter(session.scalars(select(_column(table, self.owner)).distinct()))

    def _is_of(self, assessment: UUID) -> ColumnElement[bool]:
        if self.through is None:
            return _column(self.table, self.owner) == assessment
        table, name = self.through
        owned = select(_column(table, "id")).where(_column(table, self.owner) == assessment)
        return _column(self.table, name).in_(owned)

    def _found(self, session: Session, which: ColumnElement[bool]) -> Iterator[Columns]:
        for row in _rows(session, self.table, which):
            # Looked up row by row: a part may be a file.
            parts = {
                table.__tablename__: together(_rows(session, table, _column(table, name) == row["id"]))
                for table, name in self.parts
            }
            yield {**row, **parts}


def together(rows: Iterable[Columns]) -> str | None:
    """Give one hash for rows in whatever order; None for no rows."""
    told = sorted(_told(row) for row in rows)
    return sha256(canonical(told)) if told else None


def _rows(session: Session, table: type[Table], which: ColumnElement[bool]) -> list[Columns]:
    found = session.execute(select(*table.__table__.columns).where(which))
    return [dict(row._mapping) for row in found]


def _column(table: type[Table], name: str) -> ColumnElement[Any]:
    return table.__table__.columns[name]


def _told(columns: Columns) -> str:
    # A column that comes later is empty in old rows: leaving it out keeps their hashes.
    plain = {name: _plain(value) for name, value in columns.items() if value is not None}
    return canonical(plain)


ALL = (
    Traced(AssessmentRow, ("id",), owner="id", free=frozenset({"updated_at"})),
    Traced(RevisionRow, ("assessment_id", "question", "number")),
    # The number that the database gives is not known when the entry is written.
    Traced(SetAsideRow, ("assessment_id", "question", "at"), free=frozenset({"id"})),
    Traced(EvidenceRow, ("id",), parts=((EvidenceFileRow, "evidence_id"),)),
    Traced(SnapshotRow, ("assessment_id", "round")),
    Traced(TransitionRow, ("assessment_id", "number")),
    Traced(OverrideRow, ("assessment_id", "number")),
    Traced(DoneRow, ("assessment_id", "number")),
    Traced(PublicationTextRow, ("assessment_id", "number")),
    Traced(
        ReviewRow,
        ("id",),
        parts=((StatementRow, "review_id"), (InviteeRow, "review_id"), (AbsenceRow, "review_id")),
    ),
    # Not the answers in an open round: nothing may tell when they came, or whose they are.
    Traced(
        RoundRow,
        ("id",),
        through=(ReviewRow, "review_id"),
        parts=((BallotRow, "round_id"), (TookPartRow, "round_id")),
    ),
    Traced(AdviceRow, ("id",)),
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
