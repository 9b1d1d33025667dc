"""Money and numbers of the cost comparison, the Dutch way, in no more digits than an estimate can carry."""

from decimal import ROUND_HALF_UP, Decimal

from assessment.costs.quantity import Quantity
from assessment.numbers import number_text
from texts import _

CENTS_BELOW = 100
COARSEST = Decimal(1000)
BILLION = Decimal(10) ** 9
CURRENCY = "euro"


def euro(amount: Decimal | float) -> str:
    """Write an amount: with cents when it is small and not whole, in whole euros otherwise."""
    exact = Decimal(amount)
    in_cents = abs(exact) < CENTS_BELOW and exact != exact.to_integral_value()
    rounded = exact.quantize(Decimal("0.01" if in_cents else 1), ROUND_HALF_UP)
    text = f"{abs(rounded):,f}".translate(str.maketrans(",.", ".,"))
    return f"−€ {text}" if rounded < 0 else f"€ {text}"


def euro_rounded(amount: Decimal | float) -> str:
    """Write an amount in thousands, in two digits when it is smaller, in whole billions from one on."""
    exact = Decimal(amount)
    if abs(exact) >= BILLION:
        return _("{amount} miljard").format(
            amount=euro((exact / BILLION).quantize(Decimal(1), ROUND_HALF_UP))
        )
    return euro(_rounded(exact, COARSEST))


def count_text(number: Decimal | float) -> str:
    """Write a number of cases, errors or hours in two digits."""
    rounded = _rounded(Decimal(number), None)
    return number_text(rounded.quantize(Decimal(1)) if abs(rounded) >= 1 else rounded)


def quantity_text(quantity: Quantity, unit: str) -> str:
    """Write a quantity with its unit; when it is not sure with the lowest and the highest."""
    is_money = unit.startswith(CURRENCY)
    show = euro if is_money else number_text
    rest = unit.removeprefix(CURRENCY).strip() if is_money else unit
    numbers = show(quantity.likely)
    if not quantity.is_sure:
        numbers += f" ({show(quantity.low)} – {show(quantity.high)})"
    return f"{numbers} {rest}".strip()


def _rounded(number: Decimal, coarsest: Decimal | None) -> Decimal:
    """Round to two digits, but no coarser than `coarsest`."""
    if not number:
        return number
    step = Decimal(1).scaleb(number.adjusted() - 1)
    step = min(step, coarsest) if coarsest else step
    return (number / step).quantize(Decimal(1), ROUND_HALF_UP) * step
