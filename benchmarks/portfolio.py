"""The portfolio of 10,000 entries, each with an assessment, on SQLite and on PostgreSQL."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from time import perf_counter
from uuid import uuid4

from assessment.cases import load_cases, read_answers
from assessment.evaluation import evaluate
from assessment.portfolio import counting, measuring
from assessment.portfolio.portfolio import Portfolio
from assessment.register.entry import Entry
from assessment.snapshot import Frozen, freeze, sha256
from benchmarks.measure import Figure
from benchmarks.stores import both
from services import assessments, frameworks, portfolio
from services.users import local_user
from storage.records import Assessment, Snapshot
from storage.store import Store, Transaction

ENTRIES = 10_000
ON = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, tzinfo=UTC)
DOMAINS = ("fysiek", "sociaal", "dienstverlening", "bedrijfsvoering")


def figures() -> list[Figure]:
    """Measure with databases of our own."""
    found: list[Figure] = []
    for store, kind in both():
        with store.transaction() as tx:
            _fill(tx)
        found += _readings(store, kind)
    return found


def _readings(store: Store, kind: str) -> Iterator[Figure]:
    user, what = local_user(), f"portfolio of 10,000, {kind}"
    spent, _found = _timed(lambda: portfolio.facts(store, user, ON))
    yield Figure(f"{what}: read for the first time", spent, "s", 10)
    assessments.create(store, user, title="Nieuw", framework=frameworks.current())
    spent, found = _timed(lambda: portfolio.facts(store, user, ON))
    yield Figure(f"{what}: read after a change", spent, "s", 3)
    spent, _counted = _timed(lambda: _count(found))
    yield Figure(f"{what}: everything counted", spent, "s", 2)
    spent, _found = _timed(lambda: portfolio.facts(store, user, ON))
    yield Figure(f"{what}: read again", spent, "s", 0.1)


def _timed(action: Callable[[], Portfolio]) -> tuple[float, Portfolio]:
    begun = perf_counter()
    made = action()
    return perf_counter() - begun, made


def _count(found: Portfolio) -> Portfolio:
    counting.by_domain_and_tier(found)
    counting.gaps(found)
    counting.duties(found)
    counting.work_by_role(found)
    counting.overdue(found)
    measuring.norms_today(found)
    return found


def _fill(tx: Transaction) -> None:
    framework = frameworks.current()
    cases = load_cases(frameworks.folder(framework.version))
    frozen = [freeze(evaluate(framework, read_answers(framework, case.answers), ON)) for case in cases]
    entries = [_entry(number) for number in range(ENTRIES)]
    tx.register.add(*entries)
    for number, entry in enumerate(entries):
        made = Assessment(
            uuid4(), entry.name, framework.version, framework.hash, NOW, "lokaal", NOW, 1, finished_at=NOW
        )
        tx.assessments.add(made)
        tx.snapshots.add(_snapshot(made, frozen[number % len(frozen)]))
        tx.register.link(entry, made.id, "lokaal", NOW)


def _entry(number: int) -> Entry:
    values = {"naam": f"Algoritme {number}", "domein": DOMAINS[number % 4], "status": "in_gebruik"}
    return Entry(uuid4(), str(number + 1), values, 1, NOW, "lokaal")


def _snapshot(made: Assessment, frozen: Frozen) -> Snapshot:
    # Each its own hash, as in life: equal outcomes of different assessments differ in their answers.
    own = sha256(f"{frozen.hash}{made.id}")
    about = (made.framework_version, made.framework_hash, frozen.answers_hash, ON)
    return Snapshot(made.id, 1, *about, frozen.content, own, {}, "lokaal", NOW)
