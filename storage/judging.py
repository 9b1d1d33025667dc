"""All assessments one after the other, to judge them again, and how many answered each question."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storage.tables import AssessmentRow, RevisionRow


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
