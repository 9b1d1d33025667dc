"""All rows of one assessment, to take it elsewhere and to bring it in."""

from collections.abc import Iterable, Mapping
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Table, exc, insert, select, update
from sqlalchemy.orm import Session

from storage import tables
from storage.plain_rows import Unreadable, kind_of
from storage.traced import TRACED, together

Row = dict[str, Any]
Rows = Mapping[str, list[Row]]  # by the name of the table

# Where each reader was; what ties answers of an open round to names; what the register and the trail keep.
LEFT_OUT = ("place", "open_ballot", "review_key", "register_link")
ROUND, CLOSING = "review_round", ("closed_by", "closed_at")
# The database takes these only while their round is open.
_IN_ROUND = ("ballot", "took_part")
_AFTER_ROUNDS = ("advice",)


class WholeTable:
    """The rows of one assessment in every table that has some; no permission is asked here."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def tables(self) -> list[Table]:
        """List the tables that hold rows of assessments: what a row refers to comes before it."""
        return [
            table
            for table in tables.Table.metadata.sorted_tables
            if table.name not in LEFT_OUT and _parent(table) is not None
        ]

    def of(self, assessment: UUID) -> dict[str, list[Row]]:
        """Give all rows of one assessment, in an order that does not depend on the database.

        Without the numbers that a database gives by itself: another one gives others.
        """
        return {table.name: self._rows(table, assessment) for table in self.tables()}

    def add(self, rows: Rows) -> None:
        """Keep the rows of an assessment that is not here. Raises Unreadable when they do not fit."""
        late = {ROUND, *_IN_ROUND, *_AFTER_ROUNDS}
        for table in self.tables():
            if table.name not in late:
                self._insert(table.name, rows[table.name])
        for held in sorted(rows[ROUND], key=lambda row: (str(row["review_id"]), row["number"])):
            self._add_round(held, rows)
        for name in _AFTER_ROUNDS:
            self._insert(name, rows[name])

    def open_rounds(self, rows: Rows) -> list[UUID]:
        """List the rounds among these rows that are open."""
        return [row["id"] for row in rows[ROUND] if row["closed_at"] is None]

    def _rows(self, table: Table, assessment: UUID) -> list[Row]:
        found = self._session.execute(select(table).where(_is_of(table, assessment))).mappings()
        own = table.autoincrement_column
        rows = sorted(map(dict, found), key=lambda row: [row[key.name] for key in table.primary_key])
        if own is None:
            return rows
        in_order = sorted(rows, key=lambda row: row[own.name])
        return [{name: value for name, value in row.items() if name != own.name} for row in in_order]

    def _add_round(self, held: Row, rows: Rows) -> None:
        self._insert(ROUND, [{**held, **dict.fromkeys(CLOSING)}])
        for name in _IN_ROUND:
            self._insert(name, [row for row in rows[name] if row["round_id"] == held["id"]])
        if held["closed_at"] is not None:
            table = _named(ROUND)
            closed = {name: held[name] for name in CLOSING}
            self._session.execute(update(table).where(table.c.id == held["id"]).values(closed))

    def _insert(self, name: str, rows: list[Row]) -> None:
        try:
            if rows:
                self._session.execute(insert(_named(name)), rows)
        except (exc.IntegrityError, exc.DataError, exc.StatementError) as error:
            raise Unreadable(name) from error


def claim(table: str, row: Row, parts: Mapping[str, Iterable[Row]]) -> dict[str, str]:
    """Give what the audit trail says of a row with these rows belonging to it."""
    belonging = {name: together(rows) for name, rows in parts.items()}
    return TRACED[table].claim({**row, **belonging})


def stranger_in(rows: Rows) -> str | None:
    """Name a table with a row that belongs to one that is not among these; None when all hang together."""
    for name, some in rows.items():
        for key in _named(name).foreign_keys:
            there = {row[key.column.name] for row in rows.get(key.column.table.name, ())}
            if any(row.get(key.parent.name) not in {*there, None} for row in some):
                return name
    return None


def holds_ids(table: Table) -> list[str]:
    """List the columns with ids."""
    return [column.name for column in table.columns if kind_of(column) is UUID]


def _named(name: str) -> Table:
    return tables.Table.metadata.tables[name]


def _parent(table: Table) -> tuple[str, Table, str] | None:
    """Tell by which column a row belongs to what: (column, table, column there); None for no assessment."""
    if table.name == "assessment":
        return "id", table, "id"
    found = [(key.parent.name, key.column.table, key.column.name) for key in table.foreign_keys]
    straight = [one for one in found if one[1].name == "assessment"]
    further = [one for one in found if one[1] is not table and _parent(one[1]) is not None]
    return next(iter([*straight, *further]), None)


def _is_of(table: Table, assessment: UUID) -> ColumnElement[bool]:
    column, parent, there = cast(tuple[str, Table, str], _parent(table))
    if parent.name == "assessment":
        return table.c[column] == assessment
    if "assessment_id" in table.c:
        return table.c.assessment_id == assessment
    owned: Select[Any] = select(parent.c[there]).where(_is_of(parent, assessment))
    return table.c[column].in_(owned)
