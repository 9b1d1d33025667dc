"""Comparisons of one question: with options, a number, a day, or with not knowing."""

from datetime import date
from decimal import Decimal
from typing import Any, Self

from pydantic import Field, model_validator

from assessment.findings import Leaf
from assessment.truth import DONT_KNOW, NO, YES
from texts import _


class Chosen(Leaf):
    """Holds when the answer is (or includes) one of these options."""

    is_: tuple[str, ...] | None = Field(default=None, alias="is", min_length=1)
    includes: tuple[str, ...] | None = Field(default=None, min_length=1)

    @property
    def options(self) -> tuple[str, ...]:
        """The options that make this hold."""
        return self.is_ or self.includes or ()

    def match(self, value: Any) -> int:
        if isinstance(value, tuple):
            if any(option in self.options for option in value):
                return YES
            return DONT_KNOW if "weet_niet" in value else NO
        return YES if value in self.options else NO


class Amount(Leaf):
    """Holds when the number is at least, or at most, this one."""

    from_: Decimal | None = Field(default=None, alias="from")
    up_to: Decimal | None = None

    @model_validator(mode="after")
    def _one_bound(self) -> Self:
        if (self.from_ is None) == (self.up_to is None):
            raise ValueError(_("geef 'from' of 'up_to', en niet allebei"))
        return self

    def match(self, value: Any) -> int:
        number = getattr(value, "likely", value)
        holds = number >= self.from_ if self.from_ is not None else number <= self.up_to
        return YES if holds else NO


class Before(Leaf):
    """Holds when the whole month lies before this day."""

    before: date

    def match(self, value: Any) -> int:
        return YES if value < self.before.strftime("%Y-%m") else NO


class Unknown(Leaf):
    """Counts (by precaution) while somebody answered "weet ik niet"; never certain."""

    question: str = Field(alias="unknown")

    def match(self, value: Any) -> int:
        return DONT_KNOW if isinstance(value, tuple) and "weet_niet" in value else NO
