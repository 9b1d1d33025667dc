"""The store: a database and its transactions."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from storage import engines
from storage.answers import AnswerTable
from storage.assessment_rows import WholeTable
from storage.assessments import AssessmentTable
from storage.audit import AuditTable
from storage.ballots import BallotTable
from storage.comments import CommentTable
from storage.copies import CopyTable
from storage.council import CouncilTable
from storage.done import DoneTable
from storage.errors import CannotSave, Unavailable
from storage.evidence import EvidenceTable
from storage.faults import told_as
from storage.judging import JudgingTable
from storage.looks import LookTable
from storage.members import MemberTable, PersonTable
from storage.overrides import OverrideTable
from storage.places import PlaceTable
from storage.portfolio import PortfolioTable
from storage.precedents import PrecedentTable
from storage.publications import PublicationTable
from storage.register import RegisterTable
from storage.reviews import ReviewTable
from storage.road import RoadTable
from storage.self_scans import ScanTable
from storage.snapshots import SnapshotTable


def utc_now() -> datetime:
    """Give this moment in UTC."""
    return datetime.now(UTC)


class Transaction:
    """A unit of work: all of it happens, or nothing. `now` is one moment for everything in it."""

    def __init__(self, session: Session, now: datetime) -> None:
        self.now = now
        self._session = session
        self.assessments = AssessmentTable(session)
        self.answers = AnswerTable(session)
        self.evidence = EvidenceTable(session)
        self.snapshots = SnapshotTable(session)
        self.places = PlaceTable(session)
        self.members = MemberTable(session)
        self.people = PersonTable(session)
        self.road = RoadTable(session)
        self.overrides = OverrideTable(session)
        self.reviews = ReviewTable(session)
        self.ballots = BallotTable(session)
        self.comments = CommentTable(session)
        self.council = CouncilTable(session)
        self.register = RegisterTable(session)
        self.done = DoneTable(session)
        self.self_scans = ScanTable(session)
        self.portfolio = PortfolioTable(session)
        self.publications = PublicationTable(session)
        self.copies = CopyTable(session)
        self.whole = WholeTable(session)
        self.judging = JudgingTable(session)
        self.looks = LookTable(session)
        self.precedents = PrecedentTable(session)
        self.audit = AuditTable(session, now)

    def undo(self) -> None:
        """Drop all changes, for who finds out that there is nothing to change. Nothing may follow."""
        self._session.rollback()


class Store:
    """One database, shared by all sessions of the process."""

    def __init__(self, url: str, clock: Callable[[], datetime] = utc_now) -> None:
        self.engine: Engine = engines.engine_for(url)
        self._reading = engines.reading(self.engine)
        self._clock = clock
        # SQLite has one writer at a time and lets the others sleep and retry. Threads of this process queue
        # here instead, which costs microseconds.
        self._queue: AbstractContextManager[object] = (
            threading.RLock() if self.engine.dialect.name == "sqlite" else nullcontext()
        )

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Open a transaction that may write: committed at the end, rolled back on any exception.

        Raises CannotSave when the database fails.
        """
        with told_as(CannotSave), self._queue, Session(self.engine) as session, session.begin():
            yield Transaction(session, self._clock())

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Open a transaction that only reads; it sees one moment and never waits for a writer.

        Raises Unavailable when the database fails.
        """
        with told_as(Unavailable), Session(self._reading) as session, session.begin():
            yield Transaction(session, self._clock())

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()
