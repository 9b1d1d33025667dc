"""A number that may be uncertain, as a PERT distribution: lowest, most likely, highest.

PERT is the beta distribution on [low, high] with a weight of 4 on the most likely value; mean and variance
are exact. Source: D.G. Malcolm e.a., Application of a technique for research and development program
evaluation, Operations Research 7 (1959).
"""

from dataclasses import dataclass
from decimal import Decimal

from assessment.amounts import Estimate

WEIGHT = 4


@dataclass(frozen=True)
class Quantity:
    """A number between `low` and `high`, most likely `likely`. `own_band`: the bounds are ours, not given."""

    low: Decimal
    likely: Decimal
    high: Decimal
    own_band: bool = False

    @classmethod
    def exactly(cls, number: Decimal | int) -> "Quantity":
        """Make a number without doubt."""
        return cls(Decimal(number), Decimal(number), Decimal(number))

    @classmethod
    def of(cls, amount: Decimal | Estimate) -> "Quantity":
        """Make a quantity of what somebody filled in: one number is sure, three are not."""
        return cls(*amount) if isinstance(amount, Estimate) else cls.exactly(amount)

    @property
    def is_sure(self) -> bool:
        """There is no doubt about it."""
        return self.low == self.high

    @property
    def mean(self) -> Decimal:
        """The expected value."""
        return (self.low + WEIGHT * self.likely + self.high) / (WEIGHT + 2)

    @property
    def variance(self) -> Decimal:
        """The square of the standard deviation."""
        return (self.mean - self.low) * (self.high - self.mean) / (WEIGHT + 3)

    @property
    def shape(self) -> tuple[float, float]:
        """The two parameters of the beta distribution on [0, 1]. Only for what is not sure."""
        place = float((self.likely - self.low) / (self.high - self.low))
        return 1 + WEIGHT * place, 1 + WEIGHT * (1 - place)
