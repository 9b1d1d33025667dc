"""One dimension or instrument in two versions of a framework, as columns of levels and rules."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assessment.columns.changes import Move, RuleChange, Stand, Subject
from assessment.columns.judging import Bounds, Judged
from assessment.columns.weighing import Marks
from assessment.framework import Framework
from assessment.parts import Dimension, Rule

# One row per column of a lane, one column per answer set: three bounds before, three after (numbers of
# levels), then per rule the level it raises to before and after (number + 1, or 0 where it does not count).
Table = NDArray[np.uint8]
BEFORE, AFTER, RULES = slice(0, 3), slice(3, 6), 6
COUNTED_BEFORE, COUNTED_AFTER = 1, 4


@dataclass(frozen=True)
class Lane:
    """A dimension or instrument in both versions; `levels` and `rules` hold the ids of both together."""

    subject: Subject
    old: Dimension
    new: Dimension
    levels: tuple[str, ...]
    rules: tuple[str, ...]

    @property
    def width(self) -> int:
        """The number of rows in its table."""
        return RULES + 2 * len(self.rules)

    def table(self, old: Judged, new: Judged) -> Table:
        """Give where it stands; an instrument that one version does not have is not needed there."""
        found = np.zeros((self.width, old.weighing.size), np.uint8)
        self._fill(found[BEFORE], found[RULES::2], self.old, _bounds(old, self.subject))
        self._fill(found[AFTER], found[RULES + 1 :: 2], self.new, _bounds(new, self.subject))
        return found

    def _fill(self, stand: Table, raised: Table, scale: Dimension, bounds: Bounds | None) -> None:
        numbers = np.array([self.levels.index(level.id) for level in scale.levels], np.uint8)
        stand[:] = numbers[0]
        if bounds is not None:
            stand[:] = numbers[np.stack([bounds.at_least, bounds.counted, bounds.at_most])]
            # Nothing raises to the lowest level, so its place tells that a rule does not count.
            raises = np.append(np.uint8(0), numbers[1:] + np.uint8(1))
            for row, rule in zip(raised, self.rules, strict=True):
                if rule in bounds.raised:
                    row[:] = raises[bounds.raised[rule]]

    def count(self, table: Table, weights: NDArray[np.intp]) -> Mapping[tuple[str, str], int]:
        """Count per (level before, level after), by what was said so far."""
        size = len(self.levels)
        found = np.bincount(table[COUNTED_BEFORE].astype(np.int64) * size + table[COUNTED_AFTER], weights)
        return {
            (self.levels[pair // size], self.levels[pair % size]): int(found[pair])
            for pair in np.flatnonzero(found)
        }

    def move(self, column: NDArray[np.uint8]) -> Move | None:
        """Read one column of a table; None when nothing moves."""
        before, after = (Stand(*(self.levels[number] for number in column[part])) for part in (BEFORE, AFTER))
        return None if before == after else Move(self.subject, before, after, tuple(self._rules(column)))

    def _rules(self, column: NDArray[np.uint8]) -> Iterator[RuleChange]:
        for place, rule in enumerate(self.rules):
            old, new = (int(number) for number in column[RULES + 2 * place : RULES + 2 * place + 2])
            if old != new:
                yield RuleChange(rule, self._level(old), self._level(new))

    def _level(self, number: int) -> str | None:
        return self.levels[number - 1] if number else None


def lanes(old: Framework, new: Framework) -> list[Lane]:
    """Give the dimensions that both versions have, and the instruments of either, in their order."""
    found = [
        _lane(Subject("dimension", name), old.dimensions[name], new.dimensions[name], _rules(name, old, new))
        for name in new.dimensions
        if name in old.dimensions
    ]
    for name in dict.fromkeys((*new.instruments, *old.instruments)):
        rules = [
            rule
            for version in (old, new)
            if name in version.instruments
            for rule in version.instruments[name].rules
        ]
        found.append(_lane(Subject("instrument", name), old.instrument_scale, new.instrument_scale, rules))
    return found


def differs(table: Table) -> Marks:
    """Tell for which answer sets some bound is another."""
    found: Marks = (table[BEFORE] != table[AFTER]).any(axis=0)
    return found


def _rules(dimension: str, old: Framework, new: Framework) -> list[Rule]:
    return [*old.rules_of[dimension], *new.rules_of[dimension]]


def _lane(subject: Subject, old: Dimension, new: Dimension, rules: list[Rule]) -> Lane:
    levels = tuple(dict.fromkeys(level.id for scale in (old, new) for level in scale.levels))
    return Lane(subject, old, new, levels, tuple(dict.fromkeys(rule.id for rule in rules)))


def _bounds(judged: Judged, subject: Subject) -> Bounds | None:
    found = judged.dimensions if subject.kind == "dimension" else judged.instruments
    return found.get(subject.id)
