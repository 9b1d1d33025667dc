"""Answers as append-only revisions. There is no way to change or delete one: the newest is the answer."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Select,
    Subquery,
    and_,
    func,
    insert,
    select,
    tuple_,
    union,
)
from sqlalchemy.orm import Session

from assessment.answers import Reply
from storage.records import Revision
from storage.tables import RevisionRow, SetAsideRow
from storage.traced import TRACED
from storage.values import decode, encode

Replies = Select[str, int, str | None, str, str | None, str, datetime]


class AnswerTable:
    """The revisions of all questions, and the replies that were set aside."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def current(self, assessment: UUID) -> dict[str, Revision]:
        """Give the newest revision of each question that has one, in one query."""
        newest = _newest(RevisionRow.assessment_id == assessment)
        found = self._records(_replies(RevisionRow).join(newest, _is(newest)))
        return {revision.question: revision for revision in found}

    def newest(self, assessment: UUID, question: str) -> Revision | None:
        """Give the answer of one question, None when there is none yet."""
        replies = _replies(RevisionRow).where(*_asked(RevisionRow, assessment, question))
        found = self._records(replies.order_by(RevisionRow.number.desc()).limit(1))
        return found[0] if found else None

    def authors(self, assessment: UUID) -> frozenset[str]:
        """Give everybody who ever answered a question, also with an answer that does not count any more."""
        told = [
            select(table.author).where(table.assessment_id == assessment)
            for table in (RevisionRow, SetAsideRow)
        ]
        return frozenset(self._session.scalars(union(*told)))

    def numbered(self, assessment: UUID, numbers: Mapping[str, int]) -> dict[str, Revision]:
        """Give one chosen revision of each of these questions."""
        chosen = tuple_(RevisionRow.question, RevisionRow.number).in_(list(numbers.items()))
        found = self._records(_replies(RevisionRow).where(RevisionRow.assessment_id == assessment, chosen))
        return {revision.question: revision for revision in found}

    def append(self, assessment: UUID, *revisions: Revision) -> None:
        """Keep these as the newest of their questions. Raises IntegrityError when a number is taken."""
        self._session.execute(insert(RevisionRow), [_columns(assessment, revision) for revision in revisions])

    def set_aside(self, assessment: UUID, revision: Revision) -> bool:
        """Keep a reply that came too late, once: a screen that asks again does not fill the database.

        Tell whether it was new.
        """
        kept = self._set_aside(assessment, revision.question)
        if any(replace(revision, at=late.at) == late for late in kept):
            return False
        self._session.execute(insert(SetAsideRow), [_columns(assessment, revision)])
        return True

    def history(self, assessment: UUID, question: str) -> list[Revision]:
        """List every reply to one question, oldest first; a late one stands after the one that counted."""
        counted = self._records(_replies(RevisionRow).where(*_asked(RevisionRow, assessment, question)))
        # Sorting is stable, so late replies to the same revision stay in the order in which they came.
        return sorted(counted + self._set_aside(assessment, question), key=lambda r: (r.number, r.set_aside))

    def _set_aside(self, assessment: UUID, question: str) -> list[Revision]:
        late = _replies(SetAsideRow).where(*_asked(SetAsideRow, assessment, question))
        return self._records(late.order_by(SetAsideRow.id), set_aside=True)

    def _records(self, replies: Replies, *, set_aside: bool = False) -> list[Revision]:
        return [
            Revision(question, number, Reply(decode(value), note, known_by), author, at, set_aside)
            for question, number, value, note, known_by, author, at in self._session.execute(replies)
        ]


def _replies(table: type[RevisionRow] | type[SetAsideRow]) -> Replies:
    # Columns instead of rows as objects: every answer of an assessment is read at every run of a page.
    return select(
        table.question, table.number, table.value, table.note, table.known_by, table.author, table.at
    )


def claim(assessment: UUID, revision: Revision) -> dict[str, str]:
    """Give what the audit trail says of a reply (`AuditTable.claim`), without reading it back."""
    return TRACED["set_aside" if revision.set_aside else "revision"].claim(_columns(assessment, revision))


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
