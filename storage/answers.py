"""Answers as append-only revisions. There is no way to change or delete one: the newest is the answer."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, Select, Subquery, and_, func, insert, select, tuple_
from sqlalchemy.orm import Session

from assessment.answers import Reply
from storage.records import Revision
from storage.tables import RevisionRow, SetAsideRow
from storage.values import decode, encode


class AnswerTable:
    """The revisions of all questions, and the replies that were set aside."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def current(self, assessment: UUID) -> dict[str, Revision]:
        """Give the newest revision of each question that has one, in one query."""
        newest = _newest(RevisionRow.assessment_id == assessment)
        rows = self._session.scalars(select(RevisionRow).join(newest, _is(newest)))
        return {row.question: _record(row) for row in rows}

    def newest(self, assessment: UUID, question: str) -> Revision | None:
        """Give the answer of one question, None when there is none yet."""
        row = self._session.scalars(
            select(RevisionRow)
            .where(*_asked(RevisionRow, assessment, question))
            .order_by(RevisionRow.number.desc())
            .limit(1)
        ).one_or_none()
        return None if row is None else _record(row)

    def numbered(self, assessment: UUID, numbers: Mapping[str, int]) -> dict[str, Revision]:
        """Give one chosen revision of each of these questions."""
        chosen = tuple_(RevisionRow.question, RevisionRow.number).in_(list(numbers.items()))
        rows = self._session.scalars(
            select(RevisionRow).where(RevisionRow.assessment_id == assessment, chosen)
        )
        return {row.question: _record(row) for row in rows}

    def append(self, assessment: UUID, *revisions: Revision) -> None:
        """Keep these as the newest of their questions. Raises IntegrityError when a number is taken."""
        self._session.execute(insert(RevisionRow), [_columns(assessment, revision) for revision in revisions])

    def set_aside(self, assessment: UUID, revision: Revision) -> None:
        """Keep a reply that came too late, once: a screen that asks again does not fill the database."""
        kept = self._set_aside(assessment, revision.question)
        if not any(replace(revision, at=late.at) == late for late in kept):
            self._session.execute(insert(SetAsideRow), [_columns(assessment, revision)])

    def history(self, assessment: UUID, question: str) -> list[Revision]:
        """List every reply to one question, oldest first; a late one stands after the one that counted."""
        rows = self._session.scalars(select(RevisionRow).where(*_asked(RevisionRow, assessment, question)))
        counted = [_record(row) for row in rows]
        # Sorting is stable, so late replies to the same revision stay in the order in which they came.
        return sorted(counted + self._set_aside(assessment, question), key=lambda r: (r.number, r.set_aside))

    def _set_aside(self, assessment: UUID, question: str) -> list[Revision]:
        late = select(SetAsideRow).where(*_asked(SetAsideRow, assessment, question)).order_by(SetAsideRow.id)
        rows = self._session.scalars(late)
        return [_record(row, set_aside=True) for row in rows]


def answered_counts(assessments: ScalarSelect[UUID]) -> Select[UUID, int]:
    """Count per assessment the questions whose newest reply has a value."""
    newest = _newest(RevisionRow.assessment_id.in_(assessments))
    return (
        select(RevisionRow.assessment_id, func.count(RevisionRow.value).label("answered"))
        .join(newest, _is(newest))
        .group_by(RevisionRow.assessment_id)
    )


def _newest(which: ColumnElement[bool]) -> Subquery:
    # The primary key covers this group-by: no table is read for it.
    return (
        select(RevisionRow.assessment_id, RevisionRow.question, func.max(RevisionRow.number).label("number"))
        .where(which)
        .group_by(RevisionRow.assessment_id, RevisionRow.question)
        .subquery()
    )


def _asked(
    table: type[RevisionRow] | type[SetAsideRow], assessment: UUID, question: str
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return table.assessment_id == assessment, table.question == question


def _is(newest: Subquery) -> ColumnElement[bool]:
    return and_(
        RevisionRow.assessment_id == newest.c.assessment_id,
        RevisionRow.question == newest.c.question,
        RevisionRow.number == newest.c.number,
    )


def _columns(assessment: UUID, revision: Revision) -> dict[str, Any]:
    return {
        "assessment_id": assessment,
        "question": revision.question,
        "number": revision.number,
        "value": encode(revision.reply.value),
        "note": revision.reply.note,
        "known_by": revision.reply.known_by,
        "author": revision.author,
        "at": revision.at,
    }


def _record(row: RevisionRow | SetAsideRow, *, set_aside: bool = False) -> Revision:
    reply = Reply(decode(row.value), row.note, row.known_by)
    return Revision(row.question, row.number, reply, row.author, row.at, set_aside)
