"""What a portfolio is made from, of all assessments at once: a few queries, however many there are."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Subquery, and_, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from assessment.answers import Value
from assessment.override import Override
from assessment.road import State
from storage.audit_tables import AuditHeadRow
from storage.look_tables import LookRow
from storage.portfolio_tables import DoneRow
from storage.records import Assessment
from storage.register_tables import EntryChangeRow
from storage.road_tables import OverrideRow, TransitionRow
from storage.tables import AssessmentRow, RevisionRow, SnapshotRow, Table
from storage.values import decode

# What SQLite takes as parameters of one statement is limited.
BATCH = 500


class Finished(NamedTuple):
    """Which snapshot is the newest of an assessment; `sha256` tells whether one has it already."""

    assessment: UUID
    round: int
    framework_version: str
    on: date
    sha256: str


class Moved(NamedTuple):
    """The last move of an assessment to a place."""

    assessment: UUID
    number: int
    to: State
    why: str
    detail: str


class PortfolioTable:
    """Reads across all assessments."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def stamp(self) -> tuple[object, ...]:
        """Give something that differs as soon as a portfolio may: of which database, and how much is in it.

        Every change of an assessment lengthens its audit trail, every change of an entry the history of the
        register. Moments would not do: who began earlier may finish later.
        """
        row = LookRow
        looks = row.rank + func.length(row.signal + row.at_least + row.counted + row.at_most)
        counted = select(
            select(func.sum(AuditHeadRow.number)).scalar_subquery(),
            select(func.count()).select_from(EntryChangeRow).scalar_subquery(),
            select(func.count()).select_from(LookRow).scalar_subquery(),
            select(func.sum(looks)).scalar_subquery(),
        )
        return (self._session.get_bind().engine.url, *self._session.execute(counted).one())

    def assessments(self) -> list[Assessment]:
        """List all assessments, the newest first."""
        names = list(Assessment.__dataclass_fields__)
        columns = [getattr(AssessmentRow, name) for name in names]
        newest = select(*columns).order_by(AssessmentRow.created_at.desc(), AssessmentRow.id)
        return [Assessment(*row) for row in self._session.execute(newest)]

    def finished(self) -> dict[UUID, Finished]:
        """Give the newest snapshot of each assessment that has one, without its content."""
        row = SnapshotRow
        found = select(row.assessment_id, row.round, row.framework_version, row.on, row.sha256)
        newest = found.join(*_newest(row, row.round))
        return {each[0]: Finished(*each) for each in self._session.execute(newest)}

    def contents(self, wanted: Iterable[Finished]) -> Iterator[tuple[UUID, str]]:
        """Yield the content of these snapshots, with the id of the assessment."""
        rounds = {each.assessment: each.round for each in wanted}
        for ids in _batches(rounds):
            found = select(SnapshotRow.assessment_id, SnapshotRow.round, SnapshotRow.content)
            for assessment, number, content in self._session.execute(
                found.where(SnapshotRow.assessment_id.in_(ids))
            ):
                if rounds[assessment] == number:
                    yield assessment, content

    def moves(self) -> Iterator[Moved]:
        """Yield the last move of each assessment to each place it was at, in the order of the moves."""
        row = TransitionRow
        found = select(row.assessment_id, row.number, row.to_state, row.why, row.detail)
        newest = found.join(*_newest(row, row.number, row.to_state)).order_by(row.number)
        for assessment, number, to, why, detail in self._session.execute(newest):
            yield Moved(assessment, number, State(to), why, detail)

    def overrides(self) -> dict[UUID, dict[str, Override]]:
        """Give the newest override of each subject, per assessment."""
        row = OverrideRow
        columns = select(row.assessment_id, row.about, row.computed, row.level, row.why, row.author, row.at)
        found: dict[UUID, dict[str, Override]] = {}
        newest = columns.join(*_newest(row, row.number, row.about))
        for assessment, about, computed, level, why, author, at in self._session.execute(newest):
            made = Override(about, computed, level, why, author, at)
            found.setdefault(assessment, {})[about] = made
        return found

    def done(self) -> dict[UUID, dict[str, date]]:
        """Give the day on which each instrument was done, per assessment; what was taken back is left out."""
        row = DoneRow
        columns = select(row.assessment_id, row.instrument, row.done_on)
        found: dict[UUID, dict[str, date]] = {}
        newest = columns.join(*_newest(row, row.number, row.instrument))
        for assessment, instrument, on in self._session.execute(newest):
            if on:
                found.setdefault(assessment, {})[instrument] = on
        return found

    def replies(self, assessments: Collection[UUID]) -> dict[UUID, dict[str, Value]]:
        """Give the answers of these assessments as they are now, without those that were cleared."""
        found: dict[UUID, dict[str, Value]] = {}
        for ids in _batches(assessments):
            columns = select(RevisionRow.assessment_id, RevisionRow.question, RevisionRow.value)
            of_these = RevisionRow.assessment_id.in_(ids)
            newest = _newest(RevisionRow, RevisionRow.number, RevisionRow.question, which=of_these)
            for assessment, question, value in self._session.execute(columns.join(*newest)):
                given = decode(value)
                if given is not None:
                    found.setdefault(assessment, {})[question] = given
        return found


def _newest(
    table: type[Table],
    number: InstrumentedAttribute[int],
    *per: InstrumentedAttribute[str],
    which: ColumnElement[bool] | None = None,
) -> tuple[Subquery, ColumnElement[bool]]:
    """Give what to join with to keep the row with the highest number per assessment and these columns."""
    keys = (table.__table__.c.assessment_id, *(table.__table__.c[column.key] for column in per))
    grouped = select(*keys, func.max(number).label("newest")).group_by(*keys)
    last = (grouped if which is None else grouped.where(which)).subquery()
    return last, and_(*(key == last.c[key.name] for key in keys), number == last.c.newest)


def _batches(ids: Collection[UUID]) -> Iterator[list[UUID]]:
    listed = list(ids)
    return (listed[start : start + BATCH] for start in range(0, len(listed), BATCH))
