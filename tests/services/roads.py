"""People with one role each, and assessments that stand anywhere on the road."""

from datetime import date
from uuid import UUID, uuid4

from assessment.review.advice import AdviceKind, Proviso
from assessment.road import State
from services import examples, finishing, road
from services.roles import OF_ASSESSMENT, Role
from services.users import User
from storage.records import Member
from storage.review_records import Advice, Review
from storage.store import Store

ON = date(2026, 11, 22)
WHY = "Zo is het afgesproken"
DECISION = {
    "verdict": "go",
    "on": "2026-11-20",
    "body": "college",
    "number": "2026/1234",
    "conditions": [],
    "dissent": "",
}


def person(role: Role) -> User:
    """Give somebody with one role; what one is to an assessment stands with the assessment."""
    return User(f"met-{role}", role, frozenset({Role.BIM if role in OF_ASSESSMENT else role}))


MAKER = person(Role.AUTHOR)
OWNER = person(Role.PROCESS_OWNER)
CLERK = person(Role.COLLEGE_SECRETARY)
SECRETARY = person(Role.SECRETARY)


def new(store: Store) -> UUID:
    """Begin an assessment with answers and a process owner, made by `MAKER`."""
    made = examples.copy_example(store, MAKER, "c01").id
    with store.transaction() as tx:
        tx.members.add(Member(made, OWNER.name, Role.PROCESS_OWNER, MAKER.name, tx.now))
    return made


def finished(store: Store) -> UUID:
    """Begin an assessment, and finish its round."""
    made = new(store)
    finishing.finish(store, MAKER, made, ON)
    return made


def offered(store: Store) -> UUID:
    """Bring an assessment up to its review."""
    made = finished(store)
    road.move(store, MAKER, made, State.IN_REVIEW)
    return made


def advised(store: Store, kind: AdviceKind = AdviceKind.POSITIVE, *conditions: Proviso) -> UUID:
    """Bring an assessment past its review."""
    made = offered(store)
    advise(store, made, kind, *conditions)
    return made


def advise(store: Store, assessment: UUID, kind: AdviceKind, *conditions: Proviso) -> None:
    """Give an advice as the end of a review does, in one transaction with the move."""
    with store.transaction() as tx:
        held = tx.assessments.find(assessment)
        assert held is not None
        review = Review(uuid4(), assessment, held.round, False, SECRETARY.name, tx.now)
        tx.reviews.add(review)
        tx.reviews.add_advice(
            Advice(
                uuid4(),
                assessment,
                review.id,
                held.round,
                kind,
                kind,
                "Zo adviseren wij",
                conditions,
                (),
                (),
                (),
                (),
                SECRETARY.name,
                tx.now,
            )
        )
        road.step(tx, SECRETARY, assessment, State.ADVISED)


def decided(store: Store, verdict: str = "go", **entries: object) -> UUID:
    """Bring an assessment up to a decision, without an advice."""
    made = offered(store)
    detail = DECISION | {"verdict": verdict} | entries
    road.move(store, CLERK, made, State.DECIDED, why=WHY, detail=detail)
    return made


def on_watch(store: Store, verdict: str = "go", **entries: object) -> UUID:
    """Bring an algorithm into use."""
    made = decided(store, verdict, **entries)
    road.move(store, OWNER, made, State.ON_WATCH, detail={"on": "2026-11-22"})
    return made


def in_use(store: Store) -> UUID:
    """Bring an algorithm past its watch list."""
    made = on_watch(store)
    road.move(store, OWNER, made, State.IN_USE, why=WHY)
    return made


def to_reweigh(store: Store) -> UUID:
    """Call for weighing an algorithm in use again."""
    made = in_use(store)
    road.move(store, OWNER, made, State.REWEIGH, why=WHY, detail={"trigger": "data"})
    return made


def ended(store: Store) -> UUID:
    """Stop an algorithm that was in use."""
    made = in_use(store)
    road.move(store, OWNER, made, State.ENDED, why=WHY)
    return made
