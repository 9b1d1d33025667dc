"""Connections, set up so that SQLite and PostgreSQL give the same promises."""

import time
from collections.abc import Mapping
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from sqlite3 import OperationalError
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from storage.errors import DatabaseUnreachable
from storage.watch import Watch
from texts import _

READING = "reading"  # execution option: this transaction only reads
BUSY_SECONDS = 15
# What people answered must not reach the log with an error: no parameters.
COMMON: Mapping[str, Any] = {"pool_size": 10, "max_overflow": 20, "hide_parameters": True}


def engine_for(url: str) -> Engine:
    """Make an engine for an sqlite:// or postgresql:// address. Raises DatabaseUnreachable."""
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(address)
    return create_engine(address, **COMMON, pool_pre_ping=True)


def reading(engine: Engine) -> Engine:
    """Give `engine` for transactions that only read: one consistent view, and no waiting for writers."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(**{READING: True})
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        raise DatabaseUnreachable(
            _("DATABASE_URL is geen adres van een database. Gebruik postgresql://... of sqlite:///...")
        ) from None
    if "@" in (address.host or ""):
        # What stands before it is the rest of the password, and an error would show it as part of the host.
        raise DatabaseUnreachable(
            _("In DATABASE_URL staat na het wachtwoord nog een @. Schrijf een @ in een wachtwoord als %40.")
        )
    if address.drivername in ("postgres", "postgresql"):
        return address.set(drivername="postgresql+psycopg")
    return address


def _sqlite(address: URL) -> Engine:
    if address.database in (None, "", ":memory:"):
        # Every connection would get an empty database of its own, and all is gone at the end.
        raise DatabaseUnreachable(
            _(
                "Een database in het geheugen bewaart niets. "
                "Geef een bestand op, bijvoorbeeld sqlite:///var/weegschaal.db."
            )
        )
    path = Path(address.database or "")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseUnreachable(
            _("De map {folder} is niet te maken ({reason}). Kies een andere map.").format(
                folder=path.parent, reason=error.strerror
            )
        ) from None
    engine = create_engine(address, **COMMON)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    Watch(path).over(engine)
    return engine


def _prepare(connection: SqliteConnection, _entry: ConnectionPoolEntry) -> None:
    # The driver starts transactions by itself, too late and without IMMEDIATE: we do it in `_begin`.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    _use_wal(connection)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    # Without this INSERT OR REPLACE deletes a row past the triggers that protect it.
    connection.execute("PRAGMA recursive_triggers = ON")
    # What ties a ballot to a name is thrown away at the end of a round: it must not stay behind in the file.
    connection.execute("PRAGMA secure_delete = ON")


def _use_wal(connection: SqliteConnection) -> None:
    """Switch the file to WAL. SQLite does not wait when another process switches it too, so we do."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def _begin(connection: Connection) -> None:
    # IMMEDIATE takes the write lock at once and waits for it. A transaction that first reads and then wants
    # to write fails with SQLITE_BUSY, without waiting, when somebody wrote in between.
    read_only = connection.get_execution_options().get(READING)
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")
