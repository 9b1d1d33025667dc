"""The tables of comments outside a session."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Table


class CommentRow(Table):
    """A step in a conversation: words, or that it was closed or opened again. Append-only."""

    __tablename__ = "comment"
    __table_args__ = (Index("comment_by_question", "assessment_id", "question"),)

    assessment_id: Mapped[UUID] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    question: Mapped[str]
    thread: Mapped[int]
    kind: Mapped[str]
    text: Mapped[str]
    author: Mapped[str]
    at: Mapped[datetime]


class MentionRow(Table):
    """A colleague whom a comment is for. Append-only."""

    __tablename__ = "mention"
    __table_args__ = (
        ForeignKeyConstraint(("assessment_id", "number"), ("comment.assessment_id", "comment.number")),
        Index("mention_by_user", "user_name", "assessment_id"),
    )

    assessment_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_name: Mapped[str] = mapped_column(primary_key=True)
