"""Permissions: what the user at the screen may do, so that it offers nothing else. Services ask again."""

from uuid import UUID

from services import access
from services.access import MAY, Action
from services.users import User
from storage.store import Store


def of(store: Store, user: User, assessment: UUID | None = None) -> frozenset[Action]:
    """Give all that this user may do: with an assessment, or (None) apart from any.

    Raises NotFound, NotAllowed.
    """
    with store.reading() as tx:
        held = access.read(tx, user, assessment) if assessment else None
        return frozenset[Action]().union(*(MAY[role] for role in access.roles(tx, user, held)))
