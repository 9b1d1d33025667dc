"""Users: who is at the screen."""

from dataclasses import dataclass

from texts import _


@dataclass(frozen=True)
class User:
    """Somebody who works in the app; `name` identifies them, `display` is what people read."""

    name: str
    display: str


def local_user() -> User:
    """Give the one user of an installation without sign-in."""
    return User("lokaal", _("Lokale gebruiker"))
