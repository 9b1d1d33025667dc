"""Ballots: every member answers alone, sees their own answers, and all see the results of closed rounds."""

from dataclasses import dataclass
from uuid import UUID

from assessment.review import ballots, results
from assessment.review.ballots import Ballot
from assessment.review.results import Result
from services import access, reviews
from services.access import Action
from services.errors import NotFound
from services.review_errors import BallotRefused, ReviewRefused, Why
from services.reviews import Review, ReviewRound
from services.users import User
from storage.store import Store, Transaction

__all__ = ["Ballot", "BallotRefused", "Result"]


@dataclass(frozen=True)
class RoundResults:
    """A closed round: who took part, and per item the result; None where too few answered to show it."""

    round: ReviewRound
    took_part: tuple[str, ...]
    results: dict[int, Result | None]


def answer(
    store: Store,
    user: User,
    assessment: UUID,
    round_id: UUID,
    item: int,
    choice: str,
    argument: str = "",
    *,
    signed: bool = False,
) -> Ballot:
    """Keep the answer of this user to one item, in the place of the one before; saving twice changes nothing.

    `round_id` is the round its author saw: an answer never slips into a later one. With `signed` the name
    stands under the argument, also when the session is anonymous. Raises BallotRefused, ReviewRefused,
    NotFound, NotAllowed.
    """
    with store.transaction() as tx:
        # The assessment is not held, and not marked as changed: that would tell when somebody answered.
        # The round is held before it is seen who is invited: nobody is put out meanwhile.
        held = tx.reviews.hold_round(round_id)
        review = _invited(tx, user, assessment)
        if held is None or held.review != review.id or not held.open:
            raise ReviewRefused(Why.ROUND_CLOSED)
        given = Ballot(item, choice, argument, user.display if signed else None)
        asked = tx.reviews.statements(review.id)
        fault = ballots.fault(given, {statement.number: statement for statement in asked})
        if fault:
            raise BallotRefused(fault)
        tx.ballots.put(held.id, user.name, given)
        return given


def own(store: Store, user: User, assessment: UUID) -> dict[int, Ballot]:
    """Give what this user answered in the open round, per item; nothing between rounds.

    Raises ReviewRefused, NotFound, NotAllowed.
    """
    with store.reading() as tx:
        session = reviews.session_of(tx, _invited(tx, user, assessment))
        if session.open_round is None:
            return {}
        return tx.ballots.own(session.open_round.id, user.name, session.items)


def closed_results(store: Store, user: User, assessment: UUID) -> tuple[RoundResults, ...]:
    """Give the results of the closed rounds of the latest review, first round first.

    Raises ReviewRefused, NotFound, NotAllowed.
    """
    with store.reading() as tx:
        access.read(tx, user, assessment)
        session = reviews.latest(tx, assessment)
        return tuple(results_of(tx, session, closed) for closed in session.closed_rounds)


def results_of(tx: Transaction, session: reviews.Session, closed: ReviewRound) -> RoundResults:
    """Count the answers of one closed round."""
    counted = results.tally(tx.ballots.of(closed.id), session.items, anonymous=session.review.anonymous)
    return RoundResults(closed, tuple(tx.ballots.took_part(closed.id)), counted)


def _invited(tx: Transaction, user: User, assessment: UUID) -> Review:
    # Many answer at once: no more is read than says whether this answer counts.
    found = tx.assessments.find(assessment)
    if found is None:
        raise NotFound
    access.require(tx, user, Action.VOTE, found)
    review = tx.reviews.latest(assessment)
    if review is None:
        raise ReviewRefused(Why.NO_REVIEW)
    if user.name not in tx.reviews.invitees(review.id):
        raise ReviewRefused(Why.NOT_INVITED)
    return review
