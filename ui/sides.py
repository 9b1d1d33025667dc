"""The two ways of working that are compared, and what stands above the column of each."""

from typing import TypeVar

from assessment.costs.result import Pair
from texts import _

Number = TypeVar("Number")

# As they are named in the keys of widgets and in `assessment.own_lines`.
SIDES = ("with", "without")


def side_text(side: str) -> str:
    """Name a way of working."""
    return {"with": _("Met algoritme"), "without": _("Zonder algoritme")}[side]


def of_side(pair: Pair[Number], side: str) -> Number:
    """Return the figure of one way of working."""
    return pair.with_ if side == SIDES[0] else pair.without
