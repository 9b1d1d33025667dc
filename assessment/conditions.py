"""The condition language: closed, small, and judged in three truth values.

Nothing is short-circuited: each judgement is a complete tree of what held, what did not and what is open.
From that one tree come all reasons, "why not" and the questions that still matter.
"""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import reduce
from operator import and_, or_
from typing import Annotated, Any, Protocol, Self

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator

from assessment.truth import DONT_KNOW, NEGATED, NO, PROVEN, WORLDS, YES, Truth


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

    def combine(self, worlds: Sequence[int]) -> int:
        """Give the worlds of this condition from those of its parts, in order; a leaf has none."""
        raise TypeError(f"{type(self).__name__} has no parts")

    def children(self) -> "tuple[Condition, ...]":
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


class AllOf(Node):
    """Holds when every part holds; open while no part failed and one is open."""

    all: "tuple[Condition, ...]" = Field(min_length=1)

    def judge(self, weighing: Weighing) -> Finding:
        # No short-circuit: an explanation shows every part, also after the first "no".
        parts = tuple([part.judge(weighing) for part in self.all])
        return Finding(self, self.combine([part.worlds for part in parts]), parts)

    def combine(self, worlds: Sequence[int]) -> int:
        return reduce(and_, worlds)

    def children(self) -> "tuple[Condition, ...]":
        return self.all


class AnyOf(Node):
    """Holds when one part holds; open while none does and one is open."""

    any: "tuple[Condition, ...]" = Field(min_length=1)

    def judge(self, weighing: Weighing) -> Finding:
        parts = tuple([part.judge(weighing) for part in self.any])
        return Finding(self, self.combine([part.worlds for part in parts]), parts)

    def combine(self, worlds: Sequence[int]) -> int:
        return reduce(or_, worlds)

    def children(self) -> "tuple[Condition, ...]":
        return self.any


class Count(BaseModel):
    """How many of which."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    count: int = Field(ge=1)
    of: "tuple[Condition, ...]" = Field(min_length=1)


class AtLeastOf(Node):
    """Holds when at least `count` parts hold."""

    at_least: Count

    def judge(self, weighing: Weighing) -> Finding:
        parts = tuple([part.judge(weighing) for part in self.at_least.of])
        return Finding(self, self.combine([part.worlds for part in parts]), parts)

    def combine(self, worlds: Sequence[int]) -> int:
        return sum(world for world in WORLDS if sum(1 for w in worlds if w & world) >= self.at_least.count)

    def children(self) -> "tuple[Condition, ...]":
        return self.at_least.of


class Not(Node):
    """Holds when its part does not; open when its part is."""

    not_: "Condition" = Field(alias="not")

    def judge(self, weighing: Weighing) -> Finding:
        part = self.not_.judge(weighing)
        return Finding(self, weighing.negate(part), (part,))

    def combine(self, worlds: Sequence[int]) -> int:
        return NEGATED[worlds[0]]

    def children(self) -> "tuple[Condition, ...]":
        return (self.not_,)


class Proven(Node):
    """Holds only when its part certainly does: "weet ik niet" is no proof, an unanswered question may still be."""

    proven: "Condition"

    def judge(self, weighing: Weighing) -> Finding:
        if isinstance(self.proven, Leaf):
            # Proof is asked of the answer, not of the doubt whether the question comes up at all.
            part = weighing.judge_answer(self.proven, proven=True)
            return Finding(self, part.worlds, (part,))
        part = self.proven.judge(weighing)
        return Finding(self, PROVEN[part.worlds], (part,))

    def combine(self, worlds: Sequence[int]) -> int:
        return PROVEN[worlds[0]]

    def children(self) -> "tuple[Condition, ...]":
        return (self.proven,)


class FactNamed(Node):
    """Holds when the fact of this name does."""

    fact: str

    def judge(self, weighing: Weighing) -> Finding:
        return weighing.judge_fact(self.fact)

    def combine(self, worlds: Sequence[int]) -> int:
        return worlds[0]


class Reached(Node):
    """Holds when a rule raised the dimension to this level or a higher one."""

    reached: str
    level: str

    def judge(self, weighing: Weighing) -> Finding:
        return weighing.judge_reached(self.reached, self.level)

    def combine(self, worlds: Sequence[int]) -> int:
        return reduce(or_, worlds)


class Leaf(Node):
    """A comparison of one question."""

    question: str

    def judge(self, weighing: Weighing) -> Finding:
        return weighing.judge_answer(self)

    @abstractmethod
    def match(self, value: Any) -> int:
        """Compare a given answer; unanswered and plain "weet ik niet" never come here."""


class Chosen(Leaf):
    """Holds when the answer is (or includes) one of these options."""

    is_: tuple[str, ...] | None = Field(default=None, alias="is", min_length=1)
    includes: tuple[str, ...] | None = Field(default=None, min_length=1)

    @property
    def options(self) -> tuple[str, ...]:
        """The options that make this hold."""
        return self.is_ or self.includes or ()

    def match(self, value: Any) -> int:
        if isinstance(value, tuple):
            if any(option in self.options for option in value):
                return YES
            return DONT_KNOW if "weet_niet" in value else NO
        return YES if value in self.options else NO


class Amount(Leaf):
    """Holds when the number is at least, or at most, this one."""

    from_: Decimal | None = Field(default=None, alias="from")
    up_to: Decimal | None = None

    @model_validator(mode="after")
    def _one_bound(self) -> Self:
        if (self.from_ is None) == (self.up_to is None):
            raise ValueError("give either 'from' or 'up_to'")
        return self

    def match(self, value: Any) -> int:
        number = getattr(value, "likely", value)
        holds = number >= self.from_ if self.from_ is not None else number <= self.up_to
        return YES if holds else NO


class Before(Leaf):
    """Holds when the whole month lies before this day."""

    before: date

    def match(self, value: Any) -> int:
        return YES if value < self.before.strftime("%Y-%m") else NO


class Unknown(Leaf):
    """Counts (by precaution) while somebody answered "weet ik niet"; never certain."""

    question: str = Field(alias="unknown")

    def match(self, value: Any) -> int:
        return DONT_KNOW if isinstance(value, tuple) and "weet_niet" in value else NO


_FORMS: dict[str, str] = {
    "all": "all",
    "any": "any",
    "not": "not",
    "at_least": "at_least",
    "proven": "proven",
    "fact": "fact",
    "reached": "reached",
    "unknown": "unknown",
    "is": "chosen",
    "includes": "chosen",
    "from": "amount",
    "up_to": "amount",
    "before": "before",
}
FORMS = tuple(_FORMS)


def _form(raw: Any) -> str | None:
    if isinstance(raw, Node):
        return next(tag for tag, node in _NODES.items() if isinstance(raw, node))
    if not isinstance(raw, dict):
        return None
    return next((_FORMS[key] for key in raw if key in _FORMS), None)


Condition = Annotated[
    Annotated[AllOf, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[Not, Tag("not")]
    | Annotated[AtLeastOf, Tag("at_least")]
    | Annotated[Proven, Tag("proven")]
    | Annotated[FactNamed, Tag("fact")]
    | Annotated[Reached, Tag("reached")]
    | Annotated[Unknown, Tag("unknown")]
    | Annotated[Chosen, Tag("chosen")]
    | Annotated[Amount, Tag("amount")]
    | Annotated[Before, Tag("before")],
    Discriminator(_form),
]

_NODES: dict[str, type[Node]] = {
    "all": AllOf,
    "any": AnyOf,
    "not": Not,
    "at_least": AtLeastOf,
    "proven": Proven,
    "fact": FactNamed,
    "reached": Reached,
    "unknown": Unknown,
    "chosen": Chosen,
    "amount": Amount,
    "before": Before,
}

for _node in (*_NODES.values(), Count):
    _node.model_rebuild()
