"""Axes of figures: round numbers along them, in words a reader knows, and where a number stands."""

from decimal import ROUND_CEILING, ROUND_HALF_EVEN, Decimal

from assessment.numbers import number_text
from reports.amounts import unit_of
from reports.figures import AXIS, Tick

# Steps of which people can count multiples, and how many fit beside a figure.
STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
MOST_STEPS = 5
# Two lines of small print, as a part of the height of a figure.
LABEL = AXIS // 8
SPACE = "\N{NO-BREAK SPACE}"


def round_numbers(highest: Decimal) -> tuple[Decimal, ...]:
    """Return 0 and the multiples of a round step, up to the first that reaches `highest`.

    At most six numbers. Only 0 and 1 when there is nothing to show.
    """
    if highest <= 0:
        return (Decimal(0), Decimal(1))
    size = Decimal(10) ** (highest.adjusted() - 1)
    step = next(
        size * scale * each
        for scale in (1, 10)
        for each in STEPS
        if size * scale * each * MOST_STEPS >= highest
    )
    count = int((highest / step).to_integral_value(ROUND_CEILING))
    return tuple(step * number for number in range(count + 1))


def euro_ticks(numbers: tuple[Decimal, ...]) -> tuple[Tick, ...]:
    """Return the ticks of an axis of euros that ends at the last number; all in one unit."""
    top = numbers[-1]
    unit, name = unit_of(top)
    texts = (number_text(number / unit) + (f"{SPACE}{name}" if name and number else "") for number in numbers)
    return tuple(
        Tick(place(number, top), f"€{SPACE}{text}") for number, text in zip(numbers, texts, strict=True)
    )


def place(number: Decimal | float, top: Decimal) -> int:
    """Return where a number stands on an axis from 0 to `top`; off by a rounding is at the end."""
    share = Decimal(number) / top * AXIS
    return min(max(int(share.to_integral_value(ROUND_HALF_EVEN)), 0), AXIS)


def apart(one: int, other: int) -> tuple[int, int]:
    """Return where to print the labels of two heights, so that nothing stands in their way."""
    first, second = (min(max(height, LABEL // 2), AXIS - LABEL // 2) for height in (one, other))
    if abs(first - second) >= LABEL:
        return first, second
    middle = min(max((first + second) // 2, LABEL), AXIS - LABEL)
    above, below = middle + LABEL // 2, middle - LABEL // 2
    return (above, below) if one >= other else (below, above)
