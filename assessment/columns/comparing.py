"""Two framework versions laid over the same columns of answers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from assessment.answers import Answers
from assessment.columns.changes import Change, Subject
from assessment.columns.coding import Coding, distinct
from assessment.columns.judging import Judged, judge
from assessment.columns.lanes import Lane, Table, differs, lanes
from assessment.framework import Framework


@dataclass(frozen=True)
class Compared:
    """What answer sets amount to in two versions: per set its change (None: none), and what was counted.

    `levels` counts per dimension and instrument (level before, level after); `open` counts per question of
    the new version in how many sets it is asked and has no answer, and was not so before.
    """

    changes: Sequence[Change | None]
    levels: Mapping[Subject, Mapping[tuple[str, str], int]]
    open: Mapping[str, int]


class Comparison:
    """Compare what answers to the framework `old` amount to there and in `new`, as of the day `on`."""

    def __init__(self, old: Framework, new: Framework, on: date) -> None:
        self.old, self.new, self.on = old, new, on
        self.lanes = lanes(old, new)
        also = [name for name, question in new.questions.items() if not question.may_be_empty]
        self._coding = Coding(old, new, also=also)
        self._known: dict[Change, Change] = {}

    def compare(self, sets: Sequence[Answers]) -> Compared:
        """Compare some answer sets; equal ones are judged once."""
        codes = self._coding.encode(sets)
        first, sort_of, weights = distinct(codes)
        codes = codes[first]
        old, new = judge(self._coding, codes, self.on, 0), judge(self._coding, codes, self.on, 1)
        tables = [(lane, lane.table(old, new)) for lane in self.lanes]
        changes = self._changes([(lane, table) for lane, table in tables if differs(table).any()], len(codes))
        return Compared(
            changes=[changes[row] for row in sort_of],
            levels={lane.subject: lane.count(table, weights) for lane, table in tables},
            open=dict(self._open(old, new, weights)),
        )

    def _changes(self, moving: Sequence[tuple[Lane, Table]], size: int) -> list[Change | None]:
        found: list[Change | None] = [None] * size
        if moving:
            # What a lane says where it does not move would only make more patterns.
            masked = np.concatenate([table * differs(table) for _lane, table in moving]).T
            (rows,) = np.nonzero(masked.any(axis=1))
            first, sort_of, _weights = distinct(masked[rows])
            lanes = [lane for lane, _table in moving]
            changes = [self._change(lanes, pattern) for pattern in masked[rows][first]]
            for row, sort in zip(rows, sort_of, strict=True):
                found[row] = changes[sort]
        return found

    def _change(self, moving: Sequence[Lane], pattern: NDArray[np.uint8]) -> Change:
        ends = np.cumsum([lane.width for lane in moving])
        parts = np.split(pattern, ends[:-1])
        moves = (lane.move(part) for lane, part in zip(moving, parts, strict=True))
        change = Change(tuple(move for move in moves if move))
        # Few changes among many assessments: each is kept once.
        return self._known.setdefault(change, change)

    def _open(self, old: Judged, new: Judged, weights: NDArray[np.intp]) -> Iterator[tuple[str, int]]:
        for name, question in self.new.questions.items():
            if question.may_be_empty:
                continue
            lacks = new.weighing.is_shown(name) & new.weighing.is_unanswered(name)
            if name in self.old.questions:
                lacks &= ~(old.weighing.is_shown(name) & old.weighing.is_unanswered(name))
            if count := int(weights[lacks].sum()):
                yield name, count
