"""What a comparison of costs says: exact sums, spread, when it tips, and what it rests on.

All money is in euros of today (present value). A difference is the cost without minus the cost with the
algorithm: above zero the algorithm is cheaper.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Generic, TypeVar

from assessment.costs.parts import Basis
from assessment.costs.quantity import Quantity
from assessment.parts import Instrument, Question

Number = TypeVar("Number", covariant=True)

# In fewer draws than this one cannot say "usually".
LIKELY = 0.8


@dataclass(frozen=True)
class Incomplete:
    """No sum can be made: `missing` are the questions without a number; empty when costs are not asked."""

    missing: tuple[Question, ...]


@dataclass(frozen=True)
class Pair(Generic[Number]):
    """The same figure for the work with and without the algorithm."""

    with_: Number
    without: Number


@dataclass(frozen=True)
class Row:
    """One cost line: what was filled in per side (None: no such cost), its unit, and its expected cost.

    `id`: of the line in the framework, or of the question that holds a line of one's own. `price`: what one
    error costs; None for a line of anything else.
    """

    id: str
    basis: Basis
    name: str
    unit: str
    given: Pair[Quantity | None]
    price: Quantity | None
    cost: Pair[Decimal]


@dataclass(frozen=True)
class Spread:
    """A figure that is not sure: in one of ten draws below `p10`, in half below `p50`, and so on."""

    p10: float
    p50: float
    p90: float


@dataclass(frozen=True)
class Year:
    """All that was spent up to and including a year (0: the start), expected and by chance.

    `lowest` and `highest`: with every amount at its best, or at its worst.
    """

    number: int
    expected: Pair[Decimal]
    spread: Pair[Spread]
    lowest: Pair[Decimal]
    highest: Pair[Decimal]


@dataclass(frozen=True)
class Bin:
    """How many draws have a difference from `low` up to `high` euros."""

    low: float
    high: float
    count: int


class Tipping(Enum):
    """For which volumes the algorithm is cheaper."""

    ABOVE = "above"
    BELOW = "below"
    ALWAYS = "always"
    NEVER = "never"
    EVEN = "even"  # both cost the same, whatever the volume


@dataclass(frozen=True)
class BreakEven:
    """The number of cases per year at which both cost the same (None when no volume does).

    `share` tells in which part of the draws it tips the same way, `spread` is over those draws.
    """

    tipping: Tipping
    volume: Decimal | None
    spread: Spread | None
    share: float

    @property
    def is_likely(self) -> bool:
        """It tips like this in most draws, at a volume like this."""
        if self.share < LIKELY or self.volume is None or self.spread is None:
            return self.share >= LIKELY
        return self.spread.p10 <= self.volume <= self.spread.p90


@dataclass(frozen=True)
class Payback:
    """The first year from which the algorithm stays cheaper; None when that is not within the horizon.

    `shares`: per year from 0 on, the part of the draws that is paid back by then.
    """

    year: int | None
    shares: tuple[float, ...]


@dataclass(frozen=True)
class Swing:
    """What moving one assumption from low to high does to the difference, all others as expected.

    `id`: of a parameter or a question, for a line of one's own with the side behind it.
    """

    id: str
    name: str
    unit: str
    low: Decimal
    high: Decimal
    at_low: Decimal
    at_high: Decimal

    @property
    def size(self) -> Decimal:
        """How far the difference moves."""
        return abs(self.at_high - self.at_low)

    @property
    def turns(self) -> bool:
        """Another alternative is cheaper at one end than at the other."""
        return (self.at_low > 0) != (self.at_high > 0)


@dataclass(frozen=True)
class InstrumentCost:
    """An instrument of the outcome as a cost of the algorithm; `counted` False: shown, not added."""

    instrument: Instrument
    days: Quantity
    counted: bool
    why: str


@dataclass(frozen=True)
class Errors:
    """Wrong outcomes per year, and the hours residents lose on them (None: not known), as expected."""

    number: Pair[Decimal]
    hours: Pair[Decimal] | None


class Caution(Enum):
    """Something a reader has to know before trusting the sum."""

    UNCERTAIN = "uncertain"  # the spread holds both signs
    WRONG_SIDE = "wrong_side"  # the number of cases is on the wrong side of break-even
    SAME_ERRORS = "same_errors"
    NO_CHECK = "no_check"  # no minutes for the check that always happens
    NO_ALTERNATIVE = "no_alternative"  # nobody said what the algorithm is compared with
    STOPS = "stops"  # the alternative is not to do the work at all
    POLICY = "policy"  # another hourly rate or discount rate turns it around
    OWN_BAND = "own_band"  # one number was given that nobody is sure of


@dataclass(frozen=True)
class Comparison:
    """Costs with the algorithm against the same work without it.

    `likely`: every amount at its most likely; `expected`: at its mean; `lowest` and `highest`: the least and
    the most it can be. `saving` is the expected difference, `chance` the part of the draws in which the
    algorithm is cheaper. `assumed`: questions nobody answered, that count with their default.

    `alternative` names what the work without the algorithm is, empty when nobody said. `errors`: None when
    the framework does not ask for them on both sides.
    """

    horizon: int
    discount: Decimal
    hourly_rate: Decimal
    volume: Quantity
    alternative: str
    rows: tuple[Row, ...]
    likely: Pair[Decimal]
    expected: Pair[Decimal]
    lowest: Pair[Decimal]
    highest: Pair[Decimal]
    saving: Decimal
    chance: float
    difference: Spread
    years: tuple[Year, ...]
    histogram: tuple[Bin, ...]
    break_even: BreakEven
    payback: Payback
    swings: Sequence[Swing]
    instruments: tuple[InstrumentCost, ...]
    errors: Errors | None
    cautions: tuple[Caution, ...]
    assumed: tuple[Question, ...]
    own_bands: tuple[Question, ...]


@dataclass(frozen=True)
class Judged:
    """One aspect that is no money: marks of 1 (bad) to 5 (good), None when nobody gave one."""

    text: str
    marks: Pair[int | None]
