"""The tables of the road to a decision."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Table


class TransitionRow(Table):
    """One move on the road. The key makes two first, or two fifth, moves of one assessment impossible."""

    __tablename__ = "transition"
    __table_args__ = (CheckConstraint("number >= 1", name="transition_number_starts_at_one"),)

    assessment_id: Mapped[UUID] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    round: Mapped[int]
    from_state: Mapped[str]
    to_state: Mapped[str]
    why: Mapped[str]
    detail: Mapped[str]
    author: Mapped[str]
    at: Mapped[datetime]


class OverrideRow(Table):
    """A level that a person set by hand; the newest per subject is the one that may count."""

    __tablename__ = "override"
    __table_args__ = (CheckConstraint("number >= 1", name="override_number_starts_at_one"),)

    assessment_id: Mapped[UUID] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    about: Mapped[str]
    computed: Mapped[str]
    level: Mapped[str | None]
    why: Mapped[str]
    author: Mapped[str]
    at: Mapped[datetime]
