"""What was done of what assessments ask for, append-only: doing it again or taking it back adds a row."""

from uuid import UUID

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from assessment.portfolio.done import Done
from storage.portfolio_tables import DoneRow


class DoneTable:
    """The instruments of all assessments that somebody recorded as done."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, assessment: UUID) -> list[Done]:
        """List what was ever recorded in one assessment, oldest first."""
        rows = self._session.scalars(
            select(DoneRow).where(DoneRow.assessment_id == assessment).order_by(DoneRow.number)
        )
        return [Done(row.instrument, row.done_on, row.found_at, row.author, row.at) for row in rows]

    def current(self, assessment: UUID) -> dict[str, Done]:
        """Give the newest record of each instrument that ever had one."""
        return {done.instrument: done for done in self.of(assessment)}

    def add(self, assessment: UUID, done: Done) -> int:
        """Keep a record and give its number. Raises IntegrityError when its number is taken."""
        last = select(func.max(DoneRow.number)).where(DoneRow.assessment_id == assessment)
        number = (self._session.scalars(last).one() or 0) + 1
        self._session.execute(
            insert(DoneRow).values(
                assessment_id=assessment,
                number=number,
                instrument=done.instrument,
                done_on=done.on,
                found_at=done.where,
                author=done.author,
                at=done.at,
            )
        )
        return number
