"""Bring a database to the shape this version of the app needs, when the app starts."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError, OperationalError

from storage.errors import DatabaseTooNew, DatabaseUnreachable
from storage.store import Store
from texts import _

FOLDER = Path(__file__).resolve().parent / "migrations"
LOCK = 0x57656567  # any number, as long as all versions of the app use the same

# Alembic keeps the migration that runs in a global variable.
_one_at_a_time = threading.Lock()


def migrate(store: Store, to: str = "head") -> None:
    """Make or upgrade the tables, all or nothing; to an older revision `to` only for what was made with it.

    Processes that start together wait for the first one. Raises DatabaseTooNew when a newer version of the
    app was here, DatabaseUnreachable when there is nothing to connect to or what is there is no database.
    """
    with _in_words(), _one_at_a_time, store.engine.begin() as connection:
        _wait_for_turn(connection)
        found = set(MigrationContext.configure(connection).get_current_heads())
        _refuse_newer(found)
        if (to, found) != ("head", {_newest()}):
            command.upgrade(_config(connection), to)


def revision(store: Store) -> str:
    """Tell the revision of a database; empty when it has no tables yet. Raises DatabaseUnreachable."""
    with _in_words(), store.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() or ""


def is_known(wanted: str) -> bool:
    """Tell whether this version of the app knows a revision."""
    return wanted in _known()


@cache
def _known() -> tuple[str, ...]:
    """Return every revision, the newest first. Alembic reads all of its files for that."""
    return tuple(script.revision for script in ScriptDirectory(str(FOLDER)).walk_revisions())


def _newest() -> str:
    return _known()[0]


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        raise DatabaseUnreachable(
            _(
                "De database is niet te openen: {reason}. Kijk of DATABASE_URL klopt, of de database draait "
                "en of Weegschaal er mag schrijven."
            ).format(reason=_first_line(error))
        ) from error
    except DatabaseError as error:
        raise DatabaseUnreachable(
            _(
                "Deze database is niet te gebruiken: {reason}. Misschien is ze beschadigd of is ze niet van "
                "Weegschaal. Zet een reservekopie terug, of kies met DATABASE_URL een andere database."
            ).format(reason=_first_line(error))
        ) from error


def _first_line(error: DatabaseError) -> str:
    return str(error.orig).strip().splitlines()[0]


def _wait_for_turn(connection: Connection) -> None:
    # On SQLite BEGIN IMMEDIATE is the lock already.
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")


def _config(connection: Connection) -> Config:
    config = Config(attributes={"connection": connection})
    # A percent sign in the path would start an interpolation.
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return config


def _refuse_newer(found: set[str]) -> None:
    if unknown := found - set(_known()):
        raise DatabaseTooNew(
            _(
                "Deze database is gemaakt met een nieuwere versie van Weegschaal: stand {revision} is hier "
                "onbekend. Er is niets veranderd. Start die nieuwere versie, of zet een reservekopie terug."
            ).format(revision=", ".join(sorted(unknown)))
        )
