"""The comparison as data: exact, without a loss of digits, and enough to do the sum again."""

import json
from decimal import Decimal
from typing import Any

import pytest

from assessment.answers import Reply
from assessment.costs.comparison import compare
from assessment.costs.export import costs_json
from assessment.costs.result import Comparison
from tests.assessment.real import FRAMEWORK, answers_of, weigh

HUGE: dict[str, Any] = {
    "k_zaken": 100_000_000,
    "k_fout_met": [0, 50, 100],
    "k_fout_kosten": 1_000_000_000,
    "k_horizon": 10,
}
OWN: dict[str, Any] = {
    "k_eigen_1": {"name": "Huur", "basis": "yearly", "with": [1000, 2000, 4000], "without": 12.5}
}


def data(case: str = "c01", **changes: Any) -> dict[str, Any]:
    """Compare the costs of a worked case, as another program reads them."""
    answers = answers_of(case, **changes)
    found = compare(weigh(answers), {name: Reply(value) for name, value in answers.items()})
    assert isinstance(found, Comparison)
    read: dict[str, Any] = json.loads(json.dumps(costs_json(found), allow_nan=False))
    return read


def done_again(read: dict[str, Any], side: str, pick: str) -> Decimal:
    """Do the sum from what was filled in, the way a reader with a calculator would."""
    value = 1 / (1 + Decimal(read["discount"]) / 100)
    years = range(1, read["horizon"] + 1)
    annuity = sum((value**year for year in years), start=Decimal(0))
    volume, rate = Decimal(read["volume"][pick]), Decimal(read["hourly_rate"])
    total = Decimal(0)
    for line in read["lines"]:
        if line["given"][side] is None:
            continue
        amount = Decimal(line["given"][side][pick])
        price = Decimal(line["price"][pick]) if line["price"] else Decimal(0)
        total += {
            "once": amount,
            "assessments": amount * 8 * rate,
            "yearly": amount * annuity,
            "minutes": amount / 60 * rate * volume * annuity,
            "per_case": amount * volume * annuity,
            "errors": amount / 100 * price * volume * annuity,
            "exit": amount * value ** read["horizon"],
        }[line["basis"]]
    return total


@pytest.mark.parametrize("changes", [{}, OWN, HUGE, {"k_horizon": 1, "k_discontovoet": 0}])
@pytest.mark.parametrize("side", ["with", "without"])
def test_whoever_reads_the_file_can_do_the_sum_again(changes: dict[str, Any], side: str) -> None:
    read = data(**changes)

    for total, pick in (("likely", "likely"), ("lowest", "low"), ("highest", "high")):
        assert abs(done_again(read, side, pick) - Decimal(read[total][side])) <= Decimal("0.01")


def test_lines_have_their_id_in_the_framework_and_ones_own_that_of_its_question() -> None:
    lines = [line["id"] for line in data(**OWN)["lines"]]

    assert lines == [*(line.id for line in FRAMEWORK.cost_lines), "k_eigen_1"]


def test_an_amount_is_a_string_in_cents_and_what_was_filled_in_stays_exact() -> None:
    read = data(**OWN)
    (own,) = (line for line in read["lines"] if line["id"] == "k_eigen_1")

    assert own["given"]["without"] == {"low": "8.75", "likely": "12.5", "high": "18.75", "own_band": True}
    assert own["unit"] == "euro per jaar"
    assert read["saving"] == str(Decimal(read["expected"]["without"]) - Decimal(read["expected"]["with"]))
    assert read["own_bands"] == ["k_eigen_1"]


def test_the_rows_add_up_to_the_expected_cost() -> None:
    read = data(**OWN)

    for side in ("with", "without"):
        rows = sum(Decimal(line["cost"][side]) for line in read["lines"])
        assert abs(rows - Decimal(read["expected"][side])) < Decimal("0.05") * len(read["lines"])


def test_amounts_of_astronomic_size_lose_no_digit() -> None:
    read = data(**HUGE)

    assert len(read["expected"]["with"]) > len("100000000000000.00")
    assert read["expected"]["with"] == f"{Decimal(read['expected']['with']):.2f}"


def test_the_last_year_is_the_whole_sum() -> None:
    read = data()

    assert [year["year"] for year in read["years"]] == list(range(read["horizon"] + 1))
    for total in ("expected", "lowest", "highest"):
        assert read["years"][-1][total] == read[total]


def test_every_instrument_tells_whether_its_days_count_and_why_not() -> None:
    read = data()

    assert {each["id"] for each in read["instruments"]} <= set(FRAMEWORK.instruments)
    for each in read["instruments"]:
        assert each["counted"] == (each["why_not"] == "")
    counted = [Decimal(each["days"]["low"]) for each in read["instruments"] if each["counted"]]
    (assessments,) = (line for line in read["lines"] if line["basis"] == "assessments")
    assert Decimal(assessments["given"]["with"]["low"]) == sum(counted)
