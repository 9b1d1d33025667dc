"""Levels that people set by hand, append-only: setting again or withdrawing adds a row."""

from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from assessment.override import Override
from storage.road_tables import OverrideRow


class OverrideTable:
    """The overrides of all assessments."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, assessment: UUID) -> list[Override]:
        """List what was ever set in one assessment, oldest first."""
        rows = self._session.scalars(
            select(OverrideRow).where(OverrideRow.assessment_id == assessment).order_by(OverrideRow.number)
        )
        return [Override(row.about, row.computed, row.level, row.why, row.author, row.at) for row in rows]

    def current(self, assessment: UUID) -> dict[str, Override]:
        """Give the newest override of each subject that ever had one."""
        return {override.about: override for override in self.of(assessment)}

    def add(self, assessment: UUID, override: Override) -> int:
        """Keep an override and give its number. Raises IntegrityError when its number is taken."""
        number = len(self.of(assessment)) + 1
        self._session.execute(
            insert(OverrideRow).values(
                assessment_id=assessment,
                number=number,
                about=override.about,
                computed=override.computed,
                level=override.level,
                why=override.why,
                author=override.author,
                at=override.at,
            )
        )
        return number
