"""Comments: conversations about an answer, outside a session."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from assessment.answers import MAX_TEXT
from services import access, frameworks
from services.access import Action
from services.errors import NotFound, Refused, UnknownQuestion
from services.roles import Role
from services.users import User
from storage.audit import noted
from storage.comment_records import Comment, Count, Kind, Thread, threads
from storage.records import Assessment, Person
from storage.store import Store, Transaction
from storage.text import clean
from texts import _

__all__ = ["Comment", "Count", "Kind", "Thread"]


class CommentRefused(Refused):
    """A comment that cannot be kept."""


@dataclass(frozen=True)
class Mention:
    """A comment for this user that still waits, and the assessment it is in."""

    comment: Comment
    assessment: Assessment


def counts(store: Store, user: User, assessment: UUID) -> dict[str, Count]:
    """Count per question id what was said. Raises NotFound, NotAllowed."""
    with store.reading() as tx:
        access.read(tx, user, assessment)
        return tx.comments.counts(assessment)


def of_question(store: Store, user: User, assessment: UUID, question: str) -> list[Thread]:
    """List the conversations about one answer, oldest first. Raises NotFound, NotAllowed."""
    with store.reading() as tx:
        access.read(tx, user, assessment)
        return threads(tx.comments.of(assessment, question))


def colleagues(store: Store, user: User, assessment: UUID) -> list[Person]:
    """List everybody else who may read the assessment: whom one may mention. Raises NotFound, NotAllowed."""
    with store.reading() as tx:
        held = access.read(tx, user, assessment)
        access.require(tx, user, Action.COMMENT, held)
        return _readers(tx, user, held)


def mentions(store: Store, user: User) -> list[Mention]:
    """List the comments in open conversations that mention this user and that they may read, newest first."""
    with store.reading() as tx:
        access.require(tx, user, Action.LIST)
        both = (
            (comment, tx.assessments.find(comment.assessment)) for comment in tx.comments.open_for(user.name)
        )
        return [
            Mention(comment, held)
            for comment, held in both
            if held is not None and access.allows(tx, user, Action.READ, held)
        ]


def write(
    store: Store,
    user: User,
    assessment: UUID,
    question: str,
    text: str,
    *,
    thread: int | None = None,
    mention: Sequence[str] = (),
) -> Comment:
    """Say something about an answer: in a conversation, or (None) to begin one. A closed one opens again.

    `mention` are accounts of people who may read the assessment. Raises CommentRefused, UnknownQuestion,
    NotFound, NotAllowed.
    """
    with store.transaction() as tx:
        held = access.hold(tx, user, assessment, Action.COMMENT)
        if question not in frameworks.get(held.framework_version).questions:
            raise UnknownQuestion(question)
        if thread is not None:
            _thread(tx, assessment, question, thread)
        for_whom = _checked_mentions(tx, user, held, mention)
        number = tx.comments.next_number(assessment)
        said = (Kind.WRITTEN, _checked(text), user.name, tx.now)
        return _keep(tx, Comment(assessment, number, question, thread or number, *said, for_whom))


def close(store: Store, user: User, assessment: UUID, question: str, thread: int) -> None:
    """Close a conversation; one that is closed stays so. Raises NotFound, NotAllowed."""
    _step(store, user, assessment, question, thread, Kind.RESOLVED)


def reopen(store: Store, user: User, assessment: UUID, question: str, thread: int) -> None:
    """Open a closed conversation again. Raises NotFound, NotAllowed."""
    _step(store, user, assessment, question, thread, Kind.REOPENED)


def _step(store: Store, user: User, assessment: UUID, question: str, number: int, kind: Kind) -> None:
    with store.transaction() as tx:
        access.hold(tx, user, assessment, Action.COMMENT)
        thread = _thread(tx, assessment, question, number)
        if thread.is_open == (kind is Kind.REOPENED):
            # Somebody else was faster, with the same.
            tx.undo()
            return
        at = tx.comments.next_number(assessment)
        _keep(tx, Comment(assessment, at, question, number, kind, "", user.name, tx.now))


def _keep(tx: Transaction, comment: Comment) -> Comment:
    tx.comments.add(comment)
    key = (comment.assessment, comment.number)
    said = noted(
        "comment",
        comment.author,
        comment.question,
        {"action": comment.kind.value, **tx.audit.claim("comment", *key)},
    )
    told = (
        noted("mention", comment.author, name, tx.audit.claim("mention", *key, name))
        for name in comment.mentions
    )
    tx.audit.note_each(comment.assessment, [said, *told])
    return comment


def _thread(tx: Transaction, assessment: UUID, question: str, number: int) -> Thread:
    found = (thread for thread in threads(tx.comments.of(assessment, question)) if thread.number == number)
    thread = next(found, None)
    if thread is None:
        raise NotFound(_("Dit gesprek bestaat niet. Ververs de pagina."))
    return thread


def _checked(text: str) -> str:
    said = clean(text).strip()
    if not said:
        raise CommentRefused(_("Schrijf eerst een opmerking."))
    if len(said) > MAX_TEXT:
        raise CommentRefused(
            _("Deze opmerking heeft {length} tekens. Er passen er {limit}. Maak de opmerking korter.").format(
                length=len(said), limit=MAX_TEXT
            )
        )
    return said


def _checked_mentions(tx: Transaction, user: User, held: Assessment, names: Sequence[str]) -> tuple[str, ...]:
    if not names:
        return ()
    if set(names) - {person.name for person in _readers(tx, user, held)}:
        raise CommentRefused(_("Je kunt alleen iemand noemen die deze afweging mag lezen. Kies opnieuw."))
    return tuple(dict.fromkeys(names))


def _readers(tx: Transaction, user: User, held: Assessment) -> list[Person]:
    others = {person.name: person for person in tx.people.all() if person.name != user.name}
    found = access.readers(tx, map(_as_user, others.values()), held)
    return [others[reader.name] for reader in found]


def _as_user(person: Person) -> User:
    """Give a person with the roles of their last sign-in; a role of an older version gives nothing."""
    known = {role.value for role in Role}
    return User(person.name, person.display, frozenset(Role(role) for role in person.roles if role in known))
