"""Precedents: earlier assessments with the same deciding answers, as far as the user may read them."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from assessment.answers import Value, parse
from assessment.evaluation import evaluate
from assessment.faults import FrameworkFaults
from assessment.framework import Framework
from assessment.outcome import Outcome
from assessment.override import TIER, settle
from assessment.precedents import Difference, basis, differences
from services import access, frameworks
from services.access import Action
from services.errors import UnknownFramework
from services.users import User
from storage.precedents import Precedent
from storage.records import Assessment, Snapshot
from storage.store import Store, Transaction

SHOWN = 3  # of each tier
BATCH = 200


@dataclass(frozen=True)
class Found:
    """One earlier assessment: its tier when it was last finished, and what made it another one than here.

    `by_hand` is the tier that somebody set beside it, `framework_version` that of a round that was weighed
    again to find out.
    """

    assessment: Assessment
    precedent: Precedent
    framework_version: str = ""
    by_hand: str | None = None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True)
class Precedents:
    """Earlier assessments that rest on the same answers: how many per tier, and the newest of each."""

    tiers: Counter[str]
    shown: tuple[Found, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return self.tiers.total()


def of(store: Store, user: User, assessment: UUID, outcome: Outcome) -> Precedents:
    """Find earlier assessments with the answers that decide `outcome`, the same tier first.

    Only those the user may read are counted or shown. Raises NotFound, NotAllowed.
    """
    tier = outcome.tier.dimension
    with store.reading() as tx:
        access.read(tx, user, assessment)
        keys = basis(outcome).deciding
        if not keys:
            return Precedents(Counter(), ())
        reader = None if access.allows(tx, user, Action.READ) else user.name
        tiers = tx.precedents.tiers(keys, assessment, reader)
        order = sorted(tiers, key=lambda level: (level != outcome.tier.counted, -tier.rank.get(level, 0)))
        shown = [
            found
            for level in order
            for precedent in tx.precedents.newest(keys, assessment, reader, level, limit=SHOWN)
            for found in _found(tx, user, precedent, outcome)
        ]
        return Precedents(tiers, tuple(shown))


def keep(tx: Transaction, snapshot: Snapshot, outcome: Outcome) -> None:
    """Keep what the outcome of a finished round rests on, as part of finishing it."""
    found = basis(outcome)
    precedent = Precedent(snapshot.assessment, snapshot.round, found.tier, snapshot.at)
    tx.precedents.put(precedent, found.keys)


def fill(store: Store) -> int:
    """Keep it for every finished assessment that has none yet, such as those of older versions; count them.

    One whose framework is not on this server is left out of the precedents.
    """
    done = 0
    while True:
        with store.transaction() as tx:
            missing = tx.precedents.missing(BATCH)
            for assessment in missing:
                _keep_last(tx, assessment)
        done += len(missing)
        if len(missing) < BATCH:
            return done


def _keep_last(tx: Transaction, assessment: UUID) -> None:
    snapshot = tx.snapshots.latest(assessment)
    outcome = _outcome(snapshot) if snapshot else None
    if snapshot and outcome:
        keep(tx, snapshot, outcome)
    elif snapshot:
        tx.precedents.put(Precedent(assessment, snapshot.round, "", snapshot.at), ())


def _found(tx: Transaction, user: User, precedent: Precedent, here: Outcome) -> Iterator[Found]:
    held = tx.assessments.find(precedent.assessment)
    if held is None or not access.allows(tx, user, Action.READ, held):
        return
    overrides = tx.overrides.current(held.id)
    if precedent.tier == here.tier.counted and TIER not in overrides:
        # Most are like this one, and there is nothing more to say about them.
        yield Found(held, precedent)
        return
    snapshot = tx.snapshots.latest(precedent.assessment)
    there = _outcome(snapshot) if snapshot else None
    if snapshot is None or there is None:
        return
    settled = settle(there, overrides)[TIER]
    yield Found(
        held,
        precedent,
        snapshot.framework_version,
        settled.level if settled.stands else None,
        differences(here, there) if precedent.tier != here.tier.counted else (),
    )


def _outcome(snapshot: Snapshot) -> Outcome | None:
    """Weigh the answers of a snapshot again; None when its framework is gone or broken, or it is itself.

    What is only an index must never keep the app from starting.
    """
    try:
        framework = frameworks.get(snapshot.framework_version)
        return evaluate(framework, _answers(framework, snapshot), snapshot.on)
    except (UnknownFramework, FrameworkFaults, ValueError, KeyError, TypeError):
        return None


def _answers(framework: Framework, snapshot: Snapshot) -> dict[str, Value]:
    raw = json.loads(snapshot.content)["answers"]
    values = {
        name: parse(framework.questions[name], value)
        for name, value in raw.items()
        if name in framework.questions
    }
    return {name: value for name, value in values.items() if value is not None}
