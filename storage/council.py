"""Overviews for the council as they were recorded: append-only, so that the next one tells what changed."""

from dataclasses import dataclass, fields
from datetime import date, datetime

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from storage.council_tables import CouncilRow


@dataclass(frozen=True)
class Recorded:
    """An overview that was recorded, without its content; `on` is the day it is about."""

    number: int
    title: str
    on: date
    author: str
    at: datetime


class CouncilTable:
    """The recorded overviews."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> list[Recorded]:
        """List them, the newest first."""
        columns = [getattr(CouncilRow, field.name) for field in fields(Recorded)]
        rows = self._session.execute(select(*columns).order_by(CouncilRow.number.desc()))
        return [Recorded(*row) for row in rows]

    def content(self, number: int) -> str | None:
        """Give the content of one; None when there is none of this number."""
        found = select(CouncilRow.content).where(CouncilRow.number == number)
        return self._session.scalars(found).one_or_none()

    def next_number(self) -> int:
        """Give the number for the next one; who takes it at the same time gets an IntegrityError."""
        return (self._session.scalars(select(func.max(CouncilRow.number))).one() or 0) + 1

    def add(self, recorded: Recorded, content: str, sha256: str) -> None:
        """Keep an overview. Raises IntegrityError when its number is taken."""
        values = {field.name: getattr(recorded, field.name) for field in fields(recorded)}
        self._session.execute(insert(CouncilRow).values(**values, content=content, sha256=sha256))
