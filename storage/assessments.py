"""Assessments: made, listed, renamed, finished and reopened."""

from dataclasses import asdict, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, UnaryExpression, and_, func, select, update
from sqlalchemy.orm import Session, aliased

from storage.answers import answered_counts
from storage.records import Assessment, Summary
from storage.tables import AssessmentRow, PlaceRow

FIELDS = tuple(field.name for field in fields(Assessment))


class AssessmentTable:
    """All assessments. `None` from a method means: no such assessment."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, assessment: Assessment) -> None:
        """Keep a new assessment."""
        self._session.add(AssessmentRow(**asdict(assessment)))
        self._session.flush()

    def find(self, assessment: UUID) -> Assessment | None:
        """Look one up."""
        row = self._session.get(AssessmentRow, assessment)
        return None if row is None else _record(row)

    def change(self, assessment: UUID, now: datetime, **values: Any) -> Assessment | None:
        """Set columns and the moment of change, and give the result.

        Until the end of the transaction nobody else changes this assessment: whoever calls this first can
        look at its answers and decide, on both databases.
        """
        statement = (
            update(AssessmentRow)
            .where(AssessmentRow.id == assessment)
            .values(updated_at=now, **values)
            .returning(AssessmentRow)
            .execution_options(synchronize_session=False, populate_existing=True)
        )
        row = self._session.scalars(statement).one_or_none()
        return None if row is None else _record(row)

    def count_of(self, user: str) -> int:
        """Count the assessments this user made."""
        counted = select(func.count()).select_from(AssessmentRow).where(AssessmentRow.created_by == user)
        return self._session.scalars(counted).one()

    def page_of(self, user: str, *, limit: int, offset: int) -> list[Summary]:
        """List the assessments this user made, last changed first."""
        rows = self._session.execute(_summaries(user, limit, offset)).all()
        return [Summary(**_fields(row), last_step=step, answered=answered) for row, step, answered in rows]


def _fields(row: AssessmentRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in FIELDS}


def _record(row: AssessmentRow) -> Assessment:
    return Assessment(**_fields(row))


def _summaries(user: str, limit: int, offset: int) -> Select[AssessmentRow, str | None, int]:
    # The page is cut first: counting the answers of 10,000 assessments to show 50 would take seconds.
    page = (
        select(AssessmentRow)
        .where(AssessmentRow.created_by == user)
        .order_by(*_last_changed_first(AssessmentRow))
        .limit(limit)
        .offset(offset)
        .cte("page")
    )
    row = aliased(AssessmentRow, page)
    answered = answered_counts(select(page.c.id).scalar_subquery()).cte("answered")
    return (
        select(row, PlaceRow.step, func.coalesce(answered.c.answered, 0))
        .outerjoin(PlaceRow, and_(PlaceRow.assessment_id == row.id, PlaceRow.user_name == user))
        .outerjoin(answered, answered.c.assessment_id == row.id)
        .order_by(*_last_changed_first(row))
    )


def _last_changed_first(row: type[AssessmentRow]) -> tuple[UnaryExpression[datetime], UnaryExpression[UUID]]:
    # The id makes the order total, so that no row moves between two pages of the list.
    return row.updated_at.desc(), row.id.desc()
