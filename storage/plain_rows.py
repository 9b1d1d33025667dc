"""Rows as plain JSON-able data that reads the same from both databases, and back."""

import base64
import binascii
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Table, TypeDecorator

Plain = dict[str, Any]

_WRITE: Mapping[type, Callable[[Any], Any]] = {
    UUID: str,
    datetime: lambda moment: moment.astimezone(UTC).isoformat(timespec="microseconds"),
    date: date.isoformat,
    Decimal: str,
    bytes: lambda content: base64.b64encode(content).decode("ascii"),
}


class Unreadable(ValueError):
    """A row that does not fit its table: `place` is the table, and the column when it is about one."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


def plain(table: Table, row: Mapping[str, Any]) -> Plain:
    """Give a row by the names of its columns in the database, in their order."""
    kinds = _kinds(table)
    return {
        name: None if value is None else _WRITE.get(kinds[name], _same)(value) for name, value in row.items()
    }


def typed(table: Table, row: object) -> Plain:
    """Read what `plain` gave; a column that is not there gets the default of the table. Raises Unreadable."""
    if not isinstance(row, dict):
        raise Unreadable(table.name)
    return {name: _typed(table, name, value) for name, value in row.items()}


def _typed(table: Table, name: str, value: Any) -> Any:
    kind = _kinds(table).get(name)
    if kind is None:
        raise Unreadable(f"{table.name}.{name}")
    if value is None:
        return None
    try:
        return _read(kind, value)
    except (ValueError, TypeError, InvalidOperation, binascii.Error):
        raise Unreadable(f"{table.name}.{name}") from None


def _read(kind: type, value: Any) -> Any:
    if kind is datetime:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            raise ValueError(value)
        return moment
    if kind is date:
        return date.fromisoformat(value)
    if kind is bytes:
        return base64.b64decode(value, validate=True)
    if kind in (UUID, Decimal):
        return kind(value)
    # A number is no truth value, though Python thinks so.
    if kind is not object and type(value) is not kind and not (kind is float and type(value) is int):
        raise TypeError(value)
    return value


def kind_of(column: Column[Any]) -> type:
    """Tell what Python has for a value of this column; `object` for anything that JSON can hold."""
    told = column.type
    kind: type = (told.impl_instance if isinstance(told, TypeDecorator) else told).python_type
    return object if kind in (dict, list) else kind


@cache
def _kinds(table: Table) -> Mapping[str, type]:
    # A backup asks this for every value there is.
    return {column.name: kind_of(column) for column in table.columns}


def _same(value: Any) -> Any:
    return value
