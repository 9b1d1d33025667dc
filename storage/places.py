"""Places: the step where each user was in each assessment."""

from uuid import UUID

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from storage.tables import PlaceRow


class PlaceTable:
    """One place per user and assessment."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, assessment: UUID, user: str) -> str | None:
        """Give the step where this user was, None when they never were in it."""
        row = self._session.get(PlaceRow, (assessment, user))
        return None if row is None else row.step

    def put(self, assessment: UUID, user: str, step: str) -> None:
        """Remember the step; two tabs of one user may do so at the same moment, the last one wins."""
        # Both dialects know this statement, SQLAlchemy has no word for it that they share.
        dialect = sqlite if self._session.get_bind().dialect.name == "sqlite" else postgresql
        statement = dialect.insert(PlaceRow).values(assessment_id=assessment, user_name=user, step=step)
        key = [PlaceRow.assessment_id, PlaceRow.user_name]
        self._session.execute(statement.on_conflict_do_update(index_elements=key, set_={"step": step}))
