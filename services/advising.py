"""The advice: what the answers point at, what the secretary writes, and what stands in it word for word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from assessment.clock import CLOCK
from assessment.review.advice import AdviceKind, Advised, Dissent, Proviso, proposed_kind
from assessment.review.ballots import GO_AHEAD, Choice
from assessment.review.results import Compared, Result, most_divided_first
from assessment.road import State
from services import access, ballots, frameworks, people, reviews, road
from services.access import Action
from services.errors import AdvisesOnOwnWork
from services.review_errors import ReviewRefused, Why
from services.users import User
from storage.records import Assessment
from storage.review_records import Advice
from storage.store import Store, Transaction

__all__ = ["Advice", "AdviceKind", "Proviso"]

# The discussion lies between the first round and the second: that is what a session is for.
ENOUGH_ROUNDS = 2


@dataclass(frozen=True)
class Draft:
    """What the last closed round gives an advice: the kind it points at, and the objections.

    `rounds`: in how many closed rounds somebody answered.
    """

    proposed: AdviceKind | None
    dissents: tuple[Dissent, ...]
    took_part: tuple[str, ...]
    rounds: int

    @property
    def enough_rounds(self) -> bool:
        """The members answered before and after their discussion."""
        return self.rounds >= ENOUGH_ROUNDS


def draft(store: Store, user: User, assessment: UUID) -> Draft:
    """Give what the last closed round points at. Raises ReviewRefused, AdvisesOnOwnWork,
    NotFound, NotAllowed.
    """
    with store.reading() as tx:
        held = access.read(tx, user, assessment)
        access.require(tx, user, Action.ADVISE, held)
        if road.is_own_work(tx, user, assessment, State.ADVISED):
            raise AdvisesOnOwnWork
        return _draft(tx, reviews.latest(tx, assessment))


def on_round(store: Store, user: User, assessment: UUID) -> Advice | None:
    """Give the advice on the answers of this round, since they were last offered; None when there is none.

    Raises NotFound, NotAllowed.
    """
    with store.reading() as tx:
        return road.advice_on(tx, access.read(tx, user, assessment))


def advised(store: Store, held: Assessment) -> Advised | None:
    """Give the advice on the answers of this round as people read it, to who was let in to read them."""
    with store.reading() as tx:
        found = road.advice_on(tx, held)
        if found is None:
            return None
        # No other session began since: that takes offering again, and then this advice is about the past.
        compared = _compared(tx, held, reviews.latest(tx, held.id))
    names = people.names(store, found.took_part)
    return Advised(
        kind=found.kind,
        proposed=found.proposed,
        text=found.text,
        conditions=found.conditions,
        arguments_for=found.arguments_for,
        arguments_against=found.arguments_against,
        dissents=found.dissents,
        took_part=tuple(names[name] for name in found.took_part),
        on=found.at.astimezone(CLOCK).date(),
        one_round=found.one_round,
        compared=compared,
    )


def _compared(tx: Transaction, held: Assessment, session: reviews.Session) -> tuple[Compared, ...]:
    """Give the results of the last two rounds per item, without words: those stand in the advice."""
    rounds = [ballots.results_of(tx, session, closed) for closed in session.closed_rounds[-2:]]
    asked = {statement.number: statement.text for statement in session.statements}
    last_question = frameworks.get(held.framework_version).go_ahead.text
    return tuple(
        Compared(
            item,
            asked.get(item, last_question),
            tuple((found.round.number, _wordless(found.results[item])) for found in rounds),
        )
        for item in (GO_AHEAD, *most_divided_first(rounds[-1].results))
    )


def _wordless(result: Result | None) -> Result | None:
    return replace(result, arguments=()) if result else None


def give(
    store: Store,
    user: User,
    assessment: UUID,
    kind: AdviceKind,
    text: str,
    *,
    conditions: Sequence[Proviso] = (),
    arguments_for: Iterable[str] = (),
    arguments_against: Iterable[str] = (),
    one_round: str = "",
) -> Advice:
    """Record the advice, with every objection of the last round word for word: nobody can leave one out.

    `one_round` says why the members did not answer a second time, when they did not. Raises ReviewRefused,
    StepImpossible, AdvisesOnOwnWork, NotFound, NotAllowed.
    """
    with store.transaction() as tx:
        access.hold(tx, user, assessment, Action.ADVISE)
        session = reviews.latest(tx, assessment)
        found = _draft(tx, session)
        _check(kind, text, conditions)
        advice = Advice(
            id=uuid4(),
            assessment=assessment,
            review=session.review.id,
            round=session.review.snapshot_round,
            kind=kind,
            proposed=found.proposed,
            text=text.strip(),
            conditions=tuple(conditions),
            arguments_for=_lines(arguments_for),
            arguments_against=_lines(arguments_against),
            dissents=found.dissents,
            took_part=found.took_part,
            author=user.name,
            at=tx.now,
            one_round=_why_one_round(found, one_round),
        )
        tx.reviews.add_advice(advice)
        tx.audit.note(assessment, "advice", user.name, kind.value, tx.audit.claim("advice", advice.id))
        road.step(tx, user, assessment, State.ADVISED)
        return advice


def _draft(tx: Transaction, session: reviews.Session) -> Draft:
    if session.advice:
        raise ReviewRefused(Why.ADVISED)
    if session.open_round:
        raise ReviewRefused(Why.ROUND_OPEN)
    if not session.closed_rounds:
        raise ReviewRefused(Why.NO_ROUND)
    last = ballots.results_of(tx, session, session.closed_rounds[-1])
    rounds = sum(bool(tx.ballots.took_part(closed.id)) for closed in session.closed_rounds)
    result = last.results[GO_AHEAD]
    if result is None:
        return Draft(None, (), last.took_part, rounds)
    objections = (
        Dissent(given.argument, given.signed_by)
        for given in tx.ballots.of(last.round.id)
        if given.item == GO_AHEAD and given.choice == Choice.OBJECT
    )
    return Draft(proposed_kind(result.counts), tuple(objections), last.took_part, rounds)


def _check(kind: AdviceKind, text: str, conditions: Sequence[Proviso]) -> None:
    if not text.strip():
        raise ReviewRefused(Why.NO_WORDS)
    if kind is AdviceKind.ON_CONDITIONS and not conditions:
        raise ReviewRefused(Why.NO_CONDITIONS)
    if not all(proviso.text.strip() and proviso.owner.strip() for proviso in conditions):
        raise ReviewRefused(Why.CONDITION)


def _why_one_round(found: Draft, said: str) -> str:
    """Give why the members did not answer a second time; empty when they did."""
    if found.enough_rounds:
        return ""
    if not said.strip():
        raise ReviewRefused(Why.ONE_ROUND)
    return said.strip()


def _lines(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(line.strip() for line in given if line.strip())
