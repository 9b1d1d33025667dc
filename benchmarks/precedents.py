"""Precedents among 10,000 finished assessments, on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from time import perf_counter
from uuid import UUID, uuid4

from assessment.cases import load_cases, read_answers
from assessment.evaluation import evaluate
from assessment.outcome import Outcome
from assessment.snapshot import freeze
from benchmarks.measure import Figure, p95, times
from benchmarks.stores import both
from services import frameworks, precedents
from services.users import local_user
from storage.records import Assessment, Snapshot
from storage.store import Store

ASSESSMENTS = 10_000
LOOKS = 30
ON = date(2026, 11, 22)


def figures() -> list[Figure]:
    """Measure with databases of our own."""
    found: list[Figure] = []
    for store, kind in both():
        found += _measured(store, kind)
    return found


def _measured(store: Store, kind: str) -> Iterator[Figure]:
    outcomes = _outcomes()
    made = _made(store, outcomes)
    begun = perf_counter()
    precedents.fill(store)
    yield Figure(f"keys of 10,000 snapshots, once, {kind}", perf_counter() - begun, "s")
    for name, outcome in outcomes.items():
        if name in ("c01", "c14", "c22"):
            spent = times(lambda: precedents.of(store, local_user(), made, outcome), LOOKS)  # noqa: B023
            yield Figure(f"precedents of {name}, {kind}, p95", p95(spent), "ms", 150)


def _outcomes() -> dict[str, Outcome]:
    framework = frameworks.current()
    cases = load_cases(frameworks.folder(framework.version))
    return {case.id: evaluate(framework, read_answers(framework, case.answers), ON) for case in cases}


def _made(store: Store, outcomes: dict[str, Outcome]) -> UUID:
    """Make finished assessments of the worked cases in turn; return one of them."""
    frozen = [(outcome.framework, freeze(outcome)) for outcome in outcomes.values()]
    now, last = datetime.now(UTC), uuid4()
    with store.transaction() as tx:
        for number in range(ASSESSMENTS):
            framework, made = frozen[number % len(frozen)]
            version = (framework.version, framework.hash)
            last = uuid4()
            tx.assessments.add(Assessment(last, f"A {number}", *version, now, "lokaal", now, 1, now))
            tx.snapshots.add(
                Snapshot(last, 1, *version, made.answers_hash, ON, made.content, made.hash, {}, "lokaal", now)
            )
    return last
