"""Finishing a round, reopening, and what changed since."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from assessment.answers import Reply, parse
from assessment.evaluation import evaluate
from assessment.framework import Framework
from assessment.outcome import Outcome
from assessment.road import State
from assessment.snapshot import freeze, outcome_json
from services import access, answers, frameworks, precedents, road
from services.access import Action
from services.errors import NotFinished
from services.users import User
from storage.records import Assessment, Revision, Snapshot
from storage.store import Store, Transaction

__all__ = ["AnswerChange", "Changes", "LevelChange", "NotFinished", "Snapshot"]


@dataclass(frozen=True)
class AnswerChange:
    """A question with another reply than before; without a reply it is an empty one."""

    question: str
    before: Reply
    after: Reply


@dataclass(frozen=True)
class LevelChange:
    """A dimension or instrument with other bounds than before: level ids as (at least, at most)."""

    id: str
    before: tuple[str, str]
    after: tuple[str, str]


@dataclass(frozen=True)
class Changes:
    """What is different from a snapshot, each list in the order of the framework."""

    snapshot: Snapshot
    answers: tuple[AnswerChange, ...]
    dimensions: tuple[LevelChange, ...]
    instruments: tuple[LevelChange, ...]


def finish(store: Store, user: User, assessment: UUID, on: date) -> Snapshot:
    """Close the round: freeze answers and outcome as of the day `on`; from now on nothing changes.

    Raises NotFound, NotAllowed, AssessmentFinished.
    """
    with store.transaction() as tx:
        held = access.change(tx, user, assessment, Action.FINISH)
        # Nobody can save between this reading and the end of the transaction: the assessment is held.
        revisions = tx.answers.current(assessment)
        outcome = evaluate(frameworks.get(held.framework_version), answers.values(revisions), on)
        snapshot = _snapshot(tx, user, held, revisions, outcome)
        tx.snapshots.add(snapshot)
        precedents.keep(tx, snapshot, outcome)
        tx.assessments.change(assessment, tx.now, finished_at=tx.now)
        frozen = tx.audit.claim("snapshot", assessment, snapshot.round)
        tx.audit.note(assessment, "snapshot", user.name, str(snapshot.round), frozen)
        closed = tx.audit.claim("assessment", assessment)
        tx.audit.note(assessment, "finished", user.name, str(snapshot.round), closed)
        return snapshot


def reopen(store: Store, user: User, assessment: UUID, *, why: str = "") -> Assessment:
    """Begin a new round with the same answers, where the road leads back to a concept; snapshots stay.

    Raises NotFinished, StepImpossible, StepIncomplete (without a reason where one is needed), NotFound,
    NotAllowed.
    """
    with store.transaction() as tx:
        road.step(tx, user, assessment, State.CONCEPT, why=why)
        return access.read(tx, user, assessment)


def latest_snapshot(store: Store, user: User, assessment: UUID) -> Snapshot | None:
    """Give the snapshot of the last finished round; None when none was ever finished."""
    with store.reading() as tx:
        access.read(tx, user, assessment)
        return tx.snapshots.latest(assessment)


def snapshots(store: Store, user: User, assessment: UUID) -> list[Snapshot]:
    """List the snapshots, first round first. Raises NotFound, NotAllowed."""
    with store.reading() as tx:
        access.read(tx, user, assessment)
        return tx.snapshots.of(assessment)


def changes_since(
    store: Store, user: User, assessment: UUID, on: date, snapshot: Snapshot | None = None
) -> Changes | None:
    """Compare the answers, and the outcome as of `on`, with a snapshot (the latest by default).

    None when nothing was ever finished. A duty that started in between shows too, without any new answer.
    """
    with store.reading() as tx:
        held = access.read(tx, user, assessment)
        since = snapshot or tx.snapshots.latest(assessment)
        if since is None:
            return None
        revisions = tx.answers.current(assessment)
        before = _replies_then(tx, since, revisions)
    framework = frameworks.get(held.framework_version)
    now = outcome_json(evaluate(framework, answers.values(revisions), on))
    then = json.loads(since.content)["outcome"]  # as it was judged then, not as one would judge it today
    return Changes(
        since,
        _changed_answers(framework, since, before, revisions),
        _changed_levels(then["dimensions"], now["dimensions"]),
        _changed_levels(then["instruments"], now["instruments"]),
    )


def recomputes(snapshot: Snapshot) -> bool:
    """Tell whether weighing the answers of a snapshot again gives the same snapshot, to the byte.

    False when somebody edited its framework or its text. Raises UnknownFramework.
    """
    framework = frameworks.get(snapshot.framework_version)
    raw = json.loads(snapshot.content)["answers"]
    values = {name: parse(framework.questions[name], value) for name, value in raw.items()}
    known = {name: value for name, value in values.items() if value is not None}
    again = freeze(evaluate(framework, known, snapshot.on))
    return (again.content, again.hash) == (snapshot.content, snapshot.sha256)


def _snapshot(
    tx: Transaction, user: User, held: Assessment, revisions: Mapping[str, Revision], outcome: Outcome
) -> Snapshot:
    frozen = freeze(outcome)
    return Snapshot(
        assessment=held.id,
        round=held.round,
        framework_version=outcome.framework.version,
        framework_hash=outcome.framework.hash,
        answers_hash=frozen.answers_hash,
        on=outcome.on,
        content=frozen.content,
        sha256=frozen.hash,
        revisions={question: revision.number for question, revision in revisions.items()},
        author=user.name,
        at=tx.now,
    )


def _replies_then(tx: Transaction, since: Snapshot, now: Mapping[str, Revision]) -> dict[str, Reply]:
    """Give the replies of the snapshot, as far as a later revision stands in their place."""
    superseded = {name: number for name, number in since.revisions.items() if now[name].number != number}
    return {name: found.reply for name, found in tx.answers.numbered(since.assessment, superseded).items()}


def _changed_answers(
    framework: Framework, since: Snapshot, then: Mapping[str, Reply], now: Mapping[str, Revision]
) -> tuple[AnswerChange, ...]:
    changed = (name for name in framework.questions if name in then or name in now.keys() - since.revisions)
    both = (AnswerChange(name, then.get(name, Reply(None)), now[name].reply) for name in changed)
    # Who changes an answer and changes it back has changed nothing.
    return tuple(change for change in both if change.before != change.after)


def _changed_levels(then: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[LevelChange, ...]:
    both = (LevelChange(name, _bounds(then[name]), _bounds(now[name])) for name in now if name in then)
    return tuple(change for change in both if change.before != change.after)


def _bounds(outcome: Mapping[str, str]) -> tuple[str, str]:
    return outcome["at_least"], outcome["at_most"]
