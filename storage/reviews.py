"""Reviews: their statements, who may answer, their rounds, and the advice that comes of it."""

import json
from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, exists, func, insert, select, update
from sqlalchemy.orm import Session, aliased

from assessment.review.advice import AdviceKind, Dissent, Proviso
from assessment.review.ballots import Statement
from storage.review_records import Advice, Review, ReviewRound
from storage.review_tables import (
    AbsenceRow,
    AdviceRow,
    AgendaRow,
    InviteeRow,
    ReviewRow,
    RoundRow,
    StatementRow,
)

# What an advice says, beside the columns one looks it up by.
CONTENT = (
    "proposed",
    "text",
    "conditions",
    "arguments_for",
    "arguments_against",
    "dissents",
    "took_part",
    "one_round",
)


class ReviewTable:
    """All reviews; of an assessment the latest is the one that counts."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, review: Review) -> None:
        """Keep a new review."""
        columns = asdict(review)
        self._session.add(ReviewRow(assessment_id=columns.pop("assessment"), **columns))
        self._session.flush()

    def latest(self, assessment: UUID) -> Review | None:
        """Give the review that was opened last, None when there was none."""
        newest = select(ReviewRow).where(ReviewRow.assessment_id == assessment)
        row = self._session.scalars(newest.order_by(ReviewRow.opened_at.desc()).limit(1)).one_or_none()
        return None if row is None else _review(row)

    def statements(self, review: UUID) -> list[Statement]:
        """List what is asked, in order."""
        asked = select(StatementRow).where(StatementRow.review_id == review).order_by(StatementRow.number)
        rows = self._session.scalars(asked)
        return [Statement(row.number, row.value, row.text, row.tension) for row in rows]

    def put_statements(self, review: UUID, statements: Sequence[Statement]) -> None:
        """Replace what is asked. The database refuses it once a round was opened."""
        self._session.execute(delete(StatementRow).where(StatementRow.review_id == review))
        if statements:
            rows = [{"review_id": review, **asdict(statement)} for statement in statements]
            self._session.execute(insert(StatementRow), rows)

    def invitees(self, review: UUID) -> list[str]:
        """List the account names of who may answer, by name."""
        later = aliased(AbsenceRow)
        newer = exists().where(
            later.review_id == review,
            later.user_name == AbsenceRow.user_name,
            later.number > AbsenceRow.number,
        )
        away = exists().where(
            AbsenceRow.review_id == review,
            AbsenceRow.user_name == InviteeRow.user_name,
            AbsenceRow.away,
            ~newer,
        )
        invited = select(InviteeRow.user_name).where(InviteeRow.review_id == review, ~away)
        return list(self._session.scalars(invited.order_by(InviteeRow.user_name)))

    def invite(self, review: UUID, user: str, author: str, now: datetime) -> None:
        """Let somebody answer who may not do so yet."""
        if self._session.get(InviteeRow, (review, user)) is not None:
            self._note_absence(review, user, author, now, away=False)
            return
        row = {"review_id": review, "user_name": user, "author": author, "at": now}
        self._session.execute(insert(InviteeRow), [row])

    def withdraw(self, review: UUID, user: str, author: str, now: datetime) -> None:
        """Let somebody answer no more; what they answered in closed rounds stays."""
        self._note_absence(review, user, author, now, away=True)

    def _note_absence(self, review: UUID, user: str, author: str, now: datetime, *, away: bool) -> None:
        last = select(func.coalesce(func.max(AbsenceRow.number), 0)).where(AbsenceRow.review_id == review)
        number = self._session.scalars(last).one() + 1
        row = {"review_id": review, "number": number, "user_name": user, "away": away}
        self._session.execute(insert(AbsenceRow), [{**row, "author": author, "at": now}])

    def agenda(self, review: UUID) -> list[int] | None:
        """Give the minutes of each part, None when nobody changed them."""
        row = self._session.get(AgendaRow, review)
        return None if row is None else json.loads(row.minutes)

    def put_agenda(self, review: UUID, minutes: Sequence[int]) -> None:
        """Keep how many minutes each part takes, in the place of what was kept before."""
        self._session.merge(AgendaRow(review_id=review, minutes=json.dumps(list(minutes))))
        self._session.flush()

    def rounds(self, review: UUID) -> list[ReviewRound]:
        """List the rounds, first round first."""
        found = select(RoundRow).where(RoundRow.review_id == review).order_by(RoundRow.number)
        return [_round(row) for row in self._session.scalars(found)]

    def hold_round(self, round_id: UUID, *, to_close: bool = False) -> ReviewRound | None:
        """Look up a round, and until the end of the transaction nobody else closes it.

        With `to_close` nobody answers in it either. On SQLite every transaction that writes does so already.
        """
        held = select(RoundRow).where(RoundRow.id == round_id).with_for_update(read=not to_close)
        row = self._session.scalars(held.execution_options(populate_existing=True)).one_or_none()
        return None if row is None else _round(row)

    def add_round(self, opened: ReviewRound) -> None:
        """Keep a new round. Raises IntegrityError when one is open, or has this number."""
        columns = asdict(opened)
        self._session.add(RoundRow(review_id=columns.pop("review"), **columns))
        self._session.flush()

    def close_round(self, round_id: UUID, user: str, now: datetime) -> None:
        """Note that a round is closed; from now on the database refuses any change to it."""
        closed = {"closed_by": user, "closed_at": now}
        self._session.execute(update(RoundRow).where(RoundRow.id == round_id).values(closed))

    def add_advice(self, advice: Advice) -> None:
        """Keep an advice. Raises IntegrityError when its review has one already."""
        whole = asdict(advice)
        content = {name: whole[name] for name in CONTENT}
        self._session.add(
            AdviceRow(
                id=advice.id,
                assessment_id=advice.assessment,
                review_id=advice.review,
                round=advice.round,
                kind=advice.kind,
                content=json.dumps(content, ensure_ascii=False, default=date.isoformat),
                author=advice.author,
                at=advice.at,
            )
        )
        self._session.flush()

    def advice(self, review: UUID) -> Advice | None:
        """Give the advice of one review, None when there is none yet."""
        found = select(AdviceRow).where(AdviceRow.review_id == review)
        row = self._session.scalars(found).one_or_none()
        return None if row is None else _advice(row)

    def latest_advice(self, assessment: UUID) -> Advice | None:
        """Give the newest advice on an assessment, None when there is none."""
        newest = select(AdviceRow).where(AdviceRow.assessment_id == assessment)
        row = self._session.scalars(newest.order_by(AdviceRow.at.desc()).limit(1)).one_or_none()
        return None if row is None else _advice(row)


def _review(row: ReviewRow) -> Review:
    names = (field.name for field in fields(Review) if field.name != "assessment")
    return Review(assessment=row.assessment_id, **{name: getattr(row, name) for name in names})


def _round(row: RoundRow) -> ReviewRound:
    names = (field.name for field in fields(ReviewRound) if field.name != "review")
    return ReviewRound(review=row.review_id, **{name: getattr(row, name) for name in names})


def _advice(row: AdviceRow) -> Advice:
    content: dict[str, Any] = json.loads(row.content)
    return Advice(
        id=row.id,
        assessment=row.assessment_id,
        review=row.review_id,
        round=row.round,
        kind=AdviceKind(row.kind),
        proposed=AdviceKind(content["proposed"]) if content["proposed"] else None,
        text=content["text"],
        conditions=tuple(
            Proviso(found["text"], found["owner"], date.fromisoformat(found["due"]))
            for found in content["conditions"]
        ),
        arguments_for=tuple(content["arguments_for"]),
        arguments_against=tuple(content["arguments_against"]),
        dissents=tuple(Dissent(**found) for found in content["dissents"]),
        took_part=tuple(content["took_part"]),
        author=row.author,
        at=row.at,
        # Older advice was given before this was asked.
        one_round=content.get("one_round", ""),
    )
