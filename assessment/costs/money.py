"""Money and numbers of the cost comparison, in no more digits than an estimate can carry."""

from decimal import ROUND_HALF_UP, Decimal

from assessment.costs.quantity import Quantity
from assessment.numbers import notation, number_text
from texts import _

CENTS_BELOW = 100
COARSEST = Decimal(1000)
BILLION = Decimal(10) ** 9
DIGITS, MOST_DIGITS = 2, 12
# From here on a number is written without decimals.
TENS = 10
CURRENCY = "euro"


def euro(amount: Decimal | float) -> str:
    """Write an amount: with cents when it is small and not whole, in whole euros otherwise."""
    exact = Decimal(amount)
    in_cents = abs(exact) < CENTS_BELOW and exact != exact.to_integral_value()
    rounded = exact.quantize(Decimal("0.01" if in_cents else 1), ROUND_HALF_UP)
    text = notation(f"{abs(rounded):,f}")
    return f"−€ {text}" if rounded < 0 else f"€ {text}"


def euro_rounded(amount: Decimal | float) -> str:
    """Write an amount in thousands, in two digits when it is smaller; a billion and more in billions."""
    exact = Decimal(amount)
    if abs(exact) >= BILLION:
        billions = (abs(exact) / BILLION).quantize(Decimal("0.1"), ROUND_HALF_UP)
        return f"{'−' if exact < 0 else ''}{_('€ {amount} miljard').format(amount=number_text(billions))}"
    return euro(_rounded(exact, COARSEST))


def count_text(number: Decimal | float, beside: Decimal | None = None) -> str:
    """Write a number of cases, errors or hours in two digits.

    In more when it would otherwise change sides with the number it is read `beside`.
    """
    exact = Decimal(number)
    rounded = next(
        (
            shown
            for digits in range(DIGITS, MOST_DIGITS)
            for shown in (_rounded(exact, None, digits),)
            if beside is None or (shown > beside) == (exact > beside)
        ),
        exact,
    )
    return number_text(rounded.quantize(Decimal(1), ROUND_HALF_UP) if abs(rounded) >= TENS else rounded)


def quantity_text(quantity: Quantity, unit: str) -> str:
    """Write a quantity with its unit; when it is not sure with the lowest and the highest."""
    is_money = unit.startswith(CURRENCY)
    show = euro if is_money else number_text
    rest = unit.removeprefix(CURRENCY).strip() if is_money else unit
    numbers = show(quantity.likely)
    if not quantity.is_sure:
        numbers += f" ({show(quantity.low)} – {show(quantity.high)})"
    return f"{numbers} {rest}".strip()


def _rounded(number: Decimal, coarsest: Decimal | None, digits: int = DIGITS) -> Decimal:
    """Round to so many digits, but no coarser than `coarsest`."""
    if not number:
        return number
    step = Decimal(1).scaleb(number.adjusted() + 1 - digits)
    step = min(step, coarsest) if coarsest else step
    return (number / step).quantize(Decimal(1), ROUND_HALF_UP) * step
