"""The tables by which earlier assessments with the same deciding answers are found."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Table


class PrecedentRow(Table):
    """The tier of the last finished round of an assessment: derived from its snapshot."""

    __tablename__ = "precedent"

    assessment_id: Mapped[UUID] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    round: Mapped[int]
    tier: Mapped[str]
    at: Mapped[datetime]


class PrecedentKeyRow(Table):
    """What that tier rests on, a row for each reason (`assessment.precedents`)."""

    __tablename__ = "precedent_key"
    # Finding reads only this index: which assessments share a key.
    __table_args__ = (Index("precedent_key_by_key", "key", "assessment_id"),)

    assessment_id: Mapped[UUID] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
