"""A judged condition: what it is in each world, and the findings it rests on.

Nothing is short-circuited: each judgement is a complete tree of what held, what did not and what is open.
From that one tree come all reasons, "why not" and the questions that still matter.
"""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from pydantic import BaseModel, ConfigDict

from assessment.truth import Truth


class Weighing(Protocol):
    """What a condition needs to know of one set of answers on one framework."""

    def judge_answer(self, leaf: "Leaf", *, proven: bool = False) -> "Finding":
        """Judge one question, as far as it is asked at all; `proven`: a don't-know counts as no."""

    def judge_fact(self, name: str) -> "Finding":
        """Judge a named fact, once."""

    def judge_reached(self, dimension: str, level: str) -> "Finding":
        """Judge whether a dimension has reached a level."""

    def negate(self, finding: "Finding") -> int:
        """Give the worlds in which the finding does not hold."""


class Finding:
    """One judged condition: what it is in each world, and the findings it rests on."""

    __slots__ = ("condition", "parts", "worlds")

    def __init__(self, condition: "Node", worlds: int, parts: "tuple[Finding, ...]" = ()) -> None:
        self.condition = condition
        self.worlds = worlds
        self.parts = parts

    @property
    def truth(self) -> Truth:
        """Yes, no or open."""
        return Truth.of(self.worlds)

    def __repr__(self) -> str:
        return f"<{type(self.condition).__name__} {self.truth.value}>"


class Node(BaseModel):
    """One condition."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    @abstractmethod
    def judge(self, weighing: Weighing) -> Finding:
        """Judge this condition and everything under it."""

    @abstractmethod
    def combine(self, worlds: Sequence[int]) -> int:
        """Give the worlds of this condition from those of its parts, in order."""

    def children(self) -> "tuple[Node, ...]":
        """Give the conditions directly under this one."""
        return ()

    def walk(self) -> "Iterator[Node]":
        """Yield this condition and all under it."""
        yield self
        for child in self.children():
            yield from child.walk()

    def questions(self) -> frozenset[str]:
        """Give the questions named in this condition itself (not in the facts it names)."""
        return frozenset(node.question for node in self.walk() if isinstance(node, Leaf))


class Leaf(Node):
    """A comparison of one question."""

    question: str

    def judge(self, weighing: Weighing) -> Finding:
        return weighing.judge_answer(self)

    def combine(self, worlds: Sequence[int]) -> int:
        raise TypeError(f"a comparison has no parts, and got {len(worlds)}")

    @abstractmethod
    def match(self, value: Any) -> int:
        """Compare a given answer; unanswered and plain "weet ik niet" never come here."""
