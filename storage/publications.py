"""Texts for the national register that somebody wrote for one assessment, append-only."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from storage.publication_tables import PublicationTextRow


class PublicationTable:
    """The texts of all assessments."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def current(self, assessment: UUID) -> dict[str, str]:
        """Give the newest value per field; empty where somebody took it back."""
        rows = select(PublicationTextRow).where(PublicationTextRow.assessment_id == assessment)
        return {
            row.field: row.value for row in self._session.scalars(rows.order_by(PublicationTextRow.number))
        }

    def add(self, assessment: UUID, field: str, value: str, author: str, now: datetime) -> int:
        """Keep a value and give its number. Raises IntegrityError when its number is taken."""
        last = select(func.max(PublicationTextRow.number)).where(
            PublicationTextRow.assessment_id == assessment
        )
        number = (self._session.scalars(last).one() or 0) + 1
        row = {"assessment_id": assessment, "number": number, "field": field, "value": value}
        self._session.execute(insert(PublicationTextRow), [{**row, "author": author, "at": now}])
        return number
