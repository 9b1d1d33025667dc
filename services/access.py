"""Who may do what: one table, asked by every service."""

from collections.abc import Iterable, Mapping
from enum import Enum, auto
from uuid import UUID

from services.errors import AssessmentFinished, NotAllowed, NotFound
from services.roles import OF_ASSESSMENT, Role
from services.users import User
from storage.records import Assessment
from storage.store import Transaction

__all__ = ["MAY", "Action", "Role"]


class Action(Enum):
    """What a user can do."""

    CREATE = auto()
    BRING_WHOLE = auto()  # bring in a file with the decisions and names that it tells of
    LIST = auto()  # see the assessments one takes part in
    LIST_ALL = auto()  # see those of everybody
    READ = auto()
    ANSWER = auto()
    RENAME = auto()
    ATTACH = auto()
    FINISH = auto()
    REOPEN = auto()
    INVITE = auto()  # name colleagues and the process owner
    OFFER = auto()  # offer for review, or take back
    REVIEW = auto()  # open, lead and close a review session
    VOTE = auto()  # answer in a review session, when invited
    ADVISE = auto()  # record the advice of the ethics network
    DECIDE = auto()  # record the decision
    USE = auto()  # take in use, end
    REWEIGH = auto()  # call for weighing again
    RAISE = auto()  # set a tier or instrument higher by hand
    LOWER = auto()  # set it lower by hand, with a reason
    COMMENT = auto()  # discuss an answer outside a session
    AUDIT = auto()  # read the audit trail
    SEE_REGISTER = auto()
    KEEP_REGISTER = auto()  # add, change and import algorithms; tie assessments to them
    DO = auto()  # record what was done of what an assessment asks for
    SEE_PORTFOLIO = auto()  # what all algorithms amount to together
    SEE_FRAMEWORK = auto()  # the questions, rules and instruments, and what they touch
    KEEP_FRAMEWORK = auto()  # try another version, and re-judge in it
    SCAN = auto()  # fill in how far the organisation is
    PUBLISH = auto()  # record the overview that the council gets


_EVERYBODY = frozenset({Action.SEE_REGISTER, Action.SEE_FRAMEWORK})
_READ = _EVERYBODY | {Action.LIST, Action.LIST_ALL, Action.READ, Action.SEE_PORTFOLIO}
_JUDGE = _READ | {Action.RAISE, Action.COMMENT}
_WATCH = _JUDGE | {Action.REWEIGH, Action.AUDIT}
MAY: Mapping[Role, frozenset[Action]] = {
    Role.BIM: _EVERYBODY | {Action.CREATE, Action.LIST},
    Role.NETWORK: _JUDGE | {Action.VOTE},
    Role.SECRETARY: _WATCH | {Action.REVIEW, Action.ADVISE},
    Role.FG: _WATCH | {Action.VOTE, Action.LOWER},
    Role.CISO: _WATCH | {Action.VOTE},
    Role.CIO_OFFICE: _WATCH
    | {Action.LOWER, Action.KEEP_REGISTER, Action.KEEP_FRAMEWORK, Action.DO, Action.SCAN, Action.PUBLISH},
    Role.COLLEGE_SECRETARY: _READ | {Action.DECIDE, Action.PUBLISH},
    Role.READER: _READ,
    Role.AUTHOR: frozenset(
        {
            Action.READ,
            Action.ANSWER,
            Action.RENAME,
            Action.ATTACH,
            Action.DO,
            Action.FINISH,
            Action.REOPEN,
            Action.INVITE,
            Action.OFFER,
            Action.RAISE,
            Action.COMMENT,
            Action.AUDIT,
        }
    ),
    Role.PROCESS_OWNER: frozenset(
        {
            Action.READ,
            Action.INVITE,
            Action.COMMENT,
            Action.OFFER,
            Action.USE,
            Action.DO,
            Action.REWEIGH,
            Action.RAISE,
            Action.AUDIT,
        }
    ),
    Role.LOCAL: frozenset(Action),
}


def roles(tx: Transaction, user: User, assessment: Assessment | None) -> frozenset[Role]:
    """Tell what this user is to this assessment (None: to the app).

    What one is to an assessment counts only beside a role from sign-in: who left the municipality has none.
    """
    given = user.roles - OF_ASSESSMENT
    if assessment is None or not given or Role.LOCAL in given:
        return given
    return _with_named(given, user, assessment, tx.members.roles_of(assessment.id, user.name))


def readers(tx: Transaction, users: Iterable[User], assessment: Assessment) -> list[User]:
    """Give those of these users who may read the assessment."""
    named: dict[str, set[str]] = {}
    for member in tx.members.of(assessment.id):
        named.setdefault(member.user, set()).add(member.role)
    found = []
    for user in users:
        given = user.roles - OF_ASSESSMENT
        held = _with_named(given, user, assessment, named.get(user.name, ())) if given else given
        if any(Action.READ in MAY[role] for role in held):
            found.append(user)
    return found


def _with_named(
    given: frozenset[Role], user: User, assessment: Assessment, named: Iterable[str]
) -> frozenset[Role]:
    maker = {Role.AUTHOR} if assessment.created_by == user.name else set()
    return given | ({Role(role) for role in named} & OF_ASSESSMENT) | maker


def allows(tx: Transaction, user: User, action: Action, assessment: Assessment | None = None) -> bool:
    """Tell whether one of the roles of this user allows the action."""
    return any(action in MAY[role] for role in roles(tx, user, assessment))


def require(tx: Transaction, user: User, action: Action, assessment: Assessment | None = None) -> None:
    """Pass when one of the roles of this user allows the action. Raises NotAllowed."""
    if not allows(tx, user, action, assessment):
        raise NotAllowed


def read(tx: Transaction, user: User, assessment: UUID) -> Assessment:
    """Look up an assessment that this user may read. Raises NotFound, NotAllowed."""
    return _required(tx, tx.assessments.find(assessment), user, Action.READ)


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
    return _required(tx, tx.assessments.change(assessment, tx.now), user, action)


def _required(tx: Transaction, found: Assessment | None, user: User, action: Action) -> Assessment:
    if found is None:
        raise NotFound
    require(tx, user, action, found)
    return found
