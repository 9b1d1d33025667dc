"""Sign-in: from what the provider says of a person to a user of this app, for as long as that counts.

Streamlit keeps what the provider said in a signed cookie for thirty days and asks nothing after that. So each
run asks here: how old is it, was it ended, and which roles does it give by the settings of today?
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from services.errors import Refused
from services.roles import Role
from services.users import User
from settings import SignIn
from texts import _

Claims = Mapping[str, object]

# A page that is open when a sign-in ends goes on this much longer, so that what is being typed gets saved.
GRACE = timedelta(minutes=15)
# Clocks differ: a sign-in may seem to come from the near future.
SKEW = timedelta(minutes=5)
LONGEST_NAME = 200


class NotSignedIn(Refused):
    """Nobody signed in here."""

    def __init__(self) -> None:
        super().__init__(_("Je bent niet aangemeld. Meld je aan om verder te gaan."))


class SignInExpired(NotSignedIn):
    """Somebody signed in here too long ago."""

    def __init__(self) -> None:
        Refused.__init__(self, _("Je aanmelding is verlopen. Laad de pagina opnieuw en meld je weer aan."))


@dataclass(frozen=True)
class Identity:
    """Who signed in, at what moment, and until when that counts."""

    user: User
    since: datetime
    until: datetime

    def require(self, now: datetime, *, grace: timedelta = timedelta(0)) -> None:
        """Pass while this sign-in counts. Raises SignInExpired, NotSignedIn."""
        if (self.user.name, self.since) in _ended:
            raise NotSignedIn
        if not self.since - SKEW <= now < self.until + grace:
            raise SignInExpired


# Sign-ins that people ended in this process: their other tabs still hold what the provider said.
_ended: set[tuple[str, datetime]] = set()


def identity(claims: Claims, sign_in: SignIn) -> Identity:
    """Tell who signed in. The roles are those of today's settings. Raises NotSignedIn."""
    name, issued = claims.get("sub"), claims.get("iat")
    if claims.get("is_logged_in") is not True or not isinstance(name, str) or not name:
        raise NotSignedIn
    if isinstance(issued, bool) or not isinstance(issued, int | float):
        raise NotSignedIn
    since = datetime.fromtimestamp(issued, UTC)
    user = User(name, _display(claims, name), _roles(claims, sign_in))
    return Identity(user, since, since + sign_in.length)


def end(ended: Identity) -> None:
    """End a sign-in for all tabs of its browser."""
    _ended.add((ended.user.name, ended.since))


def is_valid(claims: Claims, sign_in: SignIn, now: datetime) -> bool:
    """Tell whether somebody is signed in who has a role, or was a moment ago."""
    try:
        found = identity(claims, sign_in)
        found.require(now, grace=GRACE)
    except NotSignedIn:
        return False
    return bool(found.user.roles)


def _display(claims: Claims, name: str) -> str:
    told = (claims.get(claim) for claim in ("name", "preferred_username", "email"))
    texts = (" ".join(text.split()) for text in told if isinstance(text, str))
    return next(filter(None, texts), name)[:LONGEST_NAME]


def _roles(claims: Claims, sign_in: SignIn) -> frozenset[Role]:
    told = claims.get(sign_in.claim)
    values = told if isinstance(told, list | tuple) else [told]
    found = (sign_in.roles.get(value, frozenset()) for value in values if isinstance(value, str))
    return frozenset[Role]().union(*found)
