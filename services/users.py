"""Users: who is at the screen."""

from dataclasses import dataclass

from services.roles import Role
from texts import _


@dataclass(frozen=True)
class User:
    """Somebody who works in the app; `name` identifies them, `display` is what people read.

    `roles` are those of sign-in; what somebody is to one assessment stands in the database.
    """

    name: str
    display: str
    roles: frozenset[Role] = frozenset()


def local_user() -> User:
    """Give the one user of an installation without sign-in."""
    return User("lokaal", _("Lokale gebruiker"), frozenset({Role.LOCAL}))
