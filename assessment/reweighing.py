"""Weighing again: when it is due, and what else makes it necessary."""

import calendar
from collections.abc import Mapping
from datetime import date
from enum import StrEnum, auto

from pydantic import Field

from assessment.parts import Identified


class Trigger(StrEnum):
    """Why an algorithm has to be weighed again."""

    DUE = auto()  # its time has come
    DATA = auto()
    SUPPLIER = auto()
    PURPOSE = auto()
    INCIDENT = auto()
    FRAMEWORK = auto()  # the framework itself changed


class ReweighTerm(Identified):
    """After how many months an algorithm of the tier that the id names is weighed again."""

    months: int = Field(ge=1)
    because: str
    source: str


def due_on(terms: Mapping[str, ReweighTerm], tier: str, since: date) -> date | None:
    """Give the day on which an algorithm in use `since` that day has to be weighed again; None: never."""
    term = terms.get(tier)
    return add_months(since, term.months) if term else None


def add_months(day: date, months: int) -> date:
    """Give the same day so many months later, or the last day of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
