"""The portfolio: every algorithm of the municipality on one day, for whoever may see them all."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from assessment.decisions import Decision, read_decision
from assessment.entries import Reader
from assessment.framework import Framework
from assessment.portfolio.lines import RUNNING, AssessmentLine, EntryLine
from assessment.portfolio.portfolio import Portfolio
from assessment.portfolio.reading import Judged, instrument_lines
from assessment.register.entry import Entry
from assessment.reweighing import due_on
from assessment.road import State
from services import access, frameworks, judged, looks
from services.access import Action
from services.users import User
from storage.looks import Looked
from storage.portfolio import Moved
from storage.records import Assessment
from storage.store import Store, Transaction
from texts import language

__all__ = ["Portfolio", "facts", "of"]

# One per language: it holds instruments and norms, which have names.
_last: dict[str, tuple[object, Portfolio]] = {}


def facts(store: Store, user: User, on: date) -> Portfolio:
    """Give everything that is known of all algorithms, as of the day `on`. Raises NotAllowed."""
    looks.follow(store)
    with store.reading() as tx:
        access.require(tx, user, Action.SEE_PORTFOLIO)
        return of(tx, on)


def of(tx: Transaction, on: date) -> Portfolio:
    """Do what `facts` does, as part of something larger. As long as nothing changes it is read once."""
    stamp = (tx.portfolio.stamp(), on, frameworks.versions(), frameworks.current().hash)
    known = _last.get(language())
    if known is None or known[0] != stamp:
        known = _last[language()] = (stamp, _read(tx, on))
    return known[1]


def _read(tx: Transaction, on: date) -> Portfolio:
    looked = tx.looks.all()
    entries = tuple(_entry(entry, looked.get(entry.id)) for entry in tx.register.all())
    return Portfolio(on, frameworks.current(), entries, tuple(_lines(tx, on)), tx.register.links())


def _entry(entry: Entry, look: Looked | None) -> EntryLine:
    found = (look.signal, look.at_least, look.at_most) if look else ()
    return EntryLine(entry.id, entry.number, entry.values, *found)


@dataclass
class _Road:
    """The moves of an assessment that tell where it stands: the last, the last decision, the last start."""

    last: Moved | None = None
    decided: Moved | None = None
    begun: Moved | None = None

    @property
    def state(self) -> State:
        return self.last.to if self.last else State.CONCEPT

    @property
    def decision(self) -> Decision | None:
        return read_decision(json.loads(self.decided.detail), Reader()) if self.decided else None

    @property
    def since(self) -> date | None:
        return date.fromisoformat(json.loads(self.begun.detail)["on"]) if self.begun else None


def _roads(tx: Transaction) -> dict[UUID, _Road]:
    roads: dict[UUID, _Road] = {}
    for moved in tx.portfolio.moves():
        road = roads.setdefault(moved.assessment, _Road())
        road.last = moved
        if moved.to is State.DECIDED:
            road.decided = moved
        if moved.to is State.ON_WATCH:
            road.begun = moved
    return roads


def _lines(tx: Transaction, on: date) -> Iterator[AssessmentLine]:
    held, finished = tx.portfolio.assessments(), tx.portfolio.finished()
    known = {version: judged.framework_of(version) for version in {each.framework_version for each in held}}
    found, done, roads = judged.judge(tx, held, finished, on), tx.portfolio.done(), _roads(tx)
    newest = frameworks.current().version
    for each in held:
        framework, road = known[each.framework_version], roads.get(each.id, _Road())
        if framework is None:
            yield _lost(each, road, on)
        else:
            line = _line(each, framework, found[each.id], road, recorded=each.id in finished)
            asked = instrument_lines(framework, found[each.id], done.get(each.id, {}), on)
            yield replace(line, instruments=asked, new_framework=framework.version != newest)


def _line(
    held: Assessment, framework: Framework, found: Judged, road: _Road, *, recorded: bool
) -> AssessmentLine:
    since = road.since if road.state in RUNNING else None
    return AssessmentLine(
        id=held.id,
        title=held.title,
        framework_version=held.framework_version,
        framework=framework,
        at_least=found.at_least,
        counted=found.counted,
        at_most=found.at_most,
        recorded=recorded,
        finished=held.finished,
        on=found.on,
        state=road.state,
        by_hand=found.by_hand,
        levels=found.levels,
        answers=found.answers,
        decision=road.decision,
        decision_why=road.decided.why if road.decided else "",
        used_since=since,
        due=due_on(framework.reweigh_terms, found.by_hand or found.at_most, since) if since else None,
    )


def _lost(held: Assessment, road: _Road, on: date) -> AssessmentLine:
    """Give what is left of an assessment whose framework is gone: anything may be the case."""
    levels = frameworks.current().dimensions["trede"].levels
    return AssessmentLine(
        id=held.id,
        title=held.title,
        framework_version=held.framework_version,
        at_least=levels[0].id,
        counted=levels[0].id,
        at_most=levels[-1].id,
        recorded=False,
        finished=held.finished,
        on=on,
        state=road.state,
        decision=road.decision,
        decision_why=road.decided.why if road.decided else "",
        used_since=road.since,
        new_framework=True,
    )
