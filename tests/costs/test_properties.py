"""What must hold of every cost comparison, whatever is filled in."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.costs import exact, formula, simulation
from assessment.costs.formula import VOLUME
from assessment.costs.quantity import Quantity
from assessment.costs.result import Tipping
from assessment.costs.sheet import Sheet
from tests.costs.sheets import BASES, sheets, with_number

ZERO = Quantity.exactly(0)
# Divisions leave a trace in the last of 28 digits.
DUST = Decimal("0.000001")
few = settings(max_examples=25)


def both(found: Sheet, pick: exact.Pick = exact.mean) -> tuple[Decimal, Decimal]:
    """Give the present cost with and without."""
    pair = exact.present(found, pick)
    return pair.with_, pair.without


def dearer(quantity: Quantity, by: Decimal) -> Quantity:
    """Give the same quantity, `by` higher."""
    return Quantity(quantity.low + by, quantity.likely + by, quantity.high + by)


@given(sheets(), st.sampled_from(BASES), st.decimals(0, 1000, places=2))
def test_more_cost_never_makes_an_alternative_cheaper(found, basis, by):
    key = f"{basis}-met"
    more = with_number(found, key, dearer(found.by_key[key].quantity, by))

    for pick in (exact.lowest, exact.likely, exact.mean, exact.highest):
        before, after = both(found, pick), both(more, pick)
        assert after[0] >= before[0]
        assert after[1] == before[1]


@given(
    sheets(),
    st.sampled_from(BASES),
    st.sampled_from(["low", "likely", "high"]),
    st.decimals(0, 1000, places=2),
)
def test_raising_one_of_three_numbers_never_lowers_the_expected_cost(found, basis, part, by):
    key = f"{basis}-zonder"
    now = found.by_key[key].quantity
    raised = replace(now, **{part: getattr(now, part) + by})
    low, likely, high = sorted([raised.low, raised.likely, raised.high])

    assert both(with_number(found, key, Quantity(low, likely, high)))[1] >= both(found)[1] - DUST


@few
@given(sheets(), st.sampled_from(BASES), st.decimals(0, 1000, places=2))
def test_more_cost_makes_no_draw_of_an_alternative_cheaper(found, basis, by):
    key = f"{basis}-met"
    more = with_number(found, key, dearer(found.by_key[key].quantity, by))
    before, after = simulation.draw(found), simulation.draw(more)

    assert np.all(after.with_[-1] >= before.with_[-1] * (1 - 1e-9))
    assert np.array_equal(after.without, before.without)
    assert simulation.chance(after) <= simulation.chance(before)


@given(sheets())
def test_the_likely_and_the_expected_case_lie_within_the_bounds(found):
    for side in (0, 1):
        low, high = both(found, exact.lowest)[side], both(found, exact.highest)[side]
        assert low <= both(found, exact.likely)[side] <= high
        assert low - DUST <= both(found, exact.mean)[side] <= high + DUST


@few
@given(sheets())
def test_every_draw_lies_within_the_bounds(found):
    draws = simulation.draw(found)
    for side, spent in enumerate((draws.with_, draws.without)):
        low, high = (float(both(found, pick)[side]) for pick in (exact.lowest, exact.highest))
        assert np.all(spent[-1] >= low - abs(low) * 1e-9 - 1e-6)
        assert np.all(spent[-1] <= high + abs(high) * 1e-9 + 1e-6)


@given(sheets())
def test_without_cases_only_the_fixed_costs_are_left(found):
    none = with_number(found, VOLUME, ZERO)
    chosen = exact.values(found, exact.mean)

    for side, items in enumerate((found.sides.with_, found.sides.without)):
        assert abs(both(none)[side] - formula.fixed(items, chosen)) <= DUST


@given(sheets())
def test_the_lines_together_are_the_whole_sum(found):
    rows = list(exact.rows(found))

    assert abs(sum(row.cost.with_ for row in rows) - both(found)[0]) <= DUST
    assert abs(sum(row.cost.without for row in rows) - both(found)[1]) <= DUST


@given(sheets(), st.randoms(use_true_random=False))
def test_the_order_of_the_lines_does_not_matter(found, random):
    shuffled = list(found.lines)
    random.shuffle(shuffled)
    other = replace(found, lines=tuple(shuffled))

    assert all(abs(here - there) <= DUST for here, there in zip(both(found), both(other), strict=True))


@given(sheets())
def test_at_the_tipping_point_both_cost_the_same_and_beyond_it_the_algorithm_is_cheaper(found):
    tipping, volume = exact.tipping(found)
    if volume is None:
        always = tipping is Tipping.ALWAYS
        for count in (0, 1, 1000, 10**7):
            saving = exact.saving(
                exact.present(with_number(found, VOLUME, Quantity.exactly(count)), exact.mean)
            )
            if tipping is Tipping.EVEN:
                assert abs(saving) <= DUST
            else:
                assert saving >= -DUST if always else saving <= DUST
        return
    for count, cheaper in ((volume / 2, tipping is Tipping.BELOW), (volume * 2, tipping is Tipping.ABOVE)):
        saving = exact.saving(exact.present(with_number(found, VOLUME, Quantity.exactly(count)), exact.mean))
        assert saving >= -DUST if cheaper else saving <= DUST
    same = exact.saving(exact.present(with_number(found, VOLUME, Quantity.exactly(volume)), exact.mean))
    assert abs(same) <= DUST * max(1, volume)


@given(sheets())
def test_moving_an_assumption_has_the_sign_of_its_side(found):
    for swing in exact.swings(found):
        if swing.name.endswith("-met"):
            assert swing.at_high < swing.at_low
        elif swing.name.endswith("-zonder"):
            assert swing.at_high > swing.at_low


@given(sheets())
def test_the_largest_swing_comes_first_and_none_is_without_effect(found):
    sizes = [swing.size for swing in exact.swings(found)]

    assert sizes == sorted(sizes, reverse=True)
    assert all(size > 0 for size in sizes)


@few
@given(sheets())
def test_the_pictures_hold_every_draw_and_no_nonsense(found):
    draws = simulation.draw(found)

    bins = simulation.histogram(draws)
    assert sum(each.count for each in bins) == simulation.DRAWS
    assert np.isfinite([number for each in bins for number in (each.low, each.high)]).all()
    payback = simulation.payback(found, draws)
    assert payback.shares[-1] == simulation.chance(draws)
    assert list(payback.shares) == sorted(payback.shares)


@few
@given(sheets())
def test_the_same_sheet_gives_the_same_draws(found):
    first, again = simulation.draw(found), simulation.draw(replace(found))

    assert np.array_equal(first.with_, again.with_)
    assert np.array_equal(first.without, again.without)
