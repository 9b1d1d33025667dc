"""Comments as they come out of the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, auto
from uuid import UUID


class Kind(StrEnum):
    """What a step in a conversation is."""

    WRITTEN = auto()
    RESOLVED = auto()
    REOPENED = auto()


@dataclass(frozen=True)
class Comment:
    """One step in a conversation; `thread` is the number of its first step. Only WRITTEN has words."""

    assessment: UUID
    number: int
    question: str
    thread: int
    kind: Kind
    text: str
    author: str
    at: datetime
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Thread:
    """A conversation about one answer, oldest step first."""

    steps: tuple[Comment, ...]

    @property
    def number(self) -> int:
        """What names it within its assessment."""
        return self.steps[0].thread

    @property
    def question(self) -> str:
        """The question it is about."""
        return self.steps[0].question

    @property
    def is_open(self) -> bool:
        """Nobody closed it, or somebody said something after that."""
        return self.steps[-1].kind is not Kind.RESOLVED


@dataclass(frozen=True)
class Count:
    """How much was said about a question: comments, and conversations that are open."""

    comments: int
    open: int


def threads(comments: Sequence[Comment]) -> list[Thread]:
    """Put comments, in the order of their numbers, together as conversations."""
    found: dict[int, list[Comment]] = {}
    for comment in comments:
        found.setdefault(comment.thread, []).append(comment)
    return [Thread(tuple(steps)) for steps in found.values()]
