"""Amounts of the comparison of costs as short texts, for tables and pictures."""

from decimal import Decimal
from html import escape

from assessment.costs.money import euro_rounded, quantity_text
from assessment.costs.quantity import Quantity
from assessment.numbers import number_text
from texts import _


def html(text: str) -> str:
    """Escape a text; an amount never leaves its sign at the end of a line."""
    return escape(text).replace("€ ", "€&nbsp;")


def between(low: Decimal | float, high: Decimal | float) -> str:
    """Write a range of amounts."""
    return _("{low} tot {high}").format(low=euro_rounded(low), high=euro_rounded(high))


def saved(saving: Decimal | float) -> str:
    """Say how much cheaper or dearer work with the algorithm is."""
    if not saving:
        return _("even duur")
    text = _("{amount} goedkoper") if saving > 0 else _("{amount} duurder")
    return text.format(amount=euro_rounded(max(saving, -saving)))


def in_days(days: Quantity) -> str:
    """Write the days of all assessments together, in whole days: each of them is an estimate of ours."""
    low, likely, high = (each.quantize(Decimal(1)) for each in (days.low, days.likely, days.high))
    return quantity_text(Quantity(low, likely, high), _("dagen"))


def of_hundred(percent: float) -> str:
    """Write how many of a hundred; what is there is never called nothing."""
    rounded = round(percent)
    return _("minder dan 1") if percent and not rounded else number_text(rounded)
