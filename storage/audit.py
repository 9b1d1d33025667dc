"""The audit trail: one chain of entries per assessment, and one over all assessments. Only ever longer."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from types import ModuleType
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Executable, bindparam, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from assessment import audit
from assessment.audit import START, Claimed, Entry, Head, Note
from assessment.snapshot import canonical
from storage.audit_tables import AuditHeadRow, AuditRow
from storage.tables import Table
from storage.text import clean
from storage.traced import ALL, TRACED, Detail

__all__ = ["OVER_ALL", "AuditTable", "Detail", "noted"]

OVER_ALL = UUID(int=0)  # the chain that tells which assessments there are

_NEW = {"assessment_id": bindparam("chain"), "number": 0, "hash": START}


def _take(dialect: ModuleType) -> Executable:
    """Make the statement that gives the head of a chain and keeps others from adding to it."""
    new = dialect.insert(AuditHeadRow).values(_NEW)
    # An update that changes nothing locks the row on PostgreSQL, and gives it as the one before left it.
    key, same = [AuditHeadRow.assessment_id], {"number": AuditHeadRow.number}
    taken = new.on_conflict_do_update(index_elements=key, set_=same)
    return cast(Executable, taken.returning(AuditHeadRow.number, AuditHeadRow.hash))


# Made once, and of tables instead of classes: every answer that is saved waits for these three.
_TAKE = {"sqlite": _take(sqlite), "postgresql": _take(postgresql)}
_ADD = Table.metadata.tables["audit"].insert()
_MOVE = (
    Table.metadata.tables["audit_head"]
    .update()
    .where(AuditHeadRow.assessment_id == bindparam("chain"))
    .values(number=bindparam("to"), hash=bindparam("with"))
)


class AuditTable:
    """All chains.

    Whoever writes waits for others who write to the same chain, until their transactions end. So take hold
    of the assessment before the first note, or not at all: never after it.
    """

    def __init__(self, session: Session, now: datetime) -> None:
        self._session = session
        self._now = now

    def note(
        self, assessment: UUID, event: str, user: str, about: str = "", detail: Detail | None = None
    ) -> None:
        """Add one entry to the chain of an assessment (or to `OVER_ALL`)."""
        self.note_each(assessment, [noted(event, user, about, detail)])

    def note_each(self, assessment: UUID, notes: Iterable[Note]) -> None:
        """Add entries, in this order."""
        connection = self._session.connection()
        head = Head(*connection.execute(_TAKE[connection.dialect.name], {"chain": assessment}).one())
        at, entries = self._now.isoformat(timespec="microseconds"), []
        for said in notes:
            entries.append(audit.link(head, str(assessment), at, said))
            head = entries[-1].head
        if entries:
            connection.execute(_ADD, [_columns(assessment, entry) for entry in entries])
            connection.execute(_MOVE, {"chain": assessment, "to": head.number, "with": head.hash})

    def bring(self, assessment: UUID, entries: Sequence[Entry]) -> None:
        """Keep a chain that was written elsewhere, as it is. Raises ValueError when there is one already."""
        connection = self._session.connection()
        if self.count_of(assessment) or self.head_of(assessment).number:
            raise ValueError(assessment)
        head = {"assessment_id": assessment, "number": entries[-1].number, "hash": entries[-1].hash}
        connection.execute(_ADD, [_columns(assessment, entry) for entry in entries])
        connection.execute(Table.metadata.tables["audit_head"].insert(), head)

    def about(self, assessment: UUID, about: str) -> list[Entry]:
        """List the entries of a chain about one thing."""
        return self._entries(assessment, AuditRow.number.asc(), about=about)

    def claim(self, table: str, *key: object) -> dict[str, str]:
        """Give as detail what a row of a traced table says now; a change of that row is a fault from then on.

        The last claim about a row counts. `key` is that of `storage.traced`.
        """
        traced = TRACED[table]
        return traced.claim(traced.row(self._session, key))

    def of(self, assessment: UUID) -> list[Entry]:
        """List a chain from the beginning."""
        return self._entries(assessment, AuditRow.number.asc())

    def page_of(self, assessment: UUID, *, limit: int, offset: int) -> list[Entry]:
        """List one page of a chain, newest first."""
        return self._entries(assessment, AuditRow.number.desc(), limit, offset)

    def count_of(self, assessment: UUID) -> int:
        """Count the entries of a chain."""
        counted = select(func.count()).select_from(AuditRow).where(AuditRow.assessment_id == assessment)
        return self._session.scalars(counted).one()

    def head_of(self, assessment: UUID) -> Head:
        """Tell where a chain ends."""
        row = self._session.get(AuditHeadRow, assessment)
        return Head() if row is None else Head(row.number, row.hash)

    def chains(self) -> list[UUID]:
        """List every assessment that has a chain, a head, or a row that a chain should tell of."""
        ours = (self._session.scalars(select(row.assessment_id)) for row in (AuditRow, AuditHeadRow))
        theirs = (traced.owners(self._session) for traced in ALL)
        return sorted({chain for found in (*ours, *theirs) for chain in found})

    def rows(self, table: str, assessment: UUID) -> dict[Claimed, str]:
        """Give the hash of each row of a traced table as it is now.

        Raises ValueError when somebody spoilt a row so that it cannot be read.
        """
        traced = TRACED[table]
        claims = (traced.claim(row) for row in traced.rows(self._session, assessment))
        return {(table, claim[audit.ROW]): claim[audit.SHA256] for claim in claims}

    def _entries(
        self,
        assessment: UUID,
        order: Any,
        limit: int | None = None,
        offset: int = 0,
        about: str | None = None,
    ) -> list[Entry]:
        columns = [getattr(AuditRow, name) for name in Entry.__dataclass_fields__ if name != "chain"]
        found = select(*columns).where(AuditRow.assessment_id == assessment).order_by(order)
        if about is not None:
            found = found.where(AuditRow.about == about)
        rows = self._session.execute(found.limit(limit).offset(offset)).mappings()
        return [Entry(chain=str(assessment), **row) for row in rows]


def noted(event: str, user: str, about: str = "", detail: Detail | None = None) -> Note:
    """Write what happened as it will be hashed and kept."""
    return Note(clean(user), event, clean(about), clean(canonical(dict(detail or {}))))


def _columns(assessment: UUID, entry: Entry) -> dict[str, Any]:
    fields = ("number", "at", "who", "event", "about", "detail", "previous", "hash")
    return {"assessment_id": assessment, **{name: getattr(entry, name) for name in fields}}
