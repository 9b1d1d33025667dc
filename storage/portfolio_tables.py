"""The tables of the portfolio: what was done, and how far the organisation says it is. Both append-only."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Table


class DoneRow(Table):
    """An instrument of an assessment that was done on a day; the newest per instrument counts."""

    __tablename__ = "instrument_done"
    __table_args__ = (CheckConstraint("number >= 1", name="instrument_done_number_starts_at_one"),)

    assessment_id: Mapped[UUID] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    instrument: Mapped[str]
    done_on: Mapped[date | None]
    found_at: Mapped[str]
    author: Mapped[str]
    at: Mapped[datetime]


class ScanRow(Table):
    """A self-scan; `levels` and `notes` are JSON."""

    __tablename__ = "self_scan"
    __table_args__ = (CheckConstraint("number >= 1", name="self_scan_number_starts_at_one"),)

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    year: Mapped[int]
    framework_version: Mapped[str]
    levels: Mapped[str]
    notes: Mapped[str]
    author: Mapped[str]
    at: Mapped[datetime]
