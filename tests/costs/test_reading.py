"""From answers to a comparison: what counts, what is missing, what was assumed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from assessment.amounts import Estimate, InvalidAnswer
from assessment.answers import UNKNOWN, Reply, parse
from assessment.costs.amount import amount
from assessment.costs.comparison import compare, judged
from assessment.costs.quantity import Quantity
from assessment.costs.result import Caution, Comparison, Incomplete, Pair
from assessment.own_lines import OwnLine
from tests.assessment.real import CASES, FRAMEWORK, answers_of, weigh

QUESTIONS = FRAMEWORK.questions
NEEDED = (
    "k_zaken",
    "k_eenmalig",
    "k_jaarlijks",
    "k_min_met",
    "k_min_zonder",
    "k_fout_met",
    "k_fout_zonder",
    "k_fout_kosten",
    "k_exit",
)


LIGHT = [
    name for name in CASES if weigh(answers_of(name)).dimensions["quickscan"].counted != "volledige_weging"
]


def line_of(found: Comparison, name: str) -> Pair[Decimal]:
    """Return the expected cost of a line."""
    return next(row.cost for row in found.rows if row.name == name)


@pytest.mark.parametrize("question", NEEDED)
@pytest.mark.parametrize("nothing", [None, UNKNOWN])
def test_an_amount_nobody_gave_or_knows_is_missing_and_never_zero(costs_of, question, nothing):
    found = costs_of("c01", **{question: nothing})

    assert isinstance(found, Incomplete)
    assert [asked.id for asked in found.missing] == [question]


def test_without_any_amount_every_needed_one_is_missing(costs_of):
    found = costs_of("c01", **dict.fromkeys(NEEDED))

    assert {asked.id for asked in found.missing} == set(NEEDED)


def test_an_unknown_amount_is_missing_also_when_silence_would_count_as_zero(costs_of):
    assert isinstance(costs_of("c01", k_opleiding=UNKNOWN), Incomplete)


@pytest.mark.parametrize("case", LIGHT)
def test_costs_that_are_not_asked_are_not_missing(costs_of, case):
    assert costs_of(case) == Incomplete(())


def test_costs_of_an_answer_that_is_not_asked_any_more_do_not_count(costs_of):
    assert costs_of("c01", qs_algoritme="nee") == Incomplete(())


def test_a_default_counts_and_is_named_as_assumed(costs_of):
    found = costs_of("c01", k_horizon=None)

    assert found.horizon == 5
    assert "k_horizon" in [asked.id for asked in found.assumed]
    assert "k_tarief" in [asked.id for asked in found.assumed]
    assert "k_horizon" not in [asked.id for asked in costs_of("c01").assumed]


def test_another_rate_and_discount_count(costs_of):
    usual, other = costs_of("c01"), costs_of("c01", k_tarief=45, k_discontovoet=0)

    assert (other.hourly_rate, other.discount) == (45, 0)
    # Half the rate for five full years instead of 4.679453 discounted ones.
    ratio = line_of(other, "Werk per zaak").without / line_of(usual, "Werk per zaak").without
    assert round(ratio, 4) == round(Decimal(5) / 2 / Decimal("4.679453"), 4)


@pytest.mark.parametrize("known_by", ["getest", "document", "leverancier"])
def test_one_number_of_somebody_who_knows_is_exact(known_by):
    assert amount(QUESTIONS["k_eenmalig"], Reply(Decimal(1000), known_by=known_by)) == Quantity.exactly(1000)


def test_a_supplier_knows_its_price_and_not_how_much_work_or_how_many_errors_remain():
    assert amount(QUESTIONS["k_min_met"], Reply(Decimal(10), known_by="leverancier")).own_band
    assert amount(QUESTIONS["k_fout_met"], Reply(Decimal(10), known_by="leverancier")).own_band
    assert not amount(QUESTIONS["k_min_met"], Reply(Decimal(10), known_by="getest")).own_band


@pytest.mark.parametrize("known_by", ["schatting", None])
def test_one_number_of_somebody_who_is_not_sure_gets_a_band_of_our_own(known_by):
    found = amount(QUESTIONS["k_eenmalig"], Reply(Decimal(1000), known_by=known_by))

    assert found == Quantity(Decimal(700), Decimal(1000), Decimal(1500), own_band=True)


def test_a_band_of_our_own_stays_within_what_the_question_takes():
    found = amount(QUESTIONS["k_fout_met"], Reply(Decimal(90)))

    assert found == Quantity(Decimal(63), Decimal(90), Decimal(100), own_band=True)


def test_zero_and_three_numbers_are_taken_as_they_are():
    assert amount(QUESTIONS["k_eenmalig"], Reply(Decimal(0))) == Quantity.exactly(0)
    three = Estimate(Decimal(1), Decimal(1), Decimal(9))
    assert amount(QUESTIONS["k_eenmalig"], Reply(three)) == Quantity(Decimal(1), Decimal(1), Decimal(9))


def test_what_is_no_number_is_no_amount():
    assert amount(QUESTIONS["k_eenmalig"], Reply(UNKNOWN)) is None
    assert amount(QUESTIONS["k_eenmalig"], Reply(None)) is None


def test_a_band_of_our_own_is_flagged(costs_of):
    assert Caution.OWN_BAND not in costs_of("c01").cautions

    unsure = costs_of("c01", k_eenmalig=40000)
    assert Caution.OWN_BAND in unsure.cautions
    assert [asked.id for asked in unsure.own_bands] == ["k_eenmalig"]
    sure = costs_of("c01", {"k_eenmalig": "document"}, k_eenmalig=40000)
    assert Caution.OWN_BAND not in sure.cautions


def test_a_line_of_ones_own_counts_like_any_other(costs_of):
    own = {"name": "Huur", "basis": "yearly", "with": 1000, "without": [100, 200, 600]}
    usual, found = costs_of("c01"), costs_of("c01", k_eigen_1=own)

    (row,) = [row for row in found.rows if row.name == "Huur"]
    assert row.given.without == Quantity(Decimal(100), Decimal(200), Decimal(600))
    assert row.cost.without == Decimal(250) * (row.cost.without / 250)
    assert found.expected.with_ - usual.expected.with_ == pytest.approx(row.cost.with_)
    assert found.expected.without - usual.expected.without == pytest.approx(row.cost.without)


def test_a_line_of_ones_own_may_be_of_one_alternative_only(costs_of):
    own = OwnLine("Bureau", "per_case", without=Decimal(2))
    found = costs_of("c01", {"k_eigen_2": "document"}, k_eigen_2=own)

    (row,) = [row for row in found.rows if row.name == "Bureau"]
    assert row.given == Pair(None, Quantity.exactly(2))
    # 2 euros for 6000 cases a year, five years: 4.679453.
    assert (row.cost.with_, round(row.cost.without)) == (0, round(2 * 6000 * 4.679453))


def test_every_amount_at_its_largest_gives_numbers_and_no_nonsense(costs_of):
    most = {
        name: asked.maximum
        for name, asked in QUESTIONS.items()
        if asked.used_by == "costs" and asked.kind in ("number", "money")
    }
    found = costs_of("c01", **most)

    assert found.expected.with_.is_finite()
    assert found.saving.is_finite()
    assert all(each.expected.without.is_finite() for each in found.years)


def test_hours_of_residents_stand_apart_from_the_money(costs_of):
    usual, more = costs_of("c01"), costs_of("c01", k_fout_uren=[20, 60, 100])

    assert more.expected == usual.expected
    # 3.1667 percent of 6000 cases, times 60 hours.
    assert round(more.errors.number.with_) == 190
    assert round(more.errors.hours.with_) == 11400


def test_unknown_hours_of_residents_leave_the_sum_whole(costs_of):
    found = costs_of("c01", k_fout_uren=UNKNOWN)

    assert found.errors.hours is None
    assert found.expected == costs_of("c01").expected


def test_the_same_errors_on_both_sides_are_questioned(costs_of):
    assert Caution.SAME_ERRORS in costs_of("c01", k_fout_zonder=[1, 3, 6]).cautions
    assert Caution.SAME_ERRORS not in costs_of("c01").cautions


def test_a_check_that_takes_no_time_is_questioned(costs_of):
    assert Caution.NO_CHECK in costs_of("c01", k_min_met=0, w_tussenkomst="altijd").cautions
    assert Caution.NO_CHECK not in costs_of("c01", k_min_met=0, w_tussenkomst="geen").cautions
    assert Caution.NO_CHECK not in costs_of("c01", w_tussenkomst="altijd").cautions


def test_an_uncertain_outcome_says_so(costs_of):
    assert Caution.UNCERTAIN in costs_of("c02").cautions
    assert Caution.UNCERTAIN not in costs_of("c03").cautions


def test_too_few_cases_are_pointed_out(costs_of):
    assert Caution.WRONG_SIDE in costs_of("c01", k_zaken=[900, 1000, 1100]).cautions
    assert Caution.WRONG_SIDE not in costs_of("c01").cautions


def test_marks_beside_money_stand_side_by_side():
    found = judged(weigh(answers_of("c01", a_gelijk=UNKNOWN)))

    assert [each.text for each in found] == [aspect.text for aspect in FRAMEWORK.aspects]
    assert found[0].marks == Pair(4, 2)
    assert found[2].marks == Pair(None, 3)
    assert judged(weigh(answers_of("c30"))) == ()


def test_an_unknown_alternative_is_no_alternative_and_said_so(costs_of):
    for nothing in (None, UNKNOWN):
        found = costs_of("c01", k_alternatief=nothing)
        assert found.alternative == ""
        assert Caution.NO_ALTERNATIVE in found.cautions
    assert Caution.NO_ALTERNATIVE not in costs_of("c01").cautions


def test_stopping_the_task_is_not_the_same_work_and_said_so(costs_of):
    assert Caution.STOPS in costs_of("c01", k_alternatief="stoppen").cautions
    assert Caution.STOPS not in costs_of("c01").cautions


def test_an_outcome_that_turns_with_the_hourly_rate_says_so(costs_of):
    sure = dict.fromkeys(QUESTIONS, "getest")
    amounts = {
        "k_zaken": 5500,
        "k_eenmalig": 200000,
        "k_jaarlijks": 100000,
        "k_min_met": 5,
        "k_min_zonder": 25,
        "k_fout_met": 1,
        "k_fout_zonder": 2,
        "k_fout_kosten": 0,
        "k_exit": 0,
    }

    assert Caution.POLICY in costs_of("c01", sure, **amounts).cautions
    assert Caution.POLICY not in costs_of("c01").cautions
    # Somebody who filled in the rate of the municipality rests on no assumption of ours.
    assert Caution.POLICY not in costs_of("c01", sure, **amounts, k_tarief=90, k_discontovoet=2).cautions


def test_a_check_without_minutes_in_any_case_is_questioned(costs_of):
    assert Caution.NO_CHECK in costs_of("c01", k_min_met=[0, 0, 0], w_tussenkomst="altijd").cautions


def test_years_are_whole():
    with pytest.raises(InvalidAnswer, match="heel getal"):
        parse(QUESTIONS["k_horizon"], "1,9")


# What the CIO-office may do to the cost model, without breaking it.
def edited(**changes):
    """Weigh c01 in a framework with another cost model."""
    return replace(weigh(answers_of("c01")), framework=FRAMEWORK.model_copy(update=changes))


def without_line(name):
    """Give the cost lines without one."""
    return tuple(each for each in FRAMEWORK.cost_lines if each.id != name)


def test_a_cost_model_without_errors_has_no_errors_and_not_zero_of_them():
    assert compare(edited(cost_lines=without_line("fouten")), {}).errors is None


def test_a_cost_model_without_assessments_counts_none():
    found = compare(edited(cost_lines=without_line("toetsen")), {})

    assert found.instruments == ()
    assert found.expected.with_ == pytest.approx(
        compare(weigh(answers_of("c01")), {}).expected.with_ - Decimal(28764)
    )


@pytest.mark.parametrize("line", [each.id for each in FRAMEWORK.cost_lines])
def test_every_line_can_be_left_out(line):
    found = compare(edited(cost_lines=without_line(line)), {})

    assert found.saving.is_finite()
    assert line not in [row.id for row in found.rows]


def test_a_question_that_is_not_asked_now_is_no_cost_and_not_missing():
    outcome = weigh(answers_of("c01"))
    hidden = replace(outcome, shown=outcome.shown - {"k_exit", "k_fout_kosten"})
    found = compare(hidden, {})

    assert {"exit", "fouten"} <= {line.id for line in FRAMEWORK.cost_lines}
    assert [row.id for row in found.rows if row.id == "fouten"] == []
    assert next(row for row in found.rows if row.id == "exit").given.with_ is None


def test_without_the_number_of_cases_on_the_screen_there_is_no_sum():
    outcome = weigh(answers_of("c01"))

    assert compare(replace(outcome, shown=outcome.shown - {"k_zaken"}), {}) == Incomplete(())
