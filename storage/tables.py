"""The tables. What is append-only is protected by triggers, which the migrations add."""

from datetime import UTC, date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    JSON,
    CheckConstraint,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    LargeBinary,
    Text,
    TypeDecorator,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from storage.text import clean


class UtcMoment(TypeDecorator[datetime]):
    """A moment in UTC. SQLite forgets the zone, so it is put back when reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Refuse a moment without a zone: nobody can tell which one was meant."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: Any | None, _dialect: Dialect) -> datetime | None:
        """Give the moment with its zone."""
        return value and (value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC))


class CleanText(TypeDecorator[str]):
    """Text that reads back equal from both databases."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        """Replace what PostgreSQL refuses."""
        return None if value is None else clean(value)


class Table(DeclarativeBase):
    """Base of all tables."""

    type_annotation_map: ClassVar = {
        str: CleanText,
        datetime: UtcMoment,
        bytes: LargeBinary,
        dict[str, int]: JSON,
    }


class AssessmentRow(Table):
    """One weighing."""

    __tablename__ = "assessment"
    # The list of "my assessments" reads this index from the newest change downwards and stops after one page.
    __table_args__ = (Index("assessment_by_change", "created_by", "updated_at", "id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    title: Mapped[str]
    framework_version: Mapped[str]
    framework_hash: Mapped[str]
    created_at: Mapped[datetime]
    created_by: Mapped[str]
    updated_at: Mapped[datetime]
    round: Mapped[int]
    finished_at: Mapped[datetime | None]


class Given:
    """The columns of a reply that somebody gave."""

    value: Mapped[str | None]
    note: Mapped[str]
    known_by: Mapped[str | None]
    author: Mapped[str]
    at: Mapped[datetime]


class RevisionRow(Given, Table):
    """A reply that counted. The key makes two first, or two fifth, revisions of one question impossible."""

    __tablename__ = "revision"
    __table_args__ = (CheckConstraint("number >= 1", name="revision_number_starts_at_one"),)

    assessment_id: Mapped[UUID] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    question: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class SetAsideRow(Given, Table):
    """A reply that never counted because somebody was faster; `number` is the revision that counted then."""

    __tablename__ = "set_aside"
    __table_args__ = (Index("set_aside_by_question", "assessment_id", "question"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[UUID] = mapped_column(ForeignKey("assessment.id"))
    question: Mapped[str]
    number: Mapped[int]


class EvidenceRow(Table):
    """A link or a file; once removed it is hidden, never deleted."""

    __tablename__ = "evidence"
    __table_args__ = (Index("evidence_by_question", "assessment_id", "question"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    assessment_id: Mapped[UUID] = mapped_column(ForeignKey("assessment.id"))
    question: Mapped[str]
    name: Mapped[str]
    url: Mapped[str | None]
    media_type: Mapped[str | None]
    size: Mapped[int | None]
    sha256: Mapped[str | None]
    author: Mapped[str]
    at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
    removed_by: Mapped[str | None]


class EvidenceFileRow(Table):
    """The bytes of a file, apart from its description: a list of evidence must never load them."""

    __tablename__ = "evidence_file"

    evidence_id: Mapped[UUID] = mapped_column(ForeignKey("evidence.id"), primary_key=True)
    content: Mapped[bytes]


class SnapshotRow(Table):
    """The outcome of a finished round."""

    __tablename__ = "snapshot"

    assessment_id: Mapped[UUID] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    round: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    framework_version: Mapped[str]
    framework_hash: Mapped[str]
    answers_hash: Mapped[str]
    on: Mapped[date] = mapped_column("reference_date")
    content: Mapped[str]
    sha256: Mapped[str]
    revisions: Mapped[dict[str, int]]
    author: Mapped[str]
    at: Mapped[datetime]


class PlaceRow(Table):
    """The step where somebody was in an assessment."""

    __tablename__ = "place"

    assessment_id: Mapped[UUID] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    user_name: Mapped[str] = mapped_column(primary_key=True)
    step: Mapped[str]


class MemberRow(Table):
    """Somebody invited to an assessment."""

    __tablename__ = "member"
    __table_args__ = (Index("member_by_user", "user_name", "assessment_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[UUID] = mapped_column(ForeignKey("assessment.id"))
    user_name: Mapped[str]
    role: Mapped[str]
    author: Mapped[str]
    at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
    removed_by: Mapped[str | None]


class PersonRow(Table):
    """Somebody who signed in."""

    __tablename__ = "person"

    name: Mapped[str] = mapped_column(primary_key=True)
    display: Mapped[str]
    roles: Mapped[str]
    seen_at: Mapped[datetime]
