"""Reviews: the secretary opens one, says what is asked and of whom, and opens and closes its rounds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from assessment.evaluation import evaluate
from assessment.outcome import Outcome
from assessment.review.ballots import GO_AHEAD, Statement
from assessment.review.proposals import Proposal, prefilled, proposals
from assessment.road import State
from services import access, answers, frameworks, road
from services.access import Action
from services.review_errors import ReviewRefused, Why
from services.roles import Role
from services.users import User
from storage.records import Assessment, Snapshot
from storage.review_records import Advice, Review, ReviewRound
from storage.store import Store, Transaction
from texts import SOURCE_LANGUAGE, speaking

__all__ = ["Advice", "Review", "ReviewRefused", "ReviewRound", "Why"]

MAX_STATEMENT = 500


@dataclass(frozen=True)
class Session:
    """A review as everybody who may read the assessment sees it; no answers are in it."""

    review: Review
    statements: tuple[Statement, ...]
    invitees: tuple[str, ...]
    rounds: tuple[ReviewRound, ...]
    advice: Advice | None

    @property
    def open_round(self) -> ReviewRound | None:
        """The round in which members answer now."""
        return self.rounds[-1] if self.rounds and self.rounds[-1].open else None

    @property
    def closed_rounds(self) -> tuple[ReviewRound, ...]:
        """The rounds whose results can be seen."""
        return tuple(found for found in self.rounds if not found.open)

    @property
    def items(self) -> tuple[int, ...]:
        """What members answer: every statement, and at the end whether it can go ahead."""
        return (*(statement.number for statement in self.statements), GO_AHEAD)


def open_review(
    store: Store, user: User, assessment: UUID, *, anonymous: bool, names: Iterable[str]
) -> Review:
    """Begin a review of what was offered, with the statements that its outcome brings up.

    Whether it is anonymous is chosen here and never changes. Raises ReviewRefused, NotFound, NotAllowed.
    """
    with store.transaction() as tx:
        held = access.hold(tx, user, assessment, Action.REVIEW)
        snapshot = _offered(tx, held)
        _refuse_second(tx, held)
        statements = prefilled(_outcome(tx, held, snapshot))
        if not statements:
            raise ReviewRefused(Why.NOTHING_TO_ASK)
        made = Review(uuid4(), held.id, snapshot.round, anonymous, user.name, tx.now)
        tx.reviews.add(made)
        tx.reviews.put_statements(made.id, statements)
        _invite(tx, user, made, names)
        note(tx, user, made, "review", made.id, action="opened", snapshot=snapshot.round)
        return made


def current(store: Store, user: User, assessment: UUID) -> Session | None:
    """Give the latest review, None when there was none. Raises NotFound, NotAllowed."""
    with store.reading() as tx:
        access.read(tx, user, assessment)
        review = tx.reviews.latest(assessment)
        return None if review is None else session_of(tx, review)


def suggestions(store: Store, user: User, assessment: UUID) -> tuple[Proposal, ...]:
    """Give a statement for every public value, for who wants to add one. Raises as `change_statements`."""
    with store.reading() as tx:
        held = access.read(tx, user, assessment)
        access.require(tx, user, Action.REVIEW, held)
        return proposals(_outcome(tx, held, _offered(tx, held)))


def change_statements(
    store: Store, user: User, assessment: UUID, statements: Sequence[Statement]
) -> tuple[Statement, ...]:
    """Ask other statements, numbered in this order; until the first round.

    Raises ReviewRefused, NotFound, NotAllowed.
    """
    with store.transaction() as tx:
        session = led(tx, user, assessment)
        if session.rounds:
            raise ReviewRefused(Why.ASKED)
        asked = tuple(
            replace(statement, number=number, text=" ".join(statement.text.split()))
            for number, statement in enumerate(statements, start=1)
        )
        if not asked or not all(0 < len(statement.text) <= MAX_STATEMENT for statement in asked):
            raise ReviewRefused(Why.STATEMENTS)
        tx.reviews.put_statements(session.review.id, asked)
        note(tx, user, session.review, "review", session.review.id, action="statements")
        return asked


def invite(store: Store, user: User, assessment: UUID, names: Iterable[str]) -> None:
    """Let these people answer too, also when a round is open. Raises ReviewRefused, NotFound, NotAllowed."""
    with store.transaction() as tx:
        session = led(tx, user, assessment)
        if session.advice:
            raise ReviewRefused(Why.ADVISED)
        _invite(tx, user, session.review, names)
        note(tx, user, session.review, "review", session.review.id, action="invited")


def open_round(store: Store, user: User, assessment: UUID) -> ReviewRound:
    """Let everybody answer alone, in a new round. Raises ReviewRefused, NotFound, NotAllowed."""
    with store.transaction() as tx:
        session = led(tx, user, assessment)
        reason = _why_no_round(tx, session)
        if reason:
            raise ReviewRefused(reason)
        opened = ReviewRound(uuid4(), session.review.id, len(session.rounds) + 1, user.name, tx.now)
        tx.reviews.add_round(opened)
        tx.ballots.open(opened.id)
        note(tx, user, session.review, "round", opened.id, action="opened", number=opened.number)
        return opened


def close_round(store: Store, user: User, assessment: UUID) -> ReviewRound:
    """End the open round: its results can be seen, and never change.

    Raises ReviewRefused, NotFound, NotAllowed.
    """
    with store.transaction() as tx:
        session = led(tx, user, assessment)
        if session.open_round is None:
            raise ReviewRefused(Why.ROUND_CLOSED)
        # Whoever is saving now comes in time; whoever comes later finds the round closed.
        held = tx.reviews.hold_round(session.open_round.id, to_close=True) or session.open_round
        named = not session.review.anonymous
        count = tx.ballots.close(held.id, session.invitees, session.items, named=named)
        tx.reviews.close_round(held.id, user.name, tx.now)
        tx.ballots.forget(held.id)
        note(tx, user, session.review, "round", held.id, action="closed", number=held.number, answers=count)
        return replace(held, closed_by=user.name, closed_at=tx.now)


def progress(store: Store, user: User, assessment: UUID) -> dict[str, int]:
    """Count per invited person how many items they answered in the open round; nothing of what they said.

    Raises ReviewRefused, NotFound, NotAllowed.
    """
    with store.reading() as tx:
        held = access.read(tx, user, assessment)
        access.require(tx, user, Action.REVIEW, held)
        session = latest(tx, assessment)
        if session.open_round is None:
            raise ReviewRefused(Why.ROUND_CLOSED)
        return tx.ballots.progress(session.open_round.id, session.invitees, session.items)


def latest(tx: Transaction, assessment: UUID) -> Session:
    """Give the latest review. Raises ReviewRefused when there is none."""
    review = tx.reviews.latest(assessment)
    if review is None:
        raise ReviewRefused(Why.NO_REVIEW)
    return session_of(tx, review)


def session_of(tx: Transaction, review: Review) -> Session:
    """Give a review with all that hangs on it."""
    return Session(
        review,
        tuple(tx.reviews.statements(review.id)),
        tuple(tx.reviews.invitees(review.id)),
        tuple(tx.reviews.rounds(review.id)),
        tx.reviews.advice(review.id),
    )


def note(tx: Transaction, user: User, review: Review, event: str, row: UUID, **more: object) -> None:
    """Enter in the audit trail what happened to a review, or to a round of it (`event`)."""
    claim = tx.audit.claim("review_round" if event == "round" else event, row)
    tx.audit.note(review.assessment, event, user.name, str(review.id), {**more, **claim})


def led(tx: Transaction, user: User, assessment: UUID) -> Session:
    """Give the latest review to who leads it; until the end of the transaction nobody else changes it.

    Raises ReviewRefused when there is none, NotFound, NotAllowed.
    """
    access.hold(tx, user, assessment, Action.REVIEW)
    return latest(tx, assessment)


def _offered(tx: Transaction, held: Assessment) -> Snapshot:
    snapshot = tx.snapshots.latest(held.id)
    if snapshot is None or not held.finished or road.state(tx, held.id) is not State.IN_REVIEW:
        raise ReviewRefused(Why.NOT_OFFERED)
    return snapshot


def _refuse_second(tx: Transaction, held: Assessment) -> None:
    """A review runs until its advice, or until the answers it is about were opened again."""
    before = tx.reviews.latest(held.id)
    if before and before.snapshot_round == held.round and tx.reviews.advice(before.id) is None:
        raise ReviewRefused(Why.RUNNING)
    if before and session_of(tx, before).open_round:
        # Nobody could close it any more, and the secret that ties its answers to names would stay.
        raise ReviewRefused(Why.ROUND_OPEN)


def _why_no_round(tx: Transaction, session: Session) -> Why | None:
    held = tx.assessments.find(session.review.assessment)
    # After new answers were offered, what was reviewed before is not what lies there now.
    is_this = held is not None and held.round == session.review.snapshot_round
    state = road.state(tx, session.review.assessment)
    reasons = {
        Why.ADVISED: session.advice is not None,
        Why.NOT_OFFERED: not is_this or state is not State.IN_REVIEW,
        Why.ROUND_OPEN: session.open_round is not None,
        Why.NOBODY: not session.invitees,
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _invite(tx: Transaction, user: User, review: Review, names: Iterable[str]) -> None:
    wanted = {name.strip() for name in names} - set(tx.reviews.invitees(review.id)) - {""}
    # Answers do not change while they are reviewed: who filled in nothing by now does not do so later.
    if Role.LOCAL not in user.roles and wanted & tx.answers.authors(review.assessment):
        raise ReviewRefused(Why.FILLED_IN)
    for name in sorted(wanted):
        tx.reviews.invite(review.id, name, user.name, tx.now)


def _outcome(tx: Transaction, held: Assessment, snapshot: Snapshot) -> Outcome:
    # While an assessment is in review its answers do not change: they are those of the snapshot.
    values = answers.values(tx.answers.current(held.id))
    with speaking(SOURCE_LANGUAGE):  # statements are kept, for everybody who is invited
        return evaluate(frameworks.get(held.framework_version), values, snapshot.on)
