"""Snapshots: the outcome of a finished round, immutable."""

from dataclasses import asdict, fields
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.records import Snapshot
from storage.tables import SnapshotRow

FIELDS = tuple(field.name for field in fields(Snapshot) if field.name != "assessment")


class SnapshotTable:
    """One snapshot for each finished round."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, snapshot: Snapshot) -> None:
        """Keep a snapshot. Raises IntegrityError when its round has one already."""
        columns = asdict(snapshot)
        self._session.add(SnapshotRow(assessment_id=columns.pop("assessment"), **columns))
        self._session.flush()

    def of(self, assessment: UUID) -> list[Snapshot]:
        """List the snapshots of an assessment, first round first."""
        rows = self._session.scalars(
            select(SnapshotRow).where(SnapshotRow.assessment_id == assessment).order_by(SnapshotRow.round)
        )
        return [_record(row) for row in rows]

    def latest(self, assessment: UUID) -> Snapshot | None:
        """Give the snapshot of the last finished round, None when none was ever finished."""
        row = self._session.scalars(
            select(SnapshotRow)
            .where(SnapshotRow.assessment_id == assessment)
            .order_by(SnapshotRow.round.desc())
            .limit(1)
        ).one_or_none()
        return None if row is None else _record(row)


def _record(row: SnapshotRow) -> Snapshot:
    return Snapshot(assessment=row.assessment_id, **{name: getattr(row, name) for name in FIELDS})
