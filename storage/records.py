"""What comes out of the database: frozen values that outlive their transaction. Moments are UTC."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from assessment.answers import Reply
from assessment.road import State


@dataclass(frozen=True)
class Assessment:
    """One weighing of one algorithm, in one framework version that never changes under it."""

    id: UUID
    title: str
    framework_version: str
    framework_hash: str
    created_at: datetime
    created_by: str
    updated_at: datetime
    round: int = 1
    finished_at: datetime | None = None

    @property
    def finished(self) -> bool:
        """Tell whether this round is closed; answers stay as they are until it is reopened."""
        return self.finished_at is not None


@dataclass(frozen=True)
class Summary(Assessment):
    """An assessment in a list: `answered` questions have an answer, `last_step` is where this user was."""

    last_step: str | None = None
    answered: int = 0


@dataclass(frozen=True)
class Revision:
    """One reply to one question as somebody gave it. Number 1 is the first; 0 stands for "not answered yet".

    `set_aside`: somebody else was faster, so this reply never counted. It is kept, with the number of the
    revision that counted then.
    """

    question: str
    number: int
    reply: Reply
    author: str
    at: datetime
    set_aside: bool = False


@dataclass(frozen=True)
class Evidence:
    """What supports an answer: a link (`url`) or a file (`media_type`, `size` in bytes, `sha256`)."""

    id: UUID
    assessment: UUID
    question: str
    name: str
    author: str
    at: datetime
    url: str | None = None
    media_type: str | None = None
    size: int | None = None
    sha256: str | None = None

    @property
    def is_file(self) -> bool:
        """Tell a file from a link."""
        return self.url is None


@dataclass(frozen=True)
class Snapshot:
    """The outcome of one round, as it was when it was finished.

    `content` is canonical JSON; `sha256` is the hash of its UTF-8 bytes. `on` is the reference date.
    `revisions` gives the number that counted per question id: as revisions never change, it pins the notes
    and authors too.
    """

    assessment: UUID
    round: int
    framework_version: str
    framework_hash: str
    answers_hash: str
    on: date
    content: str = field(repr=False)
    sha256: str
    revisions: Mapping[str, int] = field(repr=False)
    author: str
    at: datetime


@dataclass(frozen=True)
class Member:
    """Somebody who takes part in an assessment; `role` is an id of `services.roles`, `author` added them."""

    assessment: UUID
    user: str
    role: str
    author: str
    at: datetime


@dataclass(frozen=True)
class Person:
    """Somebody who signed in: account name, what people read, ids of roles, and when they were last seen."""

    name: str
    display: str
    roles: frozenset[str]
    seen_at: datetime


@dataclass(frozen=True)
class Transition:
    """One move of an assessment on the road to a decision; the first has number 1.

    `detail` is what its author gave along, as JSON-able data: a decision, a trigger, a day.
    """

    assessment: UUID
    number: int
    round: int
    from_: State
    to: State
    why: str
    detail: Mapping[str, Any] = field(repr=False)
    author: str
    at: datetime
