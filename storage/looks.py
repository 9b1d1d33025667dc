"""What a second look found: one row per entry of the register, made anew whenever the entry changes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from sqlalchemy import Select, delete, func, insert, select
from sqlalchemy.orm import Session

from storage.look_tables import LookRow
from storage.register_tables import EntryLinkRow, EntryRow
from storage.tables import AssessmentRow

BATCH = 1000  # a statement takes only so many parameters


@dataclass(frozen=True)
class Looked:
    """What a second look at an entry found: signal, and the tier that is certain, counted and possible.

    `basis` names the framework and the rest that it was made with.
    """

    entry: UUID
    signal: str
    rank: int
    at_least: str
    counted: str
    at_most: str
    basis: str


_NAMES = tuple(field.name for field in fields(Looked) if field.name != "entry")
_COLUMNS = [LookRow.entry_id, *(getattr(LookRow, name) for name in _NAMES)]


class LookTable:
    """What was found at every entry that somebody looked at."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, found: Sequence[Looked]) -> None:
        """Keep what was found, in place of what was found before."""
        for start in range(0, len(found), BATCH):
            rows = [_row(each) for each in found[start : start + BATCH]]
            ids = [row["entry_id"] for row in rows]
            self._session.execute(delete(LookRow).where(LookRow.entry_id.in_(ids)))
            self._session.execute(insert(LookRow), rows)

    def of(self, entries: Sequence[UUID]) -> dict[UUID, Looked]:
        """Give what was found at these entries."""
        return self._found(select(*_COLUMNS).where(LookRow.entry_id.in_(entries)))

    def are_stale(self, basis: str) -> bool:
        """Tell whether some entry has no look that was made with this basis."""
        entries = select(func.count()).select_from(EntryRow).scalar_subquery()
        made = select(func.count()).select_from(LookRow).where(LookRow.basis == basis).scalar_subquery()
        return bool(self._session.scalar(select(entries != made)))

    def all(self) -> dict[UUID, Looked]:
        """Give what was found at every entry."""
        return self._found(select(*_COLUMNS))

    def weighed(self, entries: Sequence[UUID]) -> set[UUID]:
        """Give those of these entries that have a finished assessment."""
        wanted = (
            select(EntryLinkRow.entry_id)
            .join(AssessmentRow, AssessmentRow.id == EntryLinkRow.assessment_id)
            .where(EntryLinkRow.entry_id.in_(entries), AssessmentRow.finished_at.is_not(None))
        )
        return set(self._session.scalars(wanted))

    def shares(self) -> Counter[str]:
        """Count the entries per signal; "" is where nobody looked yet."""
        counted = (
            select(LookRow.signal, func.count())
            .select_from(EntryRow)
            .outerjoin(LookRow, LookRow.entry_id == EntryRow.id)
            .group_by(LookRow.signal)
        )
        return Counter({signal or "": count for signal, count in self._session.execute(counted)})

    def _found(self, wanted: Select[Any]) -> dict[UUID, Looked]:
        return {row[0]: Looked(*row) for row in self._session.execute(wanted)}


def _row(found: Looked) -> dict[str, Any]:
    return {"entry_id": found.entry, **{name: getattr(found, name) for name in _NAMES}}
