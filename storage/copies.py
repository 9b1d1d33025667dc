"""All tables row by row, for a copy of the whole database that the other kind of database can read too."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    LargeBinary,
    Table,
    collate,
    exists,
    func,
    insert,
    inspect,
    select,
    text,
)
from sqlalchemy.orm import Session

from storage import tables
from storage.plain_rows import kind_of
from storage.review_tables import RoundRow

# What ties a ballot to a name while a round is open is thrown away when it closes. A copy would keep it.
SECRET = ("open_ballot", "review_key")
BATCH = 500
# Of a table that holds files only one row is in memory at a time.
_ONE = 1


class CopyTable:
    """The rows of every table; for administrators, so no permission is asked here."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def tables(self) -> list[Table]:
        """List the tables of a copy that there are: what a row refers to comes before it."""
        return [table for table in self._all() if table.name not in SECRET]

    def rows(self, table: Table) -> Iterator[dict[str, Any]]:
        """Give the rows of one table one by one, in an order that tells nothing but their keys."""
        found = select(table).order_by(*(self._in_order(column) for column in table.primary_key.columns))
        options = {"yield_per": _batch(table), "stream_results": True}
        for row in self._connection.execution_options(**options).execute(found).mappings():
            yield dict(row)

    def add(self, table: Table, rows: Iterator[dict[str, Any]]) -> int:
        """Put rows in one table, and tell how many. Raises IntegrityError."""
        count, batch = 0, list[dict[str, Any]]()
        for row in rows:
            count += 1
            batch.append(row)
            if len(batch) >= _batch(table):
                self._insert(table, batch)
                batch = []
        self._insert(table, batch)
        return count

    def is_empty(self) -> bool:
        """Tell whether no table holds anything, those with secrets included."""
        return not any(self._session.scalar(select(exists(select(table)))) for table in self._all())

    def open_rounds(self) -> list[UUID]:
        """List the rounds that are open: their answers and their secret are in no copy."""
        if RoundRow.__table__ not in self._all():
            return []
        return list(self._session.scalars(select(RoundRow.id).where(RoundRow.closed_at.is_(None))))

    @contextmanager
    def unguarded(self) -> Iterator[None]:
        """Lift what keeps rows as they were written, to put back what was written elsewhere.

        Part of the transaction: nobody else can come between, and a failure brings the guards back.
        """
        lift, put_back = _guards(self._connection, self.tables())
        self._run(lift)
        yield
        self._run(put_back)

    def renew(self) -> None:
        """Let numbers that the database gives go on after the highest one there is."""
        if self._connection.dialect.name != "postgresql":
            return
        for table in self.tables():
            column = table.autoincrement_column
            if column is not None:
                highest = select(func.coalesce(func.max(column), 0) + 1)
                sequence = func.pg_get_serial_sequence(f'"{table.name}"', column.name)
                self._session.execute(select(func.setval(sequence, highest.scalar_subquery(), False)))

    def _all(self) -> list[Table]:
        there = set(inspect(self._connection).get_table_names())
        return [table for table in tables.Table.metadata.sorted_tables if table.name in there]

    def _in_order(self, column: Column[Any]) -> ColumnElement[Any]:
        """Sort a column as SQLite does, whatever the language of the server."""
        is_text = kind_of(column) is str and self._connection.dialect.name == "postgresql"
        return collate(column, "C") if is_text else column

    @property
    def _connection(self) -> Connection:
        return self._session.connection()

    def _insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            self._connection.execute(insert(table), list(rows))

    def _run(self, statements: Sequence[str]) -> None:
        for statement in statements:
            self._connection.exec_driver_sql(statement)


def _guards(connection: Connection, copied: Sequence[Table]) -> tuple[list[str], list[str]]:
    """Give the statements that lift the triggers, and those that put them back as they were."""
    if connection.dialect.name == "postgresql":
        change = 'ALTER TABLE "{}" {} TRIGGER USER'
        names = [table.name for table in copied]
        return [change.format(name, "DISABLE") for name in names], [
            change.format(name, "ENABLE") for name in names
        ]
    found = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
    return [f'DROP TRIGGER "{name}"' for name, _sql in found], [sql for _name, sql in found]


def _batch(table: Table) -> int:
    holds_files = any(isinstance(column.type, LargeBinary) for column in table.columns)
    return _ONE if holds_files else BATCH
