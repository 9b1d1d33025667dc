"""The cost model as it stands in a framework: lines, parameters, and what cannot be put in money."""

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field

from assessment.parts import Identified

Basis = Literal["once", "assessments", "yearly", "minutes", "per_case", "errors", "exit"]


class CostLine(Identified):
    """One line of both columns: the questions that hold its amount with, and without, the algorithm.

    `basis` tells what the amount is: euros once at the start, every year, per case or at the end; minutes of
    staff per case; errors per hundred cases, each at the price of the question `price` (euros) and the
    burden on a resident of the question `hours`. The line of the `assessments` has no questions: its days
    follow from the instruments of the outcome. A duty that holds only in some cases counts, except for the
    `seldom` instruments: there it falls on somebody else, or the case is rare.
    """

    text: str
    basis: Basis
    with_: str | None = Field(default=None, alias="with")
    without: str | None = None
    price: str | None = None
    hours: str | None = None
    seldom: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions this line asks for."""
        return tuple(name for name in (self.with_, self.without, self.price, self.hours) if name)


class CostParameter(Identified):
    """A number the whole sum rests on, with the question where somebody may fill in another.

    `low` and `high`: between which values it is moved to see how much it matters. `since`: the day from
    which the default holds. `verify`: what somebody still has to confirm.
    """

    question: str
    text: str
    source: str
    low: Decimal | None = None
    high: Decimal | None = None
    since: date | None = None
    verify: str | None = None


class Aspect(Identified):
    """Something that is no money, judged for both alternatives on one scale of 1 (bad) to 5 (good)."""

    text: str
    with_: str = Field(alias="with")
    without: str
