"""Earlier assessments by what their tier rests on: derived from snapshots, and made anew with each."""

from collections import Counter
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Subquery, and_, delete, func, select, true
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from storage.assessments import takes_part
from storage.precedent_tables import PrecedentKeyRow, PrecedentRow
from storage.tables import AssessmentRow, SnapshotRow, Table

_INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


@dataclass(frozen=True)
class Precedent:
    """The tier of the last finished round of an assessment, and the moment it was finished."""

    assessment: UUID
    round: int
    tier: str
    at: datetime


class PrecedentTable:
    """Every assessment that was ever finished. `reader`: only those this user takes part in; None: all."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, found: Precedent, keys: Collection[str]) -> None:
        """Keep what the last round of an assessment rests on, in place of the round before."""
        for table in (PrecedentKeyRow, PrecedentRow):
            self._session.execute(delete(table).where(table.assessment_id == found.assessment))
        row = asdict(found)
        row["assessment_id"] = row.pop("assessment")
        self._add(PrecedentRow, [row])
        self._add(PrecedentKeyRow, [{"assessment_id": found.assessment, "key": key} for key in sorted(keys)])

    def tiers(self, keys: Collection[str], but: UUID, reader: str | None) -> Counter[str]:
        """Count per tier the assessments that rest on all of these keys, apart from `but`."""
        shared = _sharing(keys, but)
        counted = (
            select(PrecedentRow.tier, func.count())
            .join(shared, shared.c.assessment_id == PrecedentRow.assessment_id)
            .join(AssessmentRow, AssessmentRow.id == PrecedentRow.assessment_id)
            .where(_readable(reader))
            .group_by(PrecedentRow.tier)
        )
        return Counter({tier: count for tier, count in self._session.execute(counted)})  # noqa: C416

    def newest(
        self, keys: Collection[str], but: UUID, reader: str | None, tier: str, *, limit: int
    ) -> list[Precedent]:
        """List those of one tier, last finished first."""
        shared = _sharing(keys, but)
        wanted = (
            select(PrecedentRow)
            .join(shared, shared.c.assessment_id == PrecedentRow.assessment_id)
            .join(AssessmentRow, AssessmentRow.id == PrecedentRow.assessment_id)
            .where(_readable(reader), PrecedentRow.tier == tier)
            .order_by(PrecedentRow.at.desc(), PrecedentRow.assessment_id)
            .limit(limit)
        )
        rows = self._session.scalars(wanted)
        return [Precedent(row.assessment_id, row.round, row.tier, row.at) for row in rows]

    def missing(self, limit: int) -> list[UUID]:
        """List finished assessments of which nothing, or only an earlier round, is kept here."""
        last = (
            select(SnapshotRow.assessment_id, func.max(SnapshotRow.round).label("round"))
            .group_by(SnapshotRow.assessment_id)
            .subquery()
        )
        kept = and_(PrecedentRow.assessment_id == last.c.assessment_id, PrecedentRow.round == last.c.round)
        wanted = (
            select(last.c.assessment_id).outerjoin(PrecedentRow, kept).where(PrecedentRow.round.is_(None))
        )
        return list(self._session.scalars(wanted.order_by(last.c.assessment_id).limit(limit)))

    def _add(self, table: type[Table], rows: list[dict[str, object]]) -> None:
        if rows:
            insert = _INSERT[self._session.get_bind().dialect.name](table)
            # Two processes that start together may both fill in what is missing; they write the same.
            self._session.execute(insert.on_conflict_do_nothing(), rows)


def _sharing(keys: Collection[str], but: UUID) -> Subquery:
    wanted: Select[UUID] = (
        select(PrecedentKeyRow.assessment_id)
        .where(PrecedentKeyRow.key.in_(sorted(keys)), PrecedentKeyRow.assessment_id != but)
        .group_by(PrecedentKeyRow.assessment_id)
        .having(func.count() == len(keys))
    )
    return wanted.subquery()


def _readable(reader: str | None) -> ColumnElement[bool]:
    return true() if reader is None else takes_part(reader)
