"""What comes out of the tables of review sessions: frozen values. Moments are UTC."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from assessment.review.advice import AdviceKind, Dissent, Proviso


@dataclass(frozen=True)
class Review:
    """One review of one assessment, of the snapshot of that round. Anonymous or named once and for all."""

    id: UUID
    assessment: UUID
    snapshot_round: int
    anonymous: bool
    opened_by: str
    opened_at: datetime


@dataclass(frozen=True)
class ReviewRound:
    """One round of answering in a review; once closed it never changes."""

    id: UUID
    review: UUID
    number: int
    opened_by: str
    opened_at: datetime
    closed_by: str | None = None
    closed_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Tell whether people can answer, so nobody can see results."""
        return self.closed_at is None


@dataclass(frozen=True)
class Advice:
    """What the ethics network advises after a review, on the answers as they were frozen in `round`.

    `proposed` is the kind that the answers pointed at, None when there were too few. `took_part` are the
    account names of who answered in the last round. `one_round` says why the members answered only once,
    empty when they did so twice.
    """

    id: UUID
    assessment: UUID
    review: UUID
    round: int
    kind: AdviceKind
    proposed: AdviceKind | None
    text: str
    conditions: tuple[Proviso, ...]
    arguments_for: tuple[str, ...]
    arguments_against: tuple[str, ...]
    dissents: tuple[Dissent, ...]
    took_part: tuple[str, ...]
    author: str
    at: datetime
    one_round: str = ""
