"""All assessments one after the other, to judge them again, and how many answered each question."""

from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, String, func, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from assessment.answers import Value
from storage.tables import AssessmentRow, RevisionRow
from storage.values import decode

# The same few options come back in nearly every assessment; a text of this length does not.
SHORT = 60


class Weighed(NamedTuple):
    """An assessment and the framework version it was made in."""

    id: UUID
    framework_version: str


class JudgingTable:
    """Reads across all assessments in pieces, so that a million of them need no memory."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def count(self) -> int:
        """Count all assessments."""
        return self._session.scalars(select(func.count()).select_from(AssessmentRow)).one()

    def after(self, last: UUID | None, limit: int) -> list[Weighed]:
        """Give the next assessments in the order of their ids, from the first when `last` is None."""
        row = AssessmentRow
        found = select(row.id, row.framework_version).order_by(row.id).limit(limit)
        next_ = found if last is None else found.where(row.id > last)
        return [Weighed(*each) for each in self._session.execute(next_)]

    def replies(self, first: UUID, last: UUID) -> dict[UUID, dict[str, Value]]:
        """Give the answers of now of all assessments from the id `first` to `last`, without cleared ones.

        Rows come in the order of the primary key, so the last one of a question is its newest.
        """
        row = RevisionRow
        found: dict[UUID, dict[str, Value]] = {}
        columns = select(_bare(row.assessment_id, self._session), row.question, row.value)
        within = columns.where(row.assessment_id.between(first, last))
        ordered = within.order_by(row.assessment_id, row.question, row.number)
        for key, rows in groupby(self._session.execute(ordered), itemgetter(0)):
            newest = {question: value for _key, question, value in rows}
            given = {question: _decoded(value) for question, value in newest.items() if value is not None}
            found[key if isinstance(key, UUID) else UUID(key)] = given
        return found

    def answered(self) -> dict[str, int]:
        """Count per question in how many assessments it ever got an answer."""
        counted = (
            select(RevisionRow.question, func.count(RevisionRow.assessment_id.distinct()))
            .where(RevisionRow.value.is_not(None))
            .group_by(RevisionRow.question)
        )
        return dict(self._session.execute(counted).all())

    def titles(self, wanted: list[UUID]) -> dict[UUID, str]:
        """Give the titles of these assessments; at most a few hundred."""
        row = AssessmentRow
        found = select(row.id, row.title).where(row.id.in_(wanted))
        return dict(self._session.execute(found).all())


def _bare(
    column: InstrumentedAttribute[UUID], session: Session
) -> ColumnElement[Any] | InstrumentedAttribute[UUID]:
    """Give ids as the database has them: to make one of text for each row is a third of the work."""
    return type_coerce(column, String) if session.get_bind().dialect.name == "sqlite" else column


def _decoded(text: str) -> Value:
    return _known(text) if len(text) <= SHORT else _value(text)


def _value(text: str) -> Value:
    found = decode(text)
    assert found is not None  # noqa: S101 - only no text is no value
    return found


_known = lru_cache(maxsize=10_000)(_value)
