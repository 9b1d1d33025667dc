"""From columns of answers to levels: the columnar twin of `assessment.evaluation`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from assessment.columns.coding import Codes, Coding
from assessment.columns.weighing import ColumnWeighing, Marks, Worlds
from assessment.parts import Dimension, Rule
from assessment.truth import CERTAIN, COUNTED, POSSIBLE

Heights = NDArray[np.uint8]  # heights of levels (0 is the lowest), per answer set


@dataclass(frozen=True)
class Bounds:
    """Where a dimension or instrument stands, per answer set, as heights of its levels.

    `raised` has per rule that raises it the height it raises to while it counts, and 0 where it does not.
    """

    at_least: Heights
    counted: Heights
    at_most: Heights
    raised: Mapping[str, Heights]


@dataclass(frozen=True)
class Judged:
    """What many answer sets amount to: dimensions and instruments by id."""

    weighing: ColumnWeighing
    dimensions: Mapping[str, Bounds]
    instruments: Mapping[str, Bounds]


def judge(coding: Coding, codes: Codes, on: date, place: int = 0) -> Judged:
    """Judge answer sets in the framework at this place of the coding, as of the day `on`."""
    weighing = ColumnWeighing(coding, codes, place)
    framework = weighing.framework
    scale = framework.instrument_scale
    return Judged(
        weighing,
        {
            name: _bounds(weighing, framework.rules_of[name], _Full(dimension))
            for name, dimension in framework.dimensions.items()
        },
        {
            name: _bounds(weighing, instrument.rules, _Now(weighing, scale, on))
            for name, instrument in framework.instruments.items()
        },
    )


class _Full:
    """The height a rule raises to."""

    def __init__(self, scale: Dimension) -> None:
        self._scale = scale

    def of(self, rule: Rule) -> Heights:
        """Give the height of this rule; one for all answer sets."""
        return np.array(self._scale.rank[rule.level], np.uint8)


class _Now(_Full):
    """The height a rule of an instrument raises to on a day: a duty of the future recommends."""

    def __init__(self, weighing: ColumnWeighing, scale: Dimension, on: date) -> None:
        super().__init__(scale)
        self._weighing, self._on = weighing, on

    def of(self, rule: Rule) -> Heights:
        """Give the height of this rule; a postponement counts only where it is proven."""
        full = super().of(rule)
        if rule.starts is None:
            return full
        moment = self._weighing.framework.dates[rule.starts]
        coming: Marks = np.array(moment.from_ > self._on)
        if moment.later:
            postponed = self._weighing.judge(moment.later.when) & CERTAIN != 0
            coming = np.where(postponed, moment.later.from_ > self._on, coming)
        return np.where(coming, np.minimum(full, 1), full).astype(np.uint8)


def _bounds(weighing: ColumnWeighing, rules: Iterable[Rule], height: _Full) -> Bounds:
    judged = [(rule.id, weighing.judge_rule(rule), height.of(rule)) for rule in rules]
    return Bounds(
        at_least=_highest(weighing.size, judged, CERTAIN),
        counted=_highest(weighing.size, judged, COUNTED),
        at_most=_highest(weighing.size, judged, POSSIBLE),
        raised={name: _where(worlds, COUNTED | CERTAIN, full) for name, worlds, full in judged},
    )


def _highest(size: int, judged: Iterable[tuple[str, Worlds, Heights]], world: int) -> Heights:
    found = np.zeros(size, np.uint8)
    for _name, worlds, full in judged:
        np.maximum(found, _where(worlds, world, full), out=found)
    return found


def _where(worlds: Worlds, world: int, full: Heights) -> Heights:
    raised: Heights = (worlds & world != 0) * full
    return raised
