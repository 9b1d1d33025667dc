"""The register: entries as they are now, every step that led there, and the assessments they have."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from assessment.register.entry import Entry, identity
from storage.assessments import assessment_record
from storage.records import Assessment
from storage.register_lists import narrowed, ordered
from storage.register_records import ChangeKind, EntryChange, EntryTaken, Wanted
from storage.register_rows import COLUMNS, change_columns, change_of, entry_columns, entry_of, step
from storage.register_tables import EntryChangeRow, EntryLinkRow, EntryRow
from storage.tables import AssessmentRow

LINK = "afweging"
LOCK = 0x72656769  # any number that no other lock of the app has


class RegisterTable:
    """All entries. `None` from a method means: no such entry."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self, entry: UUID) -> Entry | None:
        """Look one up."""
        row = self._session.get(EntryRow, entry)
        return None if row is None else entry_of(row)

    def hold(self, entry: UUID) -> Entry | None:
        """Look one up that nobody else changes until the end of the transaction."""
        held = select(EntryRow).where(EntryRow.id == entry).with_for_update()
        row = self._session.scalars(held).one_or_none()
        return None if row is None else entry_of(row)

    def hold_all(self) -> list[Entry]:
        """List all entries, by number; nobody else changes them until the end of the transaction."""
        held = select(EntryRow).order_by(EntryRow.number_key, EntryRow.id).with_for_update()
        return [entry_of(row) for row in self._session.scalars(held)]

    def add(self, *entries: Entry) -> None:
        """Keep new entries and enter them in the history. Raises EntryTaken."""
        self._run(insert(EntryRow), [entry_columns(entry) for entry in entries])
        self._note(step(None, entry) for entry in entries)

    def change(self, *pairs: tuple[Entry, Entry]) -> None:
        """Keep entries as they become (was, becomes) and enter it in the history. Raises EntryTaken."""
        # Names may trade places in one change: all of them are let go of before the first is taken.
        renamed = [
            {"id": was.id, "identity": None}
            for was, becomes in pairs
            if identity(was.values) != identity(becomes.values)
        ]
        self._run(update(EntryRow), renamed)
        self._run(update(EntryRow), [entry_columns(becomes) for _was, becomes in pairs])
        self._note(step(was, becomes) for was, becomes in pairs)

    def count(self, wanted: Wanted) -> int:
        """Count the entries that are wanted."""
        counted = select(func.count()).select_from(EntryRow).where(*narrowed(wanted))
        return self._session.scalars(counted).one()

    def page(self, wanted: Wanted, *, limit: int, offset: int) -> list[Entry]:
        """List one page of the entries that are wanted."""
        # The page is cut first, in ids: sorting 10,000 rows must not carry their content along.
        page = (
            select(EntryRow.id)
            .where(*narrowed(wanted))
            .order_by(*ordered(wanted))
            .limit(limit)
            .offset(offset)
        )
        ids = list(self._session.scalars(page))
        found = {entry.id: entry for entry in self.of_ids(ids)}
        return [found[entry] for entry in ids]

    def all(self, wanted: Wanted | None = None) -> list[Entry]:
        """List all entries that are wanted."""
        asked = wanted or Wanted()
        rows = self._session.scalars(select(EntryRow).where(*narrowed(asked)).order_by(*ordered(asked)))
        return [entry_of(row) for row in rows]

    def of_ids(self, entries: Sequence[UUID]) -> list[Entry]:
        """List the entries with these ids, by number."""
        found = select(EntryRow).where(EntryRow.id.in_(entries)).order_by(EntryRow.number_key, EntryRow.id)
        return [entry_of(row) for row in self._session.scalars(found)]

    def shares(self, field: str) -> Counter[str]:
        """Count the entries per value of a field of `FILTERS`; "" is what is not known."""
        column = getattr(EntryRow, COLUMNS[field])
        counted = self._session.execute(select(column, func.count()).group_by(column))
        return Counter(dict(counted.all()))

    def numbers(self) -> list[str]:
        """List the numbers that are given out; who asks too waits for the end of this transaction."""
        # Two who add at once would give out the same number. On SQLite they wait already.
        if self._session.get_bind().dialect.name == "postgresql":
            self._session.execute(select(func.pg_advisory_xact_lock(LOCK)))
        return list(self._session.scalars(select(EntryRow.number)))

    def history(self, entry: UUID, *, limit: int, offset: int = 0) -> list[EntryChange]:
        """List one page of what happened to an entry, newest first."""
        rows = self._session.scalars(
            select(EntryChangeRow)
            .where(EntryChangeRow.entry_id == entry)
            .order_by(EntryChangeRow.id.desc())
            .limit(limit)
            .offset(offset)
        )
        return [change_of(row) for row in rows]

    def count_history(self, entry: UUID) -> int:
        """Count what happened to an entry."""
        counted = select(func.count()).where(EntryChangeRow.entry_id == entry)
        return self._session.scalars(counted).one()

    def link(self, entry: Entry, assessment: UUID, author: str, at: datetime) -> None:
        """Let an assessment that belongs to no entry belong to this one. Raises EntryTaken."""
        row = {"assessment_id": assessment, "entry_id": entry.id, "author": author, "at": at}
        self._run(insert(EntryLinkRow), [row])
        detail = {LINK: ("", str(assessment))}
        self._note([EntryChange(entry.id, entry.revision, ChangeKind.LINKED, detail, author, at)])

    def unlink(self, entry: Entry, assessment: UUID, author: str, at: datetime) -> bool:
        """Undo a link; tell whether there was one."""
        gone = delete(EntryLinkRow).where(
            EntryLinkRow.assessment_id == assessment, EntryLinkRow.entry_id == entry.id
        )
        if not self._session.execute(gone.returning(EntryLinkRow.assessment_id)).all():
            return False
        detail = {LINK: (str(assessment), "")}
        self._note([EntryChange(entry.id, entry.revision, ChangeKind.UNLINKED, detail, author, at)])
        return True

    def assessments_of(self, entry: UUID) -> list[Assessment]:
        """List the assessments that belong to an entry, newest first."""
        rows = self._session.scalars(
            select(AssessmentRow)
            .join(EntryLinkRow, EntryLinkRow.assessment_id == AssessmentRow.id)
            .where(EntryLinkRow.entry_id == entry)
            .order_by(AssessmentRow.created_at.desc(), AssessmentRow.id)
        )
        return [assessment_record(row) for row in rows]

    def entry_of(self, assessment: UUID) -> Entry | None:
        """Give the entry an assessment belongs to."""
        row = self._session.scalars(
            select(EntryRow)
            .join(EntryLinkRow, EntryLinkRow.entry_id == EntryRow.id)
            .where(EntryLinkRow.assessment_id == assessment)
        ).one_or_none()
        return None if row is None else entry_of(row)

    def links(self) -> dict[UUID, UUID]:
        """Give the entry of every assessment that belongs to one."""
        rows = self._session.execute(select(EntryLinkRow.assessment_id, EntryLinkRow.entry_id))
        return dict(rows.all())

    def _note(self, changes: Iterable[EntryChange]) -> None:
        self._run(insert(EntryChangeRow), [change_columns(change) for change in changes])

    def _run(self, statement: Any, rows: Sequence[dict[str, Any]]) -> None:
        if not rows:
            return  # without rows it would be about a row of nothing
        try:
            self._session.execute(statement, rows)
        except IntegrityError as error:
            raise EntryTaken from error
