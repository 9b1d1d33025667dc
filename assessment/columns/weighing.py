"""Many answer sets laid against one framework: each condition judged for all of them at once.

The columnar twin of `assessment.weighing.Weighing`: the same conditions, the same four worlds, one byte per
answer set instead of one number. What a condition means is decided there; a property test keeps both equal.
"""

from collections.abc import Sequence
from functools import reduce
from operator import and_, or_

import numpy as np
from numpy.typing import NDArray

from assessment.columns.coding import Codes, Coding
from assessment.conditions import AllOf, AtLeastOf, FactNamed, Not, Proven, Reached
from assessment.findings import Leaf, Node
from assessment.parts import Rule
from assessment.truth import CERTAIN, COUNTED, NEGATED, NO, PROVEN, UNANSWERED, WORLDS, YES
from assessment.weighing import match

Worlds = NDArray[np.uint8]  # the worlds of one condition, per answer set
Marks = NDArray[np.bool_]  # yes or no, per answer set

_NEGATED = np.array(NEGATED, np.uint8)
_PROVEN = np.array(PROVEN, np.uint8)


class ColumnWeighing:
    """Judge conditions for many answer sets; every judgement is made once and kept. Never change a result."""

    def __init__(self, coding: Coding, codes: Codes, place: int = 0) -> None:
        """Lay `codes` (of `coding`) against the framework at this place of the coding."""
        self.framework = coding.frameworks[place]
        self.size = len(codes)
        self._coding, self._place = coding, place
        self._columns = {name: codes[:, column] for name, column in coding.column.items()}
        # Conditions live as long as their framework, so their identity names them; comparing them is slow.
        self._judged: dict[tuple[int, bool], Worlds] = {}
        self._as_if: dict[tuple[int, bool], Worlds] = {}
        self._asked: dict[str, Worlds] = {}
        self._shown: dict[str, Marks] = {}

    def judge(self, node: Node, proven: bool = False) -> Worlds:
        """Judge a condition; `proven`: of a comparison that must be proven, a don't-know counts as no."""
        key = (id(node), proven)
        worlds = self._judged.get(key)
        if worlds is None:
            worlds = self._judged[key] = self._judge(node, proven)
        return worlds

    def judge_rule(self, rule: Rule) -> Worlds:
        """Judge the condition of one rule."""
        return self.judge(rule.when)

    def _judge(self, node: Node, proven: bool) -> Worlds:
        if isinstance(node, Leaf):
            found = np.where(self.is_shown(node.question), self._match(node), np.uint8(UNANSWERED))
            return self.asked(node.question) & (_PROVEN[found] if proven else found)
        if isinstance(node, Not):
            return self._negate(node.not_)
        if isinstance(node, Reached) and not self._rank(node):
            return self._all(YES)
        if isinstance(node, Proven) and isinstance(node.proven, Leaf):
            # Proof is asked of the answer, not of the doubt whether the question comes up at all.
            return self.judge(node.proven, proven=True)
        return self._combine(node, [self.judge(part, proved) for part, proved in self._parts(node)])

    def _negate(self, part: Node) -> Worlds:
        """Doubt whether a question comes up must not turn into doubt about its answer (`Weighing.negate`)."""
        worlds = self.judge(part)
        settled = (worlds == NO) | (worlds == YES)
        if settled.all():
            return _NEGATED[worlds]
        return _NEGATED[np.where(settled, worlds, self._when_asked(part, proven=False))]

    def _when_asked(self, node: Node, proven: bool) -> Worlds:
        key = (id(node), proven)
        worlds = self._as_if.get(key)
        if worlds is None:
            worlds = self._as_if[key] = self._judge_when_asked(node, proven)
        return worlds

    def _judge_when_asked(self, node: Node, proven: bool) -> Worlds:
        if isinstance(node, Leaf):
            shown = self.is_shown(node.question)
            return np.where(shown, self._match(node), self.judge(node, proven))
        return self._combine(node, [self._when_asked(part, proved) for part, proved in self._parts(node)])

    def _parts(self, node: Node) -> list[tuple[Node, bool]]:
        """Give the conditions a judgement rests on, and whether each must be proven."""
        if isinstance(node, FactNamed):
            return [(self.framework.facts[node.fact].when, False)]
        if isinstance(node, Reached):
            rank, rules = self.framework.dimensions[node.reached].rank, self.framework.rules_of[node.reached]
            return [(rule.when, False) for rule in rules if rank[rule.level] >= self._rank(node)]
        if isinstance(node, Proven):
            return [(node.proven, isinstance(node.proven, Leaf))]
        return [(part, False) for part in node.children()]

    def _combine(self, node: Node, parts: Sequence[Worlds]) -> Worlds:
        if isinstance(node, AllOf):
            return reduce(and_, parts)
        if isinstance(node, AtLeastOf):
            enough = (_how_many(parts, world) >= node.at_least.count for world in WORLDS)
            return reduce(or_, (np.uint8(world) * held for world, held in zip(WORLDS, enough, strict=True)))
        if isinstance(node, Not):
            return _NEGATED[parts[0]]
        if isinstance(node, Proven):
            return _PROVEN[parts[0]]
        return reduce(or_, parts, self._all(NO))  # one of several, a fact, or rules that reach a level

    def asked(self, question: str) -> Worlds:
        """Give the worlds in which this question is asked."""
        worlds = self._asked.get(question)
        if worlds is None:
            worlds = self._asked[question] = self._judge_asked(question)
        return worlds

    def _judge_asked(self, question: str) -> Worlds:
        if question in self.framework.always_asked:
            return self._all(YES)
        something = _NEGATED[self.judge(self.framework.nothing_to_weigh_if)]
        show_if = self.framework.questions[question].show_if
        return something if show_if is None else something & self.judge(show_if)

    def is_shown(self, question: str) -> Marks:
        """Tell where the screen asks this question now (`Weighing.is_shown`)."""
        shown = self._shown.get(question)
        if shown is None:
            shown = self._shown[question] = self._judge_shown(question)
        return shown

    def _judge_shown(self, question: str) -> Marks:
        asked: Marks = self.asked(question) == YES
        if asked.all():
            return asked
        called: Marks = self.judge(self.framework.nothing_to_weigh_if) & CERTAIN == 0
        show_if = self.framework.questions[question].show_if
        if show_if is not None:
            called &= self.judge(show_if) & COUNTED != 0
        return asked | called

    def is_unanswered(self, question: str) -> Marks:
        """Tell where nobody answered this question, or with what is no answer in this framework."""
        values = self._coding.values(self._place, question)
        missing: Marks = np.array([value is None for value in values])[self._columns[question]]
        return missing

    def _match(self, leaf: Leaf) -> Worlds:
        values = self._coding.values(self._place, leaf.question)
        return np.array([match(leaf, value) for value in values], np.uint8)[self._columns[leaf.question]]

    def _rank(self, node: Reached) -> int:
        return self.framework.dimensions[node.reached].rank[node.level]

    def _all(self, worlds: int) -> Worlds:
        return np.full(self.size, worlds, np.uint8)


def _how_many(parts: Sequence[Worlds], world: int) -> NDArray[np.uint16]:
    found: NDArray[np.uint16] = np.add.reduce([part & world != 0 for part in parts], dtype=np.uint16)
    return found
