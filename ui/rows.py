"""The questions of a step in rows: one, or the same question about two ways of working, side by side."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assessment.framework import Framework
from assessment.parts import Question

LINE = "line"


@dataclass(frozen=True)
class Row:
    """One question; or a pair, with what both are about as `title`."""

    questions: tuple[Question, ...]
    title: str = ""

    @property
    def is_pair(self) -> bool:
        """The questions stand side by side."""
        return len(self.questions) > 1


def of(framework: Framework, shown: Sequence[Question]) -> list[Row]:
    """Put questions in rows, in their own order; one whose other half is not asked stands alone."""
    asked = {question.id: question for question in shown}
    pairs = {
        with_: without
        for with_, without in framework.side_by_side.items()
        if with_ in asked and without in asked
    }
    titles = {line.with_: line.text for line in framework.cost_lines}
    titles |= {aspect.with_: aspect.text for aspect in framework.aspects}
    seconds = set(pairs.values())
    return [
        Row((question, asked[pairs[question.id]]), titles[question.id])
        if question.id in pairs
        else Row((question,))
        for question in shown
        if question.id not in seconds
    ]


def without_spare_lines(questions: Sequence[Question], needed: Callable[[str], bool]) -> list[Question]:
    """Leave out the lines of one's own without content, all but the first, unless they are `needed`."""
    empty = [question for question in questions if question.kind == LINE and not needed(question.id)]
    return [question for question in questions if question not in empty[1:]]
