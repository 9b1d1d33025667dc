"""Settings: the environment, read once into typed values."""

import math
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from services.roles import OF_ASSESSMENT, Role
from texts import _

ROOT = Path(__file__).resolve().parent
DATABASES = ("sqlite:", "postgres:", "postgresql:", "postgresql+psycopg:")
THIS_COMPUTER = ("localhost", "127.0.0.1", "::1")
ALLOW_LOCAL_MODE = "WEEGSCHAAL_ALLOW_LOCAL_MODE"

# Signing in needs all of these, or is not set up at all.
REQUIRED = (
    "WEEGSCHAAL_OIDC_URL",
    "WEEGSCHAAL_OIDC_CLIENT_ID",
    "WEEGSCHAAL_OIDC_CLIENT_SECRET",
    "WEEGSCHAAL_OIDC_COOKIE_SECRET",
    "WEEGSCHAAL_URL",
    "WEEGSCHAAL_ROLES",
)
SIGN_IN = (*REQUIRED, "WEEGSCHAAL_ROLES_CLAIM", "WEEGSCHAAL_SESSION_HOURS")
COOKIE_SECRET = 32  # characters
LONGEST_SESSION = 7 * 24  # hours
# A role that a sign-in can give: the local user has no sign-in, the others come from an assessment.
GIVEN = tuple(role for role in Role if role not in {*OF_ASSESSMENT, Role.LOCAL})


class SettingsError(Exception):
    """A setting that cannot work; its text says in Dutch which one and what to do."""


@dataclass(frozen=True)
class Settings:
    """Where things are and for whom the app runs.

    `var` is the folder for what the app writes; `frameworks` has one folder per framework version; `hosts`
    are the names under which browsers reach the app besides this computer's own.
    """

    database_url: str
    var: Path
    municipality: str
    frameworks: Path
    hosts: tuple[str, ...]


@dataclass(frozen=True)
class SignIn:
    """How people sign in with OpenID Connect.

    `metadata` is the address where the provider describes itself, `url` that of this app for browsers.
    `claim` names what the provider tells about a person, `roles` which roles each value of it gives.
    `length` is how long a sign-in lasts.
    """

    metadata: str
    client_id: str
    client_secret: str = field(repr=False)
    cookie_secret: str = field(repr=False)
    url: str
    claim: str
    roles: Mapping[str, frozenset[Role]]
    length: timedelta


def load(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings; what is absent or empty gets its default. Raises SettingsError."""
    var = _var(environment.get("WEEGSCHAAL_VAR", "").strip())
    return Settings(
        database_url=_database(environment.get("DATABASE_URL", "").strip(), var),
        var=var,
        municipality=environment.get("WEEGSCHAAL_MUNICIPALITY", "").strip() or _("Gemeente"),
        frameworks=_frameworks(environment.get("WEEGSCHAAL_FRAMEWORKS", "").strip()),
        hosts=_hosts(environment.get("WEEGSCHAAL_HOSTS", "")),
    )


def _var(given: str) -> Path:
    folder = Path(given).expanduser().absolute() if given else ROOT / "var"
    if folder.exists() and not folder.is_dir():
        raise SettingsError(
            _("WEEGSCHAAL_VAR wijst naar {folder}, maar dat is geen map. Kies een map.").format(folder=folder)
        )
    return folder


def _database(given: str, var: Path) -> str:
    if not given:
        return f"sqlite:///{var / 'weegschaal.db'}"
    if not given.startswith(DATABASES):
        # Only the scheme is shown: the rest may hold a password.
        raise SettingsError(
            _(
                "DATABASE_URL begint met '{scheme}'. Dat kent Weegschaal niet. Gebruik postgresql://... of "
                "sqlite:///..., of laat DATABASE_URL weg."
            ).format(scheme=given.partition(":")[0][:20])
        )
    return given


def _frameworks(given: str) -> Path:
    folder = Path(given).expanduser().absolute() if given else ROOT / "data" / "framework"
    if given and not folder.is_dir():
        raise SettingsError(
            _(
                "WEEGSCHAAL_FRAMEWORKS wijst naar {folder}, maar die map is er niet. Maak de map of laat "
                "WEEGSCHAAL_FRAMEWORKS weg."
            ).format(folder=folder)
        )
    return folder


def _hosts(given: str) -> tuple[str, ...]:
    hosts = tuple(filter(None, (host.strip() for host in given.split(","))))
    for host in hosts:
        # One colon begins a port; an IPv6 address has more.
        if not re.fullmatch(r"[\w.:*-]+", host) or host.count(":") == 1:
            raise SettingsError(
                _(
                    "WEEGSCHAAL_HOSTS bevat '{host}'. Geef alleen de naam van de server, zonder https:// en "
                    "zonder poort, bijvoorbeeld weegschaal.gemeente.nl. Zet een komma tussen twee namen."
                ).format(host=host)
            )
    return hosts


def sign_in(environment: Mapping[str, str] = os.environ) -> SignIn | None:
    """Read how people sign in; None when nobody does (local mode). Raises SettingsError."""
    given = {name: environment.get(name, "").strip() for name in SIGN_IN}
    if not any(given.values()):
        return None
    missing = [name for name in REQUIRED if not given[name]]
    if missing:
        raise SettingsError(
            _(
                "Aanmelden is maar half ingesteld. Dit ontbreekt: {missing}. Vul het aan, of haal alle "
                "instellingen voor aanmelden weg."
            ).format(missing=", ".join(missing))
        )
    return SignIn(
        metadata=_web_address("WEEGSCHAAL_OIDC_URL", given),
        client_id=given["WEEGSCHAAL_OIDC_CLIENT_ID"],
        client_secret=given["WEEGSCHAAL_OIDC_CLIENT_SECRET"],
        cookie_secret=_cookie_secret(given["WEEGSCHAAL_OIDC_COOKIE_SECRET"]),
        url=_web_address("WEEGSCHAAL_URL", given).rstrip("/"),
        claim=given["WEEGSCHAAL_ROLES_CLAIM"] or "groups",
        roles=_roles(given["WEEGSCHAAL_ROLES"]),
        length=_length(given["WEEGSCHAAL_SESSION_HOURS"]),
    )


def require_local(address: str, environment: Mapping[str, str] = os.environ) -> None:
    """Pass when a server that listens on `address` may run without signing in. Raises SettingsError."""
    named = environment.get("WEEGSCHAAL_HOSTS", "").strip()
    if environment.get(ALLOW_LOCAL_MODE, "").strip() == "1" or (address in THIS_COMPUTER and not named):
        return
    raise SettingsError(
        _(
            "Aanmelden is niet ingesteld. Dan is Weegschaal alleen te gebruiken op deze computer zelf, en "
            "niet op {address}: iedereen die erbij kan, mag daar alles. Stel aanmelden in (zie "
            "docs/signin.md). Is het netwerk zelf afgeschermd en wil je het toch? Zet dan {setting}=1."
        ).format(address=named if address in THIS_COMPUTER else address, setting=ALLOW_LOCAL_MODE)
    )


def _web_address(name: str, given: Mapping[str, str]) -> str:
    address = given[name]
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        host = None
    # Without encryption everybody on the way can read who signs in.
    if not host or not (parts.scheme == "https" or (parts.scheme == "http" and host in THIS_COMPUTER)):
        raise SettingsError(
            _("{name} is '{address}'. Geef een heel adres dat met https:// begint.").format(
                name=name, address=address
            )
        )
    return address


def _cookie_secret(given: str) -> str:
    if len(given) < COOKIE_SECRET:
        raise SettingsError(
            _(
                "WEEGSCHAAL_OIDC_COOKIE_SECRET is te kort. Neem minstens {count} willekeurige tekens. Maak "
                "ze bijvoorbeeld met: openssl rand -hex 32."
            ).format(count=COOKIE_SECRET)
        )
    return given


def _roles(given: str) -> Mapping[str, frozenset[Role]]:
    found: dict[str, frozenset[Role]] = {}
    for entry in filter(None, (part.strip() for part in given.split(";"))):
        # Names of groups may hold this sign too (CN=...), names of roles do not.
        value, _sign, name = (part.strip() for part in entry.rpartition("="))
        if not value or name not in GIVEN:
            raise SettingsError(
                _(
                    "WEEGSCHAAL_ROLES bevat '{entry}'. Schrijf groep=rol, met een puntkomma tussen twee. De "
                    "rollen zijn: {roles}."
                ).format(entry=entry, roles=", ".join(GIVEN))
            )
        found[value] = found.get(value, frozenset()) | {Role(name)}
    return found


def _length(given: str) -> timedelta:
    try:
        hours = float(given.replace(",", ".")) if given else 8.0
    except ValueError:
        hours = math.nan
    if not 0 < hours <= LONGEST_SESSION:
        raise SettingsError(
            _("WEEGSCHAAL_SESSION_HOURS is '{hours}'. Geef een aantal uren, hooguit {most}.").format(
                hours=given, most=LONGEST_SESSION
            )
        )
    return timedelta(hours=hours)
