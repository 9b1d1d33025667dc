"""An empty store on each kind of database, for what is measured on both."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from storage.store import Store
from tests.databases import Postgres, Sqlite


def both() -> Iterator[tuple[Store, str]]:
    """Yield a store on SQLite and one on PostgreSQL, with the name of its kind; afterwards both are gone."""
    with TemporaryDirectory() as folder, ExitStack() as stack:
        postgres = Postgres()
        stack.callback(postgres.stop)
        for databases in (Sqlite(Path(folder)), postgres):
            store = Store(databases.migrated())
            stack.callback(store.close)
            yield store, databases.name
