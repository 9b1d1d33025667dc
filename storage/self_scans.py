"""The self-scans of the organisation, append-only: filling one in again adds a row."""

import json

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from assessment.portfolio.scan import Scan
from assessment.snapshot import canonical
from storage.portfolio_tables import ScanRow


class ScanTable:
    """All self-scans."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> list[Scan]:
        """List them in the order in which they were filled in."""
        return [_record(row) for row in self._session.scalars(select(ScanRow).order_by(ScanRow.number))]

    def add(self, scan: Scan) -> int:
        """Keep a self-scan and give its number. Raises IntegrityError when its number is taken."""
        number = (self._session.scalars(select(func.max(ScanRow.number))).one() or 0) + 1
        self._session.execute(
            insert(ScanRow).values(
                number=number,
                year=scan.year,
                framework_version=scan.framework_version,
                levels=canonical(dict(scan.levels)),
                notes=canonical(dict(scan.notes)),
                author=scan.author,
                at=scan.at,
            )
        )
        return number


def _record(row: ScanRow) -> Scan:
    levels, notes = json.loads(row.levels), json.loads(row.notes)
    return Scan(row.year, row.framework_version, levels, row.author, row.at, notes)
