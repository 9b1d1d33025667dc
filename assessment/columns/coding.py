"""Answers as small numbers: values that no condition of the frameworks at hand tells apart share one."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assessment.amounts import InvalidAnswer
from assessment.answers import Answers, Value, dump, parse
from assessment.condition_checks import conditions
from assessment.findings import Leaf
from assessment.framework import Framework
from assessment.parts import Question
from assessment.weighing import match

Codes = NDArray[np.uint16]
NO_ANSWER = 0
# A question about an amount can have as many values as there are assessments; then remembering starts anew.
REMEMBERED = 50_000
LONG = 100  # characters; a text of this length comes once
PRESENT = "…"
AT_ONCE = 200


def carried(question: Question | None, value: Value) -> Value | None:
    """Give `value` as an answer to this question of another version; None when it is none there."""
    if question is None:
        return None
    try:
        return parse(question, dump(value))
    except InvalidAnswer:
        return None


class Coding:
    """The codes of one set of questions, for one framework or for several that share the answers.

    Answers are those of the first framework; to the others they are carried. Code 0 is "not answered".
    `also` names questions besides those that a condition asks for: whether they are answered is kept too.
    """

    def __init__(self, *frameworks: Framework, also: Sequence[str] = ()) -> None:
        self.frameworks = frameworks
        leaves = [_leaves(framework) for framework in frameworks]
        self.questions = tuple(dict.fromkeys((*(name for found in leaves for name in found), *also)))
        self._classes = {
            name: _Classes(
                tuple(framework.questions.get(name) for framework in frameworks),
                tuple(found.get(name, ()) for found in leaves),
            )
            for name in self.questions
        }

    def encode(self, sets: Sequence[Answers]) -> Codes:
        """Encode answer sets: one row per set, one column per question of `questions`."""
        codes = np.empty((len(sets), len(self.questions)), np.uint16)
        # A few sets at a time: every question goes past all of them, and they should stay in the cache.
        for start in range(0, len(sets), AT_ONCE):
            some = sets[start : start + AT_ONCE]
            for column, (name, classes) in enumerate(self._classes.items()):
                codes[start : start + AT_ONCE, column] = (
                    [name in answers for answers in some]
                    if classes.only_presence
                    else [classes[answers.get(name)] for answers in some]
                )
        return codes

    def values(self, place: int, question: str) -> list[Value | None]:
        """Give one value for each code of a question, as the framework at this place reads it."""
        return [values[place] for values in self._classes[question].examples]

    @cached_property
    def column(self) -> Mapping[str, int]:
        """The column of each question."""
        return {name: number for number, name in enumerate(self.questions)}


def distinct(
    codes: NDArray[np.unsignedinteger[Any]],
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """Give one row of each sort of `codes`, per row its sort, and how many rows each sort has."""
    # Sorting whole rows takes longer than judging them; equal rows have equal sums.
    factors = np.random.default_rng(1).integers(1, 2**63, codes.shape[1], np.uint64)
    sums = codes.astype(np.uint64) @ factors
    _sums, first, sort_of, counts = np.unique(
        sums, return_index=True, return_inverse=True, return_counts=True
    )
    if not np.array_equal(codes[first][sort_of], codes):  # two sorts with one sum: then each row is its own
        return np.arange(len(codes)), np.arange(len(codes)), np.ones(len(codes), np.intp)
    return first, sort_of, counts


class _Classes(dict[Value | None, int]):
    """The code of each value of one question; a value seen for the first time is looked at once."""

    def __init__(self, questions: tuple[Question | None, ...], leaves: tuple[tuple[Leaf, ...], ...]) -> None:
        super().__init__({None: NO_ANSWER})
        self._questions, self._leaves = questions, leaves
        first = questions[0]
        # An unchanged question takes the same answers, so they need no second look.
        self._same = tuple(first is not None and question == first for question in questions)
        self._known: dict[tuple[tuple[int, ...], ...], int] = {}
        self.examples: list[tuple[Value | None, ...]] = [(None,) * len(questions)]
        self.only_presence = first is not None and all(self._same) and not any(leaves)
        if self.only_presence:
            self.examples.append((PRESENT,) * len(questions))

    def __missing__(self, value: Value) -> int:
        read = tuple(
            value if same else carried(question, value)
            for same, question in zip(self._same, self._questions, strict=True)
        )
        told = tuple(_told(leaves, one) for leaves, one in zip(self._leaves, read, strict=True))
        code = self._known.get(told)
        if code is None:
            code = self._known[told] = len(self.examples)
            self.examples.append(read)
        if len(self) > REMEMBERED:
            self.clear()
            self[None] = NO_ANSWER
        if not isinstance(value, str) or len(value) <= LONG:
            self[value] = code
        return code


def _told(leaves: tuple[Leaf, ...], value: Value | None) -> tuple[int, ...]:
    """Say all that the comparisons say of a value; first whether it is an answer at all."""
    return (int(value is not None), *(match(leaf, value) for leaf in leaves))


def _leaves(framework: Framework) -> dict[str, tuple[Leaf, ...]]:
    found: dict[str, list[Leaf]] = {}
    for place in conditions(framework):
        for node in place.condition.walk():
            if isinstance(node, Leaf):
                found.setdefault(node.question, []).append(node)
    return {name: tuple(dict.fromkeys(leaves)) for name, leaves in found.items()}
