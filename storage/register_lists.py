"""Lists of the register: which entries, and in which order."""

from typing import Any

from sqlalchemy import SQLColumnExpression, case, func, select
from sqlalchemy.orm import InstrumentedAttribute

from assessment.register.fields import register_fields
from assessment.register.plain import key
from assessment.register.sheet import NUMBER
from storage.look_tables import LookRow
from storage.register_records import CHANGED, LOOK, Wanted
from storage.register_rows import COLUMNS
from storage.register_tables import EntryRow

# More words than anybody types; each costs the database a look at every row.
MOST_WORDS = 20


def narrowed(wanted: Wanted) -> list[SQLColumnExpression[bool]]:
    """Give what an entry must meet. Raises KeyError when it cannot be filtered on that field."""
    # Without the escape, % and _ would find everything.
    found = [
        EntryRow.search.contains(word, autoescape=True) for word in key(wanted.search).split()[:MOST_WORDS]
    ]
    chosen = [_filter(field).in_(values) for field, values in wanted.filters.items() if values]
    return [*found, *chosen]


def ordered(wanted: Wanted) -> list[SQLColumnExpression[Any]]:
    """Give the order; the id makes it total, so that no row moves between two pages."""
    turned: list[SQLColumnExpression[Any]] = [*_columns(wanted.sort), EntryRow.id]
    if wanted.descending:
        turned = [column.desc() for column in turned]
    # What has no date comes last, either way.
    return [EntryRow.due.is_(None), *turned] if wanted.sort == "volgende_datum" else turned


def _filter(field: str) -> SQLColumnExpression[Any]:
    return _looked(LookRow.signal, "") if field == LOOK else getattr(EntryRow, COLUMNS[field])


def _looked(column: InstrumentedAttribute[Any], otherwise: object) -> SQLColumnExpression[Any]:
    found = select(column).where(LookRow.entry_id == EntryRow.id).scalar_subquery()
    return func.coalesce(found, otherwise)


def _columns(sort: str) -> list[SQLColumnExpression[Any]]:
    simple: dict[str, list[Any]] = {
        NUMBER: [EntryRow.number_key],
        "naam": [EntryRow.name_key],
        CHANGED: [EntryRow.changed_at],
        "domein": [EntryRow.domain, EntryRow.name_key],
        "volgende_datum": [EntryRow.due, EntryRow.name_key],
        LOOK: [-_looked(LookRow.rank, -1), EntryRow.number_key],
    }
    return simple.get(sort) or [_in_order_of_options(sort), EntryRow.name_key]


def _in_order_of_options(field: str) -> SQLColumnExpression[Any]:
    # By the order of the options: low, limited, high tells more than the alphabet.
    column = getattr(EntryRow, COLUMNS[field])
    places = {option: place for place, option in enumerate(register_fields()[field].by_option)}
    return case(places, value=column, else_=len(places))
