"""Assessments: made, listed, renamed, finished and reopened."""

from dataclasses import asdict, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, UnaryExpression, and_, func, or_, select, true, update
from sqlalchemy.orm import Session, aliased

from storage.answers import answered_counts
from storage.records import Assessment, Summary
from storage.tables import AssessmentRow, MemberRow, PlaceRow

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
        return None if row is None else assessment_record(row)

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
        return None if row is None else assessment_record(row)

    def ids(self) -> list[UUID]:
        """List the ids of all assessments."""
        return list(self._session.scalars(select(AssessmentRow.id)))

    def count_of(self, user: str) -> int:
        """Count the assessments that this user made or takes part in."""
        return self._count(takes_part(user))

    def page_of(self, user: str, *, limit: int, offset: int) -> list[Summary]:
        """List the assessments that this user made or takes part in, last changed first."""
        return self._page(user, takes_part(user), limit, offset)

    def count_of_all(self, search: str) -> int:
        """Count all assessments with these words in their title."""
        return self._count(_is_titled(search))

    def page_of_all(self, user: str, search: str, *, limit: int, offset: int) -> list[Summary]:
        """List all assessments with these words in their title, last changed first, as `user` left them."""
        return self._page(user, _is_titled(search), limit, offset)

    def _count(self, which: ColumnElement[bool]) -> int:
        counted = select(func.count()).select_from(AssessmentRow).where(which)
        return self._session.scalars(counted).one()

    def _page(self, user: str, which: ColumnElement[bool], limit: int, offset: int) -> list[Summary]:
        rows = self._session.execute(_summaries(user, which, limit, offset)).all()
        return [Summary(**_fields(row), last_step=step, answered=answered) for row, step, answered in rows]


def takes_part(user: str) -> ColumnElement[bool]:
    """Tell in SQL whether this user made an assessment or takes part in it."""
    invited = select(MemberRow.assessment_id).where(
        MemberRow.user_name == user, MemberRow.removed_at.is_(None)
    )
    return or_(AssessmentRow.created_by == user, AssessmentRow.id.in_(invited))


def _is_titled(search: str) -> ColumnElement[bool]:
    # Without the escape, % and _ would find everything.
    return AssessmentRow.title.icontains(search, autoescape=True) if search else true()


def _fields(row: AssessmentRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in FIELDS}


def assessment_record(row: AssessmentRow) -> Assessment:
    """Give the assessment in a row."""
    return Assessment(**_fields(row))


def _summaries(
    user: str, which: ColumnElement[bool], limit: int, offset: int
) -> Select[AssessmentRow, str | None, int]:
    # The page is cut first: counting the answers of 10,000 assessments to show 50 would take seconds.
    page = (
        select(AssessmentRow)
        .where(which)
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
