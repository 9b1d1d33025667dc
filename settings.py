"""Settings: the environment, read once into typed values."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from texts import _

ROOT = Path(__file__).resolve().parent
DATABASES = ("sqlite:", "postgres:", "postgresql:", "postgresql+psycopg:")


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
