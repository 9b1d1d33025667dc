"""The condition language: closed, small, and judged in three truth values."""

from collections.abc import Sequence
from functools import reduce
from operator import and_, or_
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from assessment.comparisons import Amount, Before, Chosen, Unknown
from assessment.findings import Finding, Leaf, Node, Weighing
from assessment.truth import NEGATED, NO, PROVEN, WORLDS, YES


class AllOf(Node):
    """Holds when every part holds; open while no part failed and one is open."""

    all: "tuple[Condition, ...]" = Field(min_length=1)

    def judge(self, weighing: Weighing) -> Finding:
        # No short-circuit: an explanation shows every part, also after the first "no".
        parts = tuple([part.judge(weighing) for part in self.all])
        worlds = YES  # a plain loop: half of all time of an evaluation is spent here
        for part in parts:
            worlds &= part.worlds
        return Finding(self, worlds, parts)

    def combine(self, worlds: Sequence[int]) -> int:
        return reduce(and_, worlds)

    def children(self) -> "tuple[Condition, ...]":
        return self.all


class AnyOf(Node):
    """Holds when one part holds; open while none does and one is open."""

    any: "tuple[Condition, ...]" = Field(min_length=1)

    def judge(self, weighing: Weighing) -> Finding:
        parts = tuple([part.judge(weighing) for part in self.any])
        worlds = NO
        for part in parts:
            worlds |= part.worlds
        return Finding(self, worlds, parts)

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
    """Holds only when its part certainly does: "weet ik niet" is no proof, no answer may still become one."""

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

Count.model_rebuild()
for _node in _NODES.values():
    _node.model_rebuild()
