"""Weighing again: which algorithms in use are due, and when."""

import json
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from assessment.evaluation import evaluate
from assessment.framework import Framework
from assessment.override import TIER, settle
from assessment.reweighing import due_on
from assessment.road import State
from services import access, answers, frameworks, road
from services.access import Action
from services.errors import UnknownFramework
from services.users import User
from storage.records import Assessment, Snapshot
from storage.store import Store, Transaction

RUNNING = (State.ON_WATCH, State.IN_USE)
# Who may call for weighing again, or does the weighing, has it in view.
_CONCERNED = (Action.REWEIGH, Action.REOPEN)


@dataclass(frozen=True)
class Due:
    """An algorithm in use since a day: on which day it is weighed again (None: never).

    `new_framework`: a newer framework was adopted since, which is a reason to weigh again by itself.
    """

    assessment: Assessment
    since: date
    on: date | None
    new_framework: bool

    def overdue(self, today: date) -> bool:
        """It has to be weighed again now, by its term or because the framework changed."""
        return self.new_framework or (self.on is not None and self.on <= today)


def of(store: Store, user: User, assessment: UUID) -> Due | None:
    """Tell when one assessment is due; None while its algorithm is not in use.

    Raises NotFound, NotAllowed.
    """
    with store.reading() as tx:
        held = access.read(tx, user, assessment)
        return _due(tx, held) if road.state(tx, held.id) in RUNNING else None


def agenda(store: Store, user: User) -> list[Due]:
    """List the algorithms in use that this user has a part in or watches over, the most urgent first."""
    with store.reading() as tx:
        access.require(tx, user, Action.LIST)
        running = filter(None, map(tx.assessments.find, tx.road.standing_at(RUNNING)))
        found = [_due(tx, held) for held in running if _concerns(tx, user, held)]
    return sorted(found, key=lambda due: (not due.new_framework, due.on or date.max, due.assessment.title))


def _concerns(tx: Transaction, user: User, held: Assessment) -> bool:
    return any(access.allows(tx, user, action, held) for action in _CONCERNED)


def _due(tx: Transaction, held: Assessment) -> Due:
    begun, snapshot = tx.road.latest(held.id, State.ON_WATCH), tx.snapshots.latest(held.id)
    assert begun is not None  # noqa: S101 - it is in use
    assert snapshot is not None  # noqa: S101 - and was decided on
    since = date.fromisoformat(begun.detail["on"])
    try:
        framework = frameworks.get(held.framework_version)
    except UnknownFramework:
        # The list must stay readable. That its framework is gone is a reason to weigh again by itself.
        return Due(held, since, None, new_framework=True)
    tier = _tier(tx, held, framework, snapshot)
    newer = frameworks.current().version != held.framework_version
    return Due(held, since, due_on(framework.reweigh_terms, tier, since), newer)


def _tier(tx: Transaction, held: Assessment, framework: Framework, snapshot: Snapshot) -> str:
    """Give the tier of the last finished round, or the one a person set: what is open counts as severe."""
    overrides = tx.overrides.current(held.id)
    if TIER in overrides:
        given = answers.values(tx.answers.current(held.id))
        settled = settle(evaluate(framework, given, snapshot.on), overrides)[TIER]
        if settled.stands:
            return settled.level
    return str(json.loads(snapshot.content)["outcome"]["dimensions"][TIER]["at_most"])
