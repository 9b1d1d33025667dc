"""Who may do what: one table, asked by every service."""

from collections.abc import Mapping
from enum import Enum, auto
from uuid import UUID

from services.errors import AssessmentFinished, NotAllowed, NotFound
from services.users import User
from storage.records import Assessment
from storage.store import Transaction


class Action(Enum):
    """What a user can do."""

    CREATE = auto()
    LIST = auto()
    READ = auto()
    ANSWER = auto()
    RENAME = auto()
    ATTACH = auto()
    FINISH = auto()
    REOPEN = auto()


class Role(Enum):
    """What somebody is to an assessment."""

    LOCAL = auto()  # without sign-in there is one user, whose machine it is


MAY: Mapping[Role, frozenset[Action]] = {
    Role.LOCAL: frozenset(Action),
}


def roles(_user: User, _assessment: Assessment | None) -> frozenset[Role]:
    """Tell what this user is to this assessment (None: to the app)."""
    return frozenset({Role.LOCAL})


def require(user: User, action: Action, assessment: Assessment | None = None) -> None:
    """Pass when one of the roles of this user allows the action. Raises NotAllowed."""
    if not any(action in MAY[role] for role in roles(user, assessment)):
        raise NotAllowed


def read(tx: Transaction, user: User, assessment: UUID) -> Assessment:
    """Look up an assessment that this user may read. Raises NotFound, NotAllowed."""
    return _required(tx.assessments.find(assessment), user, Action.READ)


def change(tx: Transaction, user: User, assessment: UUID, action: Action) -> Assessment:
    """Take hold of an open assessment until the end of the transaction: nobody else changes it meanwhile.

    Raises NotFound, NotAllowed, AssessmentFinished.
    """
    held = hold(tx, user, assessment, action)
    if held.finished:
        raise AssessmentFinished
    return held


def hold(tx: Transaction, user: User, assessment: UUID, action: Action) -> Assessment:
    """Take hold of an assessment, finished or not. Raises NotFound, NotAllowed."""
    return _required(tx.assessments.change(assessment, tx.now), user, action)


def _required(found: Assessment | None, user: User, action: Action) -> Assessment:
    if found is None:
        raise NotFound
    require(user, action, found)
    return found
