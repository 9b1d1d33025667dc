"""Evidence: links, and files kept as bytes in the database so that one backup holds everything."""

from dataclasses import asdict, fields
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from storage.records import Evidence
from storage.tables import EvidenceFileRow, EvidenceRow

FIELDS = tuple(field.name for field in fields(Evidence) if field.name != "assessment")


class EvidenceTable:
    """All evidence; what was removed is kept, and never shown again."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, evidence: Evidence, content: bytes | None = None) -> None:
        """Keep a link, or a file with its content."""
        columns = asdict(evidence)
        self._session.add(EvidenceRow(assessment_id=columns.pop("assessment"), **columns))
        self._session.flush()
        if content is not None:
            self._session.add(EvidenceFileRow(evidence_id=evidence.id, content=content))

    def of(self, assessment: UUID) -> list[Evidence]:
        """List what supports the answers of one assessment, oldest first, without the bytes of the files."""
        shown = select(EvidenceRow).where(
            EvidenceRow.assessment_id == assessment, EvidenceRow.removed_at.is_(None)
        )
        rows = self._session.scalars(shown.order_by(EvidenceRow.at, EvidenceRow.id))
        return [_record(row) for row in rows]

    def find(self, evidence: UUID) -> Evidence | None:
        """Look one up; None when it does not exist or was removed."""
        row = self._session.get(EvidenceRow, evidence)
        return None if row is None or row.removed_at else _record(row)

    def content(self, evidence: UUID) -> bytes | None:
        """Give the bytes of a file; None for a link."""
        row = self._session.get(EvidenceFileRow, evidence)
        return None if row is None else row.content

    def remove(self, evidence: UUID, *, user: str, now: datetime) -> None:
        """Hide it from now on, and remember who did that."""
        hidden = {"removed_at": now, "removed_by": user}
        self._session.execute(update(EvidenceRow).where(EvidenceRow.id == evidence).values(hidden))


def _record(row: EvidenceRow) -> Evidence:
    return Evidence(assessment=row.assessment_id, **{name: getattr(row, name) for name in FIELDS})
