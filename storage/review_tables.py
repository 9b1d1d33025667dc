"""The tables of review sessions. How they keep a secret ballot: docs/decisions/0012-review-sessions.md."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Table

# In the order of their random keys, and not in the order in which people answered.
UNORDERED: dict[str, Any] = {"sqlite_with_rowid": False}


class ReviewRow(Table):
    """One review of the snapshot of one round."""

    __tablename__ = "review"
    __table_args__ = (
        ForeignKeyConstraint(
            ("assessment_id", "snapshot_round"), ("snapshot.assessment_id", "snapshot.round")
        ),
        Index("review_by_assessment", "assessment_id", "opened_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    assessment_id: Mapped[UUID] = mapped_column(ForeignKey("assessment.id"))
    snapshot_round: Mapped[int]
    anonymous: Mapped[bool]
    opened_by: Mapped[str]
    opened_at: Mapped[datetime]


class StatementRow(Table):
    """What members are asked; it changes until the first round is opened."""

    __tablename__ = "review_statement"

    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    value: Mapped[str]
    text: Mapped[str]
    tension: Mapped[str]


class InviteeRow(Table):
    """Somebody who may answer."""

    __tablename__ = "review_invitee"

    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), primary_key=True)
    user_name: Mapped[str] = mapped_column(primary_key=True)
    author: Mapped[str]
    at: Mapped[datetime]


class AbsenceRow(Table):
    """An invitation that was withdrawn (`away`), or given again; of each person the last row counts."""

    __tablename__ = "review_absence"

    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_name: Mapped[str]
    away: Mapped[bool]
    author: Mapped[str]
    at: Mapped[datetime]


class AgendaRow(Table):
    """How many minutes the parts of a session take, as JSON; without a row as many as usual."""

    __tablename__ = "review_agenda"

    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), primary_key=True)
    minutes: Mapped[str]


class RoundRow(Table):
    """One round of answering; of one review at most one is open."""

    __tablename__ = "review_round"
    __table_args__ = (
        UniqueConstraint("review_id", "number", name="review_round_once"),
        Index(
            "review_round_open",
            "review_id",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"))
    number: Mapped[int]
    opened_by: Mapped[str]
    opened_at: Mapped[datetime]
    closed_by: Mapped[str | None]
    closed_at: Mapped[datetime | None]


class RoundKeyRow(Table):
    """The secret that turns names into marks while a round is open; thrown away when it closes."""

    __tablename__ = "review_key"

    round_id: Mapped[UUID] = mapped_column(ForeignKey("review_round.id"), primary_key=True)
    secret: Mapped[bytes]


class OpenBallotRow(Table):
    """An answer in an open round, under a mark that only the secret of the round ties to a name."""

    __tablename__ = "open_ballot"
    __table_args__ = UNORDERED

    round_id: Mapped[UUID] = mapped_column(ForeignKey("review_round.id"), primary_key=True)
    mark: Mapped[str] = mapped_column(primary_key=True)
    item: Mapped[int]
    choice: Mapped[str]
    argument: Mapped[str]
    signed_by: Mapped[str | None]


class BallotRow(Table):
    """An answer in a closed round. No moment and no number: nothing tells in which order they came."""

    __tablename__ = "ballot"
    __table_args__ = (Index("ballot_by_round", "round_id"), UNORDERED)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    round_id: Mapped[UUID] = mapped_column(ForeignKey("review_round.id"))
    item: Mapped[int]
    choice: Mapped[str]
    argument: Mapped[str]
    signed_by: Mapped[str | None]
    author: Mapped[str | None]


class TookPartRow(Table):
    """Somebody who answered in a closed round: that they did, not what."""

    __tablename__ = "took_part"
    __table_args__ = UNORDERED

    round_id: Mapped[UUID] = mapped_column(ForeignKey("review_round.id"), primary_key=True)
    user_name: Mapped[str] = mapped_column(primary_key=True)


class AdviceRow(Table):
    """What the network advised; `content` is the whole of it as JSON."""

    __tablename__ = "advice"
    __table_args__ = (
        Index("advice_by_assessment", "assessment_id", "at"),
        UniqueConstraint("review_id", name="advice_once"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    assessment_id: Mapped[UUID] = mapped_column(ForeignKey("assessment.id"))
    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"))
    round: Mapped[int]
    kind: Mapped[str]
    content: Mapped[str]
    author: Mapped[str]
    at: Mapped[datetime]
