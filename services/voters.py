"""Voters: who could be invited to a review."""

from collections.abc import Iterable
from uuid import UUID

from services import access
from services.access import Action
from services.roles import Role
from services.users import User
from storage.store import Store


def candidates(store: Store, user: User, assessment: UUID) -> dict[str, str]:
    """Give who could be invited, what people read per account: who has a vote by role, and filled in nothing.

    Raises NotFound, NotAllowed.
    """
    with store.reading() as tx:
        held = access.read(tx, user, assessment)
        access.require(tx, user, Action.REVIEW, held)
        makers = tx.answers.authors(assessment)
        known = {
            person.name: person.display
            for person in tx.people.all()
            if _has_vote(person.roles) and person.name not in makers
        }
        # Without sign-in nobody is known but who is at the screen.
        return known | ({user.name: user.display} if _has_vote(user.roles) else {})


def _has_vote(roles: Iterable[str]) -> bool:
    return any(role in list(Role) and Action.VOTE in access.MAY[Role(role)] for role in roles)
