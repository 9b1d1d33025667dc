"""Axes of figures: round numbers, short Dutch texts, and no label over another."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.axis import LABEL, SPACE, apart, euro_ticks, place, round_numbers
from reports.figures import AXIS

AMOUNTS = st.decimals(Decimal("0.01"), Decimal(10) ** 20, places=2)


def texts(highest: str) -> list[str]:
    """Write the ticks of an axis that has to reach `highest`."""
    return [tick.text.replace(SPACE, " ") for tick in euro_ticks(round_numbers(Decimal(highest)))]


@pytest.mark.parametrize(
    "highest, written",
    [
        ("0", ["€ 0", "€ 1"]),
        ("0.04", ["€ 0", "€ 0,01", "€ 0,02", "€ 0,03", "€ 0,04"]),
        ("940", ["€ 0", "€ 200", "€ 400", "€ 600", "€ 800", "€ 1.000"]),
        ("12000", ["€ 0", "€ 2.500", "€ 5.000", "€ 7.500", "€ 10.000", "€ 12.500"]),
        ("1000000", ["€ 0", "€ 200.000", "€ 400.000", "€ 600.000", "€ 800.000", "€ 1.000.000"]),
        ("1511463", ["€ 0", "€ 0,5 miljoen", "€ 1 miljoen", "€ 1,5 miljoen", "€ 2 miljoen"]),
        ("3500000000", ["€ 0", "€ 1 miljard", "€ 2 miljard", "€ 3 miljard", "€ 4 miljard"]),
        ("5e17", ["€ 0", *(f"€ {count}00.000 biljoen" for count in range(1, 6))]),
    ],
)
def test_an_axis_has_round_numbers_a_reader_knows(highest: str, written: list[str]) -> None:
    assert texts(highest) == written


@given(AMOUNTS)
def test_an_axis_reaches_its_highest_amount_in_equal_steps_and_no_further_than_needed(
    highest: Decimal,
) -> None:
    numbers = round_numbers(highest)
    step = numbers[1]

    assert 3 <= len(numbers) <= 6
    assert numbers == tuple(step * count for count in range(len(numbers)))
    assert numbers[-2] < highest <= numbers[-1]
    assert step.normalize().as_tuple().digits in [(1,), (2,), (2, 5), (5,)]


@given(AMOUNTS)
def test_ticks_stand_from_the_beginning_to_the_end_of_the_axis(highest: Decimal) -> None:
    places = [tick.place for tick in euro_ticks(round_numbers(highest))]

    assert (places[0], places[-1]) == (0, AXIS)
    assert places == sorted(set(places))


def test_what_a_rounding_puts_off_the_axis_stands_at_its_end() -> None:
    assert place(-1e-9, Decimal(10)) == 0
    assert place(10.000001, Decimal(10)) == AXIS
    assert place(Decimal(5), Decimal(10)) == AXIS // 2


@given(st.integers(0, AXIS), st.integers(0, AXIS))
def test_labels_never_stand_over_each_other_and_keep_the_order_of_their_lines(one: int, other: int) -> None:
    first, second = apart(one, other)

    assert abs(first - second) >= LABEL
    assert (first > second) == (one >= other)
    # Half a label above the axis at least, because its numbers stand below it.
    assert LABEL // 2 <= min(first, second) <= max(first, second) <= AXIS - LABEL // 2


def test_labels_that_are_far_apart_stand_beside_their_lines() -> None:
    assert apart(1000, 9000) == (1000, 9000)
