"""Answers: saved one by one, as revisions that nothing overwrites."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from assessment import answers
from assessment.amounts import InvalidAnswer
from assessment.answers import KNOWN_BY, MAX_TEXT, Answers, Reply
from assessment.audit import Note
from assessment.framework import Framework
from assessment.parts import Question
from services import access, frameworks
from services.access import Action
from services.errors import AssessmentFinished, Refused, UnknownQuestion
from services.users import User
from storage import answers as kept
from storage.audit import noted
from storage.records import Revision
from storage.store import Store, Transaction
from storage.values import storable
from texts import _

__all__ = ["AnswerChanged", "InvalidAnswer", "Revision"]


class AnswerChanged(Refused):
    """Somebody else answered first. Their answer stands and ours is kept beside it, for the user to choose.

    Choosing is saving once more, with `theirs.number` as what was seen.
    """

    def __init__(self, theirs: Revision, mine: Reply) -> None:
        super().__init__(
            _(
                "Iemand anders heeft deze vraag net ook beantwoord. Beide antwoorden zijn bewaard. "
                "Kies welk antwoord geldt."
            )
        )
        self.theirs = theirs
        self.mine = mine


def current(store: Store, user: User, assessment: UUID) -> dict[str, Revision]:
    """Give the newest revision per question id, for those that have one. Raises NotFound, NotAllowed."""
    with store.reading() as tx:
        access.read(tx, user, assessment)
        return tx.answers.current(assessment)


def values(revisions: Mapping[str, Revision]) -> Answers:
    """Give what `current` found as answers to evaluate: without the questions whose answer was cleared."""
    found = ((question, revision.reply.value) for question, revision in revisions.items())
    return {question: value for question, value in found if value is not None}


def save(store: Store, user: User, assessment: UUID, question: str, reply: Reply, *, seen: int) -> Revision:
    """Record `reply` as the next revision of one question, unless it says what the newest says already.

    `seen` is the number of the newest revision its author saw, 0 for none. Raises AnswerChanged when there
    is a newer one and AssessmentFinished (the reply is kept beside the answers in both cases), InvalidAnswer,
    UnknownQuestion, NotFound, NotAllowed.
    """
    try:
        return _save(store, user, assessment, question, reply, seen)
    except AssessmentFinished:
        _keep_late(store, user, assessment, question, reply)
        raise


def history(store: Store, user: User, assessment: UUID, question: str) -> list[Revision]:
    """List every reply to one question, oldest first, with those set aside. Raises NotFound, NotAllowed."""
    with store.reading() as tx:
        access.read(tx, user, assessment)
        return tx.answers.history(assessment, question)


def append(tx: Transaction, assessment: UUID, revisions: Iterable[Revision]) -> None:
    """Keep these as the newest of their questions, as part of something larger."""
    new = tuple(revisions)
    tx.answers.append(assessment, *new)
    tx.audit.note_each(assessment, (_entered(assessment, revision) for revision in new))


def _entered(assessment: UUID, revision: Revision) -> Note:
    # A hash, not the words: what must be erased one day does not live on here.
    said = {"number": revision.number, **kept.claim(assessment, revision)}
    return noted("answer", revision.author, revision.question, said)


def _save(store: Store, user: User, assessment: UUID, question: str, reply: Reply, seen: int) -> Revision:
    with store.transaction() as tx:
        held = access.change(tx, user, assessment, Action.ANSWER)
        mine = checked(frameworks.get(held.framework_version), question, reply)
        newest = _newest(tx, user, assessment, question)
        if mine == newest.reply:
            tx.undo()
            return newest
        if newest.number <= seen:
            revision = Revision(question, newest.number + 1, mine, user.name, tx.now)
            append(tx, assessment, [revision])
            return revision
        _set_aside(tx, user, assessment, newest, mine)
    # Raised after the commit, or the reply that came too late would be gone.
    raise AnswerChanged(newest, mine)


def _keep_late(store: Store, user: User, assessment: UUID, question: str, reply: Reply) -> None:
    """Set aside what somebody typed while another tab finished the assessment; no answer changes."""
    with store.transaction() as tx:
        mine = checked(frameworks.get(access.read(tx, user, assessment).framework_version), question, reply)
        newest = _newest(tx, user, assessment, question)
        if mine != newest.reply:
            _set_aside(tx, user, assessment, newest, mine)


def _newest(tx: Transaction, user: User, assessment: UUID, question: str) -> Revision:
    """Give the newest revision; a question without one gets number 0, which says nothing."""
    found = tx.answers.newest(assessment, question)
    return found or Revision(question, 0, Reply(None), user.name, tx.now)


def _set_aside(tx: Transaction, user: User, assessment: UUID, newest: Revision, mine: Reply) -> None:
    late = Revision(newest.question, newest.number, mine, user.name, tx.now, set_aside=True)
    if tx.answers.set_aside(assessment, late):
        said = {"number": late.number, **kept.claim(assessment, late)}
        tx.audit.note(assessment, "set-aside", user.name, late.question, said)


def checked(framework: Framework, name: str, reply: Reply) -> Reply:
    """Give `reply` as its question can keep it. Raises InvalidAnswer, UnknownQuestion."""
    question = framework.questions.get(name)
    if question is None:
        raise UnknownQuestion(name)
    _check_note(question, reply)
    # Nobody but `parse` knows what an answer may be, also when it comes from a script instead of a widget.
    value = answers.parse(question, answers.dump(reply.value))
    return storable(Reply(value, reply.note, reply.known_by))


def _check_note(question: Question, reply: Reply) -> None:
    if len(reply.note) > MAX_TEXT:
        raise InvalidAnswer(
            question.id,
            _(
                "Deze toelichting heeft {length} tekens. Er passen er {limit}. Maak de toelichting korter."
            ).format(length=len(reply.note), limit=MAX_TEXT),
        )
    if reply.known_by not in (None, *KNOWN_BY):
        raise InvalidAnswer(question.id, _("Kies uit de lijst hoe je dit weet."))
