"""What each of all assessments amounts to, kept between readings: a snapshot never changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from assessment.evaluation import evaluate
from assessment.framework import Framework
from assessment.portfolio.reading import Judged, SnapshotReader, read_outcome
from services import frameworks
from services.errors import UnknownFramework
from storage.portfolio import Finished
from storage.records import Assessment
from storage.store import Transaction

_Key = tuple[object, ...]


@dataclass
class _Kept:
    """What the last reading found: snapshots by their hash, the rest by all that it depends on."""

    snapshots: dict[str, Judged] = field(default_factory=dict)
    now: dict[_Key, Judged] = field(default_factory=dict)


_KEPT = _Kept()


def framework_of(version: str) -> Framework | None:
    """Give a version of the framework; None when it is not on this server any more."""
    try:
        return frameworks.get(version)
    except UnknownFramework:
        return None


def judge(
    tx: Transaction, held: Sequence[Assessment], finished: Mapping[UUID, Finished], on: date
) -> dict[UUID, Judged]:
    """Tell what each assessment amounts to, as far as its framework is still there.

    That is what its newest snapshot says. Without one, and where a person set a level by hand, the answers of
    now are judged as of the day `on`.
    """
    overridden = tx.portfolio.overrides()
    there = {version for version in {each.framework_version for each in held} if framework_of(version)}
    readable = [each for each in held if each.framework_version in there]
    recorded = [finished[each.id] for each in readable if each.id in finished and each.id not in overridden]
    now = [each for each in readable if each.id not in finished or each.id in overridden]
    return _snapshots(tx, recorded) | _judged(tx, now, on)


def _snapshots(tx: Transaction, wanted: Sequence[Finished]) -> dict[UUID, Judged]:
    known = {made.sha256: _KEPT.snapshots[made.sha256] for made in wanted if made.sha256 in _KEPT.snapshots}
    versions = {made.framework_version for made in wanted}
    readers = {version: SnapshotReader(frameworks.get(version)) for version in versions}
    new = {made.assessment: made for made in wanted if made.sha256 not in known}
    for assessment, content in tx.portfolio.contents(new.values()):
        made = new[assessment]
        known[made.sha256] = readers[made.framework_version].read(content, made.on)
    # Replaced, not added to: what is gone must not stay in memory for ever.
    _KEPT.snapshots = known
    return {made.assessment: known[made.sha256] for made in wanted}


def _judged(tx: Transaction, held: Sequence[Assessment], on: date) -> dict[UUID, Judged]:
    # Every answer and every override moves the moment of change.
    keys: dict[UUID, _Key] = {
        each.id: (each.id, each.updated_at, each.framework_version, on) for each in held
    }
    known = {key: _KEPT.now[key] for key in keys.values() if key in _KEPT.now}
    new = [each for each in held if keys[each.id] not in known]
    replies = tx.portfolio.replies([each.id for each in new])
    overrides = tx.portfolio.overrides() if new else {}
    versions = {each.framework_version: frameworks.get(each.framework_version) for each in new}
    for each in new:
        outcome = evaluate(versions[each.framework_version], replies.get(each.id, {}), on)
        known[keys[each.id]] = read_outcome(outcome, overrides.get(each.id, {}))
    _KEPT.now = known
    return {assessment: known[key] for assessment, key in keys.items()}
