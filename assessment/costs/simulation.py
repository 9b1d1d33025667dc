"""The comparison by chance: thousands of draws of everything that is not sure, always the same ones.

A number keeps its draws whatever else is filled in: its seed is its own key, so one more line does not
shuffle the others.
"""

from dataclasses import dataclass
from zlib import crc32

import numpy as np

from assessment.costs import exact, formula
from assessment.costs.formula import Floats, Values
from assessment.costs.quantity import Quantity
from assessment.costs.reading import DISCOUNT
from assessment.costs.result import Bin, BreakEven, Payback, Spread, Tipping
from assessment.costs.sheet import Sheet

DRAWS = 20_000
SEED = 2026
BINS = 30
SHARES = (0.1, 0.5, 0.9)


@dataclass(frozen=True)
class Draws:
    """What was spent up to and including each year: arrays of (years, draws), in euros of today."""

    values: Values[Floats]
    with_: Floats
    without: Floats

    @property
    def saving(self) -> Floats:
        """How much cheaper the algorithm is at the end, per draw."""
        saved: Floats = self.without[-1] - self.with_[-1]
        return saved


def draw(sheet: Sheet) -> Draws:
    """Draw every number that is not sure, independently of the others."""
    numbers = {entry.key: _drawn(entry.key, entry.quantity) for entry in sheet.entries}
    growth = 1 + numbers[DISCOUNT] / 100
    factors = tuple(growth**-year for year in range(sheet.horizon + 1))
    chosen = Values(numbers, factors, np.zeros(1))
    sides = [
        np.stack(
            [np.broadcast_to(formula.until(items, chosen, year), DRAWS) for year in range(sheet.horizon + 1)]
        )
        for items in (sheet.sides.with_, sheet.sides.without)
    ]
    return Draws(chosen, *sides)


def spreads(spent: Floats) -> list[Spread]:
    """Return the spread of each row of (years, draws)."""
    return [Spread(*(float(number) for number in row)) for row in np.quantile(spent, SHARES, axis=1).T]


def chance(draws: Draws) -> float:
    """Return the part of the draws in which the algorithm is cheaper."""
    return float(np.mean(draws.saving > 0))


def histogram(draws: Draws) -> tuple[Bin, ...]:
    """Count the differences in bins of a round width, with a border at zero."""
    saving = draws.saving
    low, high = float(saving.min()), float(saving.max())
    if low == high:
        return (Bin(low, high, DRAWS),)
    width = _round_width((high - low) / BINS)
    edges = np.arange(np.floor(low / width), np.ceil(high / width) + 1) * width
    counts, _edges = np.histogram(saving, edges)
    return tuple(
        Bin(float(left), float(right), int(count))
        for left, right, count in zip(edges, edges[1:], counts, strict=False)
    )


def break_even(sheet: Sheet, draws: Draws) -> BreakEven:
    """Return the volume at which both cost the same, exactly as expected and by chance."""
    tipping, volume = exact.tipping(sheet)
    extra, gain = (np.broadcast_to(each, DRAWS) for each in exact.extra_and_gain(sheet, draws.values))
    same_way = {
        Tipping.ABOVE: (gain > 0) & (extra > 0),
        Tipping.BELOW: (gain < 0) & (extra < 0),
        Tipping.ALWAYS: (gain >= 0) & (extra <= 0) & (gain != extra),
        Tipping.NEVER: (gain <= 0) & (extra >= 0) & (gain != extra),
        Tipping.EVEN: (gain == 0) & (extra == 0),
    }[tipping]
    share = float(np.mean(same_way))
    if volume is None or not share:
        return BreakEven(tipping, volume, None, share)
    return BreakEven(tipping, volume, spreads((extra[same_way] / gain[same_way])[np.newaxis])[0], share)


def payback(sheet: Sheet, draws: Draws) -> Payback:
    """Return from which year the algorithm stays cheaper, as expected, and the chance per year."""
    ahead = draws.without > draws.with_
    stays = np.logical_and.accumulate(ahead[::-1])[::-1]
    chosen = exact.values(sheet, exact.mean)
    savings = [exact.saving(exact.until(sheet, chosen, year)) for year in range(sheet.horizon + 1)]
    years = [year for year in range(sheet.horizon + 1) if all(each > 0 for each in savings[year:])]
    return Payback(min(years, default=None), tuple(float(share) for share in stays.mean(axis=1)))


def _drawn(key: str, quantity: Quantity) -> Floats:
    if quantity.is_sure:
        return np.array([float(quantity.low)])
    generator = np.random.default_rng([SEED, crc32(key.encode())])
    low, high = float(quantity.low), float(quantity.high)
    return low + (high - low) * generator.beta(*quantity.shape, DRAWS)


def _round_width(width: float) -> float:
    """Return the nearest of 1, 2, 5, 10, 20, 50, ... that is not below `width`."""
    unit = 10.0 ** np.floor(np.log10(width))
    return float(next(step * unit for step in (1, 2, 5, 10) if step * unit >= width))
