"""What an alternative costs, in euros of today: one formula for exact numbers and for thousands of draws.

Once at the start counts in full, what comes every year at the end of that year, what it takes to stop at the
end of the last. A cost of year t counts for 1/(1+r)^t. Source: Handleiding Publieke Businesscase (2020).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from assessment.costs.parts import Basis

Floats = NDArray[np.float64]
Number = TypeVar("Number", Decimal, Floats)

HOURS_PER_DAY = 8
MINUTES_PER_HOUR = 60
VOLUME, RATE = "volume", "hourly_rate"


@dataclass(frozen=True)
class Item:
    """One cost of one alternative: how its amount works, and its key.

    Errors have three: the share, the price, and (when known) the hours of a resident.
    """

    basis: Basis
    keys: tuple[str, ...]


Items = Sequence[Item]


@dataclass(frozen=True)
class Values(Generic[Number]):
    """A number per key, and what a euro of each year from 0 up to the horizon is worth today."""

    numbers: Mapping[str, Number]
    factors: Sequence[Number]
    zero: Number

    @property
    def horizon(self) -> int:
        """The last year that counts."""
        return len(self.factors) - 1

    def annuity(self, year: int) -> Number:
        """Return what a euro at the end of every year up to and including `year` is worth today."""
        return total(self, self.factors[1 : year + 1])


def total(values: Values[Number], numbers: Iterable[Number]) -> Number:
    """Add up; nothing is zero."""
    return sum(numbers, start=values.zero)


def until(items: Items, values: Values[Number], year: int) -> Number:
    """Return what was spent up to and including `year`."""
    spent = at_start(items, values) + each_year(items, values) * values.annuity(year)
    if year == values.horizon:
        spent = spent + at_end(items, values) * values.factors[year]
    return spent


def present(items: Items, values: Values[Number]) -> Number:
    """Return the net present cost over the whole horizon."""
    return until(items, values, values.horizon)


def fixed(items: Items, values: Values[Number]) -> Number:
    """Return the part of the net present cost that does not depend on the number of cases."""
    variable = values.numbers[VOLUME] * per_case(items, values) * values.annuity(values.horizon)
    return present(items, values) - variable


def at_start(items: Items, values: Values[Number]) -> Number:
    """Return what it takes to begin."""
    numbers = values.numbers
    once = [numbers[item.keys[0]] for item in items if item.basis == "once"]
    days = [numbers[item.keys[0]] for item in items if item.basis == "assessments"]
    return total(values, once) + total(values, days) * HOURS_PER_DAY * numbers[RATE]


def each_year(items: Items, values: Values[Number]) -> Number:
    """Return what one year takes."""
    numbers = values.numbers
    yearly = [numbers[item.keys[0]] for item in items if item.basis == "yearly"]
    return total(values, yearly) + numbers[VOLUME] * per_case(items, values)


def per_case(items: Items, values: Values[Number]) -> Number:
    """Return what one more case takes: work, other costs, and its share in what errors cost."""
    numbers = values.numbers
    minutes = [numbers[item.keys[0]] for item in items if item.basis == "minutes"]
    euros = [numbers[item.keys[0]] for item in items if item.basis == "per_case"]
    errors = [numbers[item.keys[0]] * numbers[item.keys[1]] / 100 for item in items if item.basis == "errors"]
    work = total(values, minutes) * numbers[RATE] / MINUTES_PER_HOUR
    return work + total(values, euros) + total(values, errors)


def at_end(items: Items, values: Values[Number]) -> Number:
    """Return what it takes to stop."""
    return total(values, [values.numbers[item.keys[0]] for item in items if item.basis == "exit"])
