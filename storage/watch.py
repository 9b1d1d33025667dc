"""Notice that the file of an SQLite database was deleted or replaced while it is open.

Connections go on writing to the file they opened, which has no name any more: all of it would be lost.
"""

from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import Engine, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from storage.errors import DatabaseMoved

Identity = tuple[int, int]
FILE = "file"


class Watch:
    """The file at one path, as it was when we last opened it."""

    def __init__(self, path: Path) -> None:
        self._path = path.absolute()
        self._known: Identity | None = None

    def over(self, engine: Engine) -> None:
        """Check each connection of `engine` before it is used; raises DatabaseMoved there."""
        event.listen(engine, "do_connect", self._before_opening)
        event.listen(engine, "connect", self._opened)
        event.listen(engine, "checkout", self._check)

    def _before_opening(self, *_: object) -> None:
        # To open a file that is gone makes an empty one, and that one would look like ours.
        if self._known and self._now() is None:
            raise DatabaseMoved

    def _opened(self, _connection: SqliteConnection, entry: ConnectionPoolEntry) -> None:
        entry.info[FILE] = self._known = self._now()

    def _check(
        self, _connection: SqliteConnection, entry: ConnectionPoolEntry, _proxy: PoolProxiedConnection
    ) -> None:
        now = self._now()
        if now == entry.info[FILE]:
            return
        if now == self._known:
            # Somebody heard of it before; this connection only has to be opened anew.
            raise DisconnectionError
        self._known = now or self._known
        raise DatabaseMoved

    def _now(self) -> Identity | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino
