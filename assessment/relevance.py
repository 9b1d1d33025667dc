"""Which open questions still matter, and how much."""

from collections.abc import Iterable

from assessment.answers import is_unknown
from assessment.findings import Finding, Leaf
from assessment.truth import CERTAIN, POSSIBLE
from assessment.weighing import Weighing


class Relevance:
    """The open questions under the findings of one weighing; each finding is looked through once."""

    def __init__(self, weighing: Weighing) -> None:
        self._weighing = weighing
        self._order = {question: place for place, question in enumerate(weighing.framework.questions)}
        self._seen: dict[int, frozenset[str]] = {}

    def still_matter(self, rules: Iterable[tuple[Finding, int]], certain: int) -> tuple[str, ...]:
        """Give the questions whose answer can still raise an outcome above `certain`, the weightiest first.

        `rules` are the conditions with the height each raises to. A question weighs more when it can raise
        higher, then when more open rules wait for it.
        """
        weight: dict[str, list[int]] = {}
        for finding, height in rules:
            if height > certain and is_open(finding):
                for question in self.under(finding):
                    top_and_count = weight.setdefault(question, [0, 0])
                    top_and_count[0] = max(top_and_count[0], height)
                    top_and_count[1] += 1
        return tuple(sorted(weight, key=lambda q: (-weight[q][0], -weight[q][1], self._order[q])))

    def under(self, finding: Finding) -> frozenset[str]:
        """Give the questions that keep this finding open."""
        known = self._seen.get(id(finding))
        if known is None:
            known = self._seen[id(finding)] = frozenset(self._collect(finding))
        return known

    def _collect(self, finding: Finding) -> set[str]:
        found: set[str] = set()
        if isinstance(finding.condition, Leaf) and self._is_open(finding.condition.question):
            found.add(finding.condition.question)
        for part in finding.parts:
            if is_open(part):
                found |= self.under(part)
        return found

    def _is_open(self, question: str) -> bool:
        """A question that is not asked yet is not the one to answer: what decides whether it comes up is."""
        if not self._weighing.is_shown(question):
            return False
        answer = self._weighing.answer(question)
        return answer is None or is_unknown(answer)


def is_open(finding: Finding) -> bool:
    """Tell whether this may still become yes as well as no."""
    return bool(finding.worlds & POSSIBLE) and not finding.worlds & CERTAIN
