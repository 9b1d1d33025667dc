"""The comparison as data: for other programs, and for whoever wants to do the sum again."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, TypeVar

from assessment.costs.quantity import Quantity
from assessment.costs.result import Comparison, Errors, InstrumentCost, Pair, Row, Spread, Swing, Year

CENT = Decimal("0.01")
# A part of the draws is no more exact than this.
SHARE_DIGITS = 4
Number = TypeVar("Number")


def costs_json(comparison: Comparison) -> dict[str, Any]:
    """Give a comparison as JSON-able data.

    What was filled in is exact, what follows from it is in cents; both are strings, because a JSON number
    may lose digits. Lines have their id in the framework.
    """
    return _rests_on(comparison) | _amounts(comparison) | _chances(comparison)


def _rests_on(comparison: Comparison) -> dict[str, Any]:
    return {
        "horizon": comparison.horizon,
        "discount": _exact(comparison.discount),
        "hourly_rate": _exact(comparison.hourly_rate),
        "volume": _quantity(comparison.volume),
        "alternative": comparison.alternative,
        "lines": [_line(row) for row in comparison.rows],
        "instruments": [_instrument(each) for each in comparison.instruments],
        "assumed": [question.id for question in comparison.assumed],
        "own_bands": [question.id for question in comparison.own_bands],
        "cautions": [caution.value for caution in comparison.cautions],
    }


def _amounts(comparison: Comparison) -> dict[str, Any]:
    return {
        "likely": _pair(comparison.likely, _cents),
        "expected": _pair(comparison.expected, _cents),
        "lowest": _pair(comparison.lowest, _cents),
        "highest": _pair(comparison.highest, _cents),
        "saving": _cents(comparison.saving),
        "years": [_year(year) for year in comparison.years],
        "swings": [_swing(swing) for swing in comparison.swings],
        "errors": None if comparison.errors is None else _errors(comparison.errors),
    }


def _errors(errors: Errors) -> dict[str, Any]:
    hours = None if errors.hours is None else _pair(errors.hours, _cents)
    return {"number": _pair(errors.number, _cents), "hours": hours}


def _chances(comparison: Comparison) -> dict[str, Any]:
    break_even, payback = comparison.break_even, comparison.payback
    return {
        "chance": round(comparison.chance, SHARE_DIGITS),
        "difference": _spread(comparison.difference),
        "break_even": {
            "tipping": break_even.tipping.value,
            "volume": None if break_even.volume is None else _cents(break_even.volume),
            "spread": None if break_even.spread is None else _spread(break_even.spread),
            "share": round(break_even.share, SHARE_DIGITS),
        },
        "payback": {
            "year": payback.year,
            "shares": [round(share, SHARE_DIGITS) for share in payback.shares],
        },
    }


def _line(row: Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.name,
        "basis": row.basis,
        "unit": row.unit,
        "given": _pair(row.given, _quantity),
        "price": _quantity(row.price),
        "cost": _pair(row.cost, _cents),
    }


def _instrument(cost: InstrumentCost) -> dict[str, Any]:
    return {
        "id": cost.instrument.id,
        "days": _quantity(cost.days),
        "counted": cost.counted,
        "why_not": cost.why,
    }


def _year(year: Year) -> dict[str, Any]:
    return {
        "year": year.number,
        "expected": _pair(year.expected, _cents),
        "spread": _pair(year.spread, _spread),
        "lowest": _pair(year.lowest, _cents),
        "highest": _pair(year.highest, _cents),
    }


def _swing(swing: Swing) -> dict[str, Any]:
    return {
        "id": swing.id,
        "low": _exact(swing.low),
        "high": _exact(swing.high),
        "at_low": _cents(swing.at_low),
        "at_high": _cents(swing.at_high),
    }


def _pair(pair: Pair[Number], write: Callable[[Number], Any]) -> dict[str, Any]:
    return {"with": write(pair.with_), "without": write(pair.without)}


def _spread(spread: Spread) -> dict[str, str]:
    return {"p10": _cents(spread.p10), "p50": _cents(spread.p50), "p90": _cents(spread.p90)}


def _quantity(quantity: Quantity | None) -> dict[str, Any] | None:
    if quantity is None:
        return None
    bounds = {"low": quantity.low, "likely": quantity.likely, "high": quantity.high}
    return {name: _exact(number) for name, number in bounds.items()} | {"own_band": quantity.own_band}


def _exact(number: Decimal) -> str:
    return f"{number:f}"


def _cents(number: Decimal | float) -> str:
    return f"{Decimal(number).quantize(CENT, ROUND_HALF_UP):f}"
