"""Comments, append-only: closing a conversation is a step in it too."""

from collections import Counter
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, insert, select
from sqlalchemy.orm import Session, aliased

from storage.comment_records import Comment, Count, Kind
from storage.comment_tables import CommentRow, MentionRow


class CommentTable:
    """The comments of all assessments."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def next_number(self, assessment: UUID) -> int:
        """Give the number for the next comment; hold the assessment, or somebody else takes it."""
        newest = select(func.max(CommentRow.number)).where(CommentRow.assessment_id == assessment)
        return (self._session.scalars(newest).one() or 0) + 1

    def add(self, comment: Comment) -> None:
        """Keep a comment. Raises IntegrityError when its number is taken."""
        key = {"assessment_id": comment.assessment, "number": comment.number}
        said = {name: getattr(comment, name) for name in ("question", "thread", "text", "author", "at")}
        self._session.execute(insert(CommentRow).values(**key, **said, kind=comment.kind.value))
        mentions = [{**key, "user_name": user} for user in comment.mentions]
        if mentions:
            self._session.execute(insert(MentionRow), mentions)

    def of(self, assessment: UUID, question: str) -> list[Comment]:
        """List what was said about one answer, oldest first."""
        return self._found(CommentRow.assessment_id == assessment, CommentRow.question == question)

    def counts(self, assessment: UUID) -> dict[str, Count]:
        """Count per question, without reading what was said."""
        columns = (CommentRow.question, CommentRow.thread, CommentRow.kind)
        told = self._session.execute(
            select(*columns).where(CommentRow.assessment_id == assessment).order_by(CommentRow.number)
        ).all()
        written = Counter(question for question, _thread, kind in told if kind == Kind.WRITTEN)
        last = {(question, thread): kind for question, thread, kind in told}
        still_open = Counter(question for (question, _thread), kind in last.items() if kind != Kind.RESOLVED)
        return {question: Count(count, still_open[question]) for question, count in written.items()}

    def open_for(self, user: str) -> list[Comment]:
        """List the comments in open conversations that mention this user, newest first."""
        later = aliased(CommentRow)
        last = (
            select(func.max(later.number))
            .where(later.assessment_id == CommentRow.assessment_id, later.thread == CommentRow.thread)
            .scalar_subquery()
        )
        end = aliased(CommentRow)
        closed = select(end.number).where(
            end.assessment_id == CommentRow.assessment_id, end.number == last, end.kind == Kind.RESOLVED.value
        )
        named = aliased(MentionRow)
        mine = select(named.number).where(
            named.assessment_id == CommentRow.assessment_id,
            named.number == CommentRow.number,
            named.user_name == user,
        )
        found = self._found(mine.exists(), ~closed.exists())
        return sorted(found, key=lambda comment: comment.at, reverse=True)

    def _found(self, *which: ColumnElement[bool]) -> list[Comment]:
        with_mentions = (
            select(CommentRow, MentionRow.user_name)
            .outerjoin(
                MentionRow,
                and_(
                    MentionRow.assessment_id == CommentRow.assessment_id,
                    MentionRow.number == CommentRow.number,
                ),
            )
            .where(*which)
            .order_by(CommentRow.assessment_id, CommentRow.number, MentionRow.user_name)
        )
        found: dict[tuple[UUID, int], tuple[CommentRow, list[str]]] = {}
        for row, user in self._session.execute(with_mentions):
            mentions = found.setdefault((row.assessment_id, row.number), (row, []))[1]
            if user is not None:
                mentions.append(user)
        return [_comment(row, tuple(mentions)) for row, mentions in found.values()]


def _comment(row: CommentRow, mentions: tuple[str, ...]) -> Comment:
    said = (row.question, row.thread, Kind(row.kind), row.text, row.author, row.at)
    return Comment(row.assessment_id, row.number, *said, mentions)
