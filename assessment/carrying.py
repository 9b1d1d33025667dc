"""A tier that a person set higher by hand carries on: which instruments the rules ask for at that tier."""

from collections.abc import Mapping

from assessment.answers import Answers
from assessment.evaluation import instruments_of
from assessment.findings import Finding
from assessment.framework import Framework
from assessment.outcome import Outcome
from assessment.truth import YES
from assessment.weighing import Weighing


class _AsIf(Weighing):
    """Weighs the same answers, and takes it that dimensions have reached these levels."""

    def __init__(self, framework: Framework, answers: Answers, reached: Mapping[str, str]) -> None:
        super().__init__(framework, answers)
        self._as_if = reached

    def judge_reached(self, dimension: str, level: str) -> Finding:
        """Judge as the answers do, or find it reached because somebody said so."""
        found = super().judge_reached(dimension, level)
        rank = self.framework.dimensions[dimension].rank
        if dimension not in self._as_if or rank[level] > rank[self._as_if[dimension]]:
            return found
        return Finding(found.condition, YES, found.parts)


def levels_at(outcome: Outcome, dimension: str, level: str) -> dict[str, str]:
    """Give the level of each instrument, had the answers of `outcome` brought `dimension` to `level`.

    Never lower than `outcome` says: what is asked for at a lower tier only stays asked for.
    """
    weighing = _AsIf(outcome.framework, outcome.answers, {dimension: level})
    raised = instruments_of(weighing, outcome.on)
    return {
        name: max(found.counted, raised[name].counted, key=lambda one: found.dimension.rank[one])
        for name, found in outcome.instruments.items()
    }
