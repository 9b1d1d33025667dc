"""Means and variances of the draws against what mathematics says they must be."""

from decimal import Decimal

import numpy as np
import pytest

from assessment.costs import exact, simulation
from assessment.costs.formula import VOLUME
from assessment.costs.quantity import Quantity
from assessment.costs.result import Tipping
from tests.costs.sheets import entry, line, sheet

# With 20,000 draws a mean is within 4 standard errors in all but one of 15,000 tries; the seed is fixed.
ERRORS = 4


def assert_mean(draws: np.ndarray, mean: Decimal, variance: Decimal) -> None:
    """Check that the mean of the draws is as close to `mean` as chance allows."""
    spread = float(variance) ** 0.5
    assert abs(float(draws.mean()) - float(mean)) <= ERRORS * spread / len(draws) ** 0.5
    # The kurtosis of these distributions lies below 5, hence the error of a variance below 2 / sqrt(n).
    assert abs(float(draws.var()) / float(variance) - 1) <= ERRORS * 2 / len(draws) ** 0.5


@pytest.mark.parametrize(
    "low, likely, high, mean, variance",
    [
        # By hand: mean (a + 4m + b) / 6, variance (mean - a)(b - mean) / 7.
        (0, 0, 6, "1", "5/7"),
        (0, 3, 6, "3", "9/7"),
        (10, 20, 60, "25", "75"),
        (5, 5, 5, "5", "0"),
    ],
)
def test_mean_and_variance_are_those_of_pert(low, likely, high, mean, variance):
    found = Quantity(Decimal(low), Decimal(likely), Decimal(high))
    above, _slash, below = variance.partition("/")

    assert found.mean == Decimal(mean)
    assert found.variance == Decimal(above) / Decimal(below or 1)


@pytest.mark.parametrize("numbers", [(0, 0, 6), (0, 3, 6), (10, 20, 60), (0, 100, 100), (1, 2, 1000)])
def test_draws_of_one_number_have_the_mean_and_variance_of_pert(numbers):
    found = sheet([entry("bedrag", *numbers)], [line("once", "bedrag")])
    quantity = found.by_key["bedrag"].quantity

    drawn = simulation.draw(found).with_[-1]

    assert_mean(drawn, quantity.mean, quantity.variance)
    assert drawn.min() >= float(quantity.low)
    assert drawn.max() <= float(quantity.high)


def test_variances_of_independent_costs_add_up():
    found = sheet(
        [entry("eenmalig", 10, 20, 60), entry("elk-jaar", 0, 3, 6)],
        [line("once", "eenmalig"), line("yearly", "elk-jaar")],
        horizon=5,
    )

    # Five years of the same amount, without discount: 5 times as much, 25 times the variance.
    assert_mean(simulation.draw(found).with_[-1], 25 + 5 * Decimal(3), 75 + 25 * Decimal(9) / 7)


def test_a_product_of_uncertain_numbers_has_the_mean_and_variance_of_a_product():
    found = sheet(
        [entry(VOLUME, 10, 20, 60), entry("stuks", 0, 3, 6)], [line("per_case", "stuks")], horizon=1
    )
    volume, each = found.by_key[VOLUME].quantity, found.by_key["stuks"].quantity
    square = (volume.mean**2 + volume.variance) * (each.mean**2 + each.variance)

    assert_mean(
        simulation.draw(found).with_[-1], volume.mean * each.mean, square - (volume.mean * each.mean) ** 2
    )


def test_a_shared_number_moves_both_alternatives_together():
    found = sheet(
        [entry(VOLUME, 10, 20, 60), entry("met", 2), entry("zonder", 5)],
        [line("per_case", "met", "zonder")],
        1,
    )
    volume = found.by_key[VOLUME].quantity

    # The difference is 3 euros a case: its variance is 9 times that of the volume, not 4 + 25 times.
    assert_mean(simulation.draw(found).saving, 3 * volume.mean, 9 * volume.variance)


def test_a_sure_comparison_is_the_same_in_every_draw():
    found = sheet([entry("met", 100), entry("zonder", 70)], [line("once", "met", "zonder")])
    draws = simulation.draw(found)

    assert set(draws.saving) == {-30.0}
    assert simulation.chance(draws) == 0
    (only,) = simulation.histogram(draws)
    assert (only.low, only.high, only.count) == (-30, -30, simulation.DRAWS)


def test_later_money_counts_for_less():
    # At 25 percent a euro of year 1 is worth 80 cents, of year 2 64 cents.
    found = sheet(
        [entry("discount", 25), entry("nu", 1), entry("jaar", 1), entry("eind", 1)],
        [line("once", "nu"), line("yearly", "jaar"), line("exit", "eind")],
        horizon=2,
    )
    spent = [
        exact.until(found, exact.values(found, exact.mean), year).with_ for year in range(found.horizon + 1)
    ]

    assert spent == [Decimal(1), Decimal("1.8"), Decimal("3.08")]


def test_an_hour_has_sixty_minutes_and_a_day_of_assessments_eight_hours():
    found = sheet(
        [entry("minuten", 30), entry("dagen", 2)],
        [line("minutes", "minuten"), line("assessments", "dagen")],
        1,
    )

    # 100 cases of half an hour at 60 euros, and 16 hours at 60 euros.
    assert exact.present(found, exact.mean).with_ == 100 * 30 + 16 * 60


def test_two_alternatives_of_the_same_cost_tip_nowhere():
    found = sheet([entry("met", 100), entry("zonder", 100)], [line("yearly", "met", "zonder")])

    assert exact.tipping(found) == (Tipping.EVEN, None)
