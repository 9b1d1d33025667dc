"""The road to a decision: where an assessment stands, and what may be done next by whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from assessment.clock import CLOCK
from assessment.decisions import Decision, read_decision
from assessment.entries import Reader
from assessment.road import Move, Need, Standing, State, lacking, move_to, moves, withdraws
from assessment.road_entries import WHY, read_entries
from assessment.road_words import lack_text, standing_text
from services import access
from services.access import Action
from services.errors import (
    AdvisesOnOwnWork,
    DecidesOnOwnWork,
    NotFinished,
    Refused,
    StepImpossible,
    StepIncomplete,
)
from services.roles import Role
from services.users import User
from storage.records import Assessment, Transition
from storage.review_records import Advice
from storage.store import Store, Transaction
from storage.text import clean

__all__ = ["Choice", "Transition"]

# The right that a move takes, by where it goes.
RIGHTS: Mapping[State, Action] = {
    State.CONCEPT: Action.REOPEN,
    State.IN_REVIEW: Action.OFFER,
    State.ADVISED: Action.ADVISE,
    State.DECIDED: Action.DECIDE,
    State.ON_WATCH: Action.USE,
    State.IN_USE: Action.USE,
    State.REWEIGH: Action.REWEIGH,
    State.ENDED: Action.USE,
}
# Who offered may take back.
_TAKING_BACK = frozenset({State.IN_REVIEW, State.ADVISED})
# Where somebody else has to bring it than who filled it in.
OWN_WORK: Mapping[State, type[Refused]] = {
    State.ADVISED: AdvisesOnOwnWork,
    State.DECIDED: DecidesOnOwnWork,
}


@dataclass(frozen=True)
class Choice:
    """A move that this user could make: what has to be there first, and whether it is barred to them.

    `own_work`: they filled in answers, so somebody else takes this step (`OWN_WORK`).
    """

    move: Move
    lacks: tuple[Need, ...]
    own_work: bool = False

    @property
    def is_open(self) -> bool:
        """Nothing stands in the way."""
        return not self.lacks and not self.own_work


def right(from_: State, to: State) -> Action:
    """Tell which right a move takes."""
    if withdraws(Move(from_, to)):
        return Action.REWEIGH  # who may call may withdraw
    return Action.OFFER if to is State.CONCEPT and from_ in _TAKING_BACK else RIGHTS[to]


def state(tx: Transaction, assessment: UUID) -> State:
    """Tell where an assessment stands."""
    last = tx.road.latest(assessment)
    return last.to if last else State.CONCEPT


def standing(tx: Transaction, held: Assessment) -> Standing:
    """Tell where an assessment stands, with what its next moves depend on."""
    advice = advice_on(tx, held)
    kind = advice.kind if advice else None
    last = tx.road.latest(held.id)
    called_from = last.from_ if last and last.to is State.REWEIGH else None
    at = last.to if last else State.CONCEPT
    return Standing(at, held.finished, kind, _decision(tx, held.id), called_from)


def advice_on(tx: Transaction, held: Assessment) -> Advice | None:
    """Give the advice on this round, as far as it came since the assessment was last offered."""
    advice, offered = tx.reviews.latest_advice(held.id), tx.road.latest(held.id, State.IN_REVIEW)
    if advice is None or offered is None or advice.round != held.round or advice.at < offered.at:
        return None
    return advice


def is_own_work(tx: Transaction, user: User, assessment: UUID, to: State) -> bool:
    """Tell whether somebody else has to bring an assessment there than this user, who filled in answers.

    Without sign-in one user may practise the session, advice and all; see docs/decisions/0013.
    """
    if to not in OWN_WORK or (to is State.ADVISED and Role.LOCAL in user.roles):
        return False
    return user.name in tx.answers.authors(assessment)


def where(store: Store, user: User, assessment: UUID) -> Standing:
    """Tell a reader where an assessment stands. Raises NotFound, NotAllowed."""
    with store.reading() as tx:
        return standing(tx, access.read(tx, user, assessment))


def history(store: Store, user: User, assessment: UUID) -> list[Transition]:
    """List the moves so far, oldest first. Raises NotFound, NotAllowed."""
    with store.reading() as tx:
        access.read(tx, user, assessment)
        return tx.road.of(assessment)


def choices(store: Store, user: User, assessment: UUID) -> tuple[Choice, ...]:
    """List the moves that this user may make from here, also those for which something is missing.

    Raises NotFound, NotAllowed.
    """
    with store.reading() as tx:
        held = access.read(tx, user, assessment)
        now = standing(tx, held)
        return tuple(
            Choice(move, lacking(move, now), _is_barred(tx, user, assessment, move))
            for move in moves(now)
            if access.allows(tx, user, right(move.from_, move.to), held)
        )


def move(
    store: Store,
    user: User,
    assessment: UUID,
    to: State,
    *,
    why: str = "",
    detail: Mapping[str, Any] | None = None,
) -> Transition:
    """Go one step on the road.

    `detail` depends on where it goes, see `assessment.road_entries`. Raises StepImpossible when the table has
    no such move, StepIncomplete when something it needs is missing, DecidesOnOwnWork, AdvisesOnOwnWork,
    NotFinished, NotFound, NotAllowed.
    """
    with store.transaction() as tx:
        return step(tx, user, assessment, to, why=why, detail=detail)


def step(
    tx: Transaction,
    user: User,
    assessment: UUID,
    to: State,
    *,
    why: str = "",
    detail: Mapping[str, Any] | None = None,
) -> Transition:
    """Do what `move` does, as part of something larger."""
    # Held before anything is looked up: of two people at once the second one sees what the first one did.
    held = access.hold(tx, user, assessment, Action.READ)
    now = standing(tx, held)
    access.require(tx, user, right(now.state, to), held)
    chosen = _possible(tx, user, now, held, to)
    reader = Reader(tx.now.astimezone(CLOCK).date())
    reason, entries = read_entries(chosen, now, _storable({**(detail or {}), WHY: why}), reader)
    if reader.faults:
        raise StepIncomplete(reader.faults)
    if withdraws(chosen):
        # What was noted when it came there holds again: the decision, the first day of use, what was met.
        before = tx.road.latest(held.id, to)
        entries = dict(before.detail) if before else entries
    if to is State.CONCEPT:
        _reopen(tx, user, held)
    return _record(tx, user, held, chosen, reason, entries)


def _reopen(tx: Transaction, user: User, held: Assessment) -> None:
    tx.assessments.change(held.id, tx.now, finished_at=None, round=held.round + 1)
    opened = tx.audit.claim("assessment", held.id)
    tx.audit.note(held.id, "reopened", user.name, str(held.round + 1), opened)


def _record(
    tx: Transaction, user: User, held: Assessment, chosen: Move, why: str, detail: Mapping[str, Any]
) -> Transition:
    last = tx.road.latest(held.id)
    number = last.number + 1 if last else 1
    made = Transition(held.id, number, held.round, chosen.from_, chosen.to, why, detail, user.name, tx.now)
    tx.road.add(made)
    steps = {"from": chosen.from_.value, "to": chosen.to.value}
    tx.audit.note(
        held.id, "transition", user.name, detail={**steps, **tx.audit.claim("transition", held.id, number)}
    )
    return made


def _storable(given: Any) -> Any:
    """Clean the texts in what somebody gave of what a database refuses."""
    if isinstance(given, Mapping):
        return {name: _storable(value) for name, value in given.items()}
    if isinstance(given, list | tuple):
        return [_storable(value) for value in given]
    return clean(given) if isinstance(given, str) else given


def _possible(tx: Transaction, user: User, now: Standing, held: Assessment, to: State) -> Move:
    if now.state is State.CONCEPT and to is State.CONCEPT and not held.finished:
        raise NotFinished
    chosen = move_to(now, to)
    if chosen is None:
        raise StepImpossible(standing_text(now))
    if _is_barred(tx, user, held.id, chosen):
        raise OWN_WORK[to]
    missing = lacking(chosen, now)
    if missing:
        raise StepIncomplete({need.value: lack_text(need) for need in missing})
    return chosen


def _is_barred(tx: Transaction, user: User, assessment: UUID, move: Move) -> bool:
    return not withdraws(move) and is_own_work(tx, user, assessment, move.to)


def _decision(tx: Transaction, assessment: UUID) -> Decision | None:
    last = tx.road.latest(assessment, State.DECIDED)
    return read_decision(last.detail, Reader()) if last else None
