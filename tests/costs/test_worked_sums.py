"""Two cases of the audit report, worked out by hand in the sheets beside this file, to the cent."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from assessment.costs.result import Tipping
from tests.costs.conftest import cents

FOLDER = Path(__file__).parent
BY_HAND = {"c01": "vroegsignalering.csv", "c03": "anonimiseren.csv"}


def read(name: str) -> dict[str, tuple[Decimal, Decimal]]:
    """Read the amounts of both columns per line; above the header stand assumptions."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    start = next(number for number, row in enumerate(rows) if row[0] == "regel")
    return {row[0]: (_number(row[2]), _number(row[4])) for row in rows[start + 1 :]}


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ".") or 0)


@pytest.mark.parametrize("case", BY_HAND)
def test_every_line_and_total_is_the_one_worked_out_by_hand(costs_of, case):
    by_hand = read(BY_HAND[case])
    found = costs_of(case)

    computed = {row.name: (cents(row.cost.with_), cents(row.cost.without)) for row in found.rows}
    computed["Samen"] = (cents(found.expected.with_), cents(found.expected.without))
    computed["Verschil"] = (cents(found.saving), Decimal(0))
    assert computed == by_hand


@pytest.mark.parametrize("name", BY_HAND.values())
def test_every_sheet_names_its_assumptions(name):
    assert "Aanname: alle bedragen en aantallen zijn verzonnen." in (FOLDER / name).read_text("utf-8")


# The three sums of the field, in whole euros: assessments, with, without, saving, and the volume that tips.
@pytest.mark.parametrize(
    "case, assessments, with_, without, saving, volume",
    [
        ("c01", 28764, 1088783, 1511463, 422680, 2319),
        ("c03", 23184, 1531758, 3011401, 1479643, 1328),
        ("c22", 25524, 509100, 638901, 129801, 67773),
    ],
)
def test_the_sums_of_the_field_come_out_to_the_euro(
    costs_of, case, assessments, with_, without, saving, volume
):
    found = costs_of(case)

    toetsen = next(row for row in found.rows if row.name == "Toetsen, zoals de DPIA")
    assert round(toetsen.cost.with_) == assessments
    assert (round(found.expected.with_), round(found.expected.without)) == (with_, without)
    assert round(found.saving) == saving
    assert (found.break_even.tipping, round(found.break_even.volume)) == (Tipping.ABOVE, volume)


@pytest.mark.parametrize(
    "case, with_, without", [("c01", "29.29", "53.83"), ("c03", "27.17", "62.28"), ("c22", "0.61", "1.14")]
)
def test_the_cost_of_one_case_is_the_one_of_the_field(costs_of, case, with_, without):
    found = costs_of(case)
    variable = [row for row in found.rows if row.name in ("Werk per zaak", "Fouten")]
    annuity = sum(1 / (1 + found.discount / 100) ** year for year in range(1, found.horizon + 1))
    cases = found.volume.mean * annuity

    assert cents(sum(row.cost.with_ for row in variable) / cases) == Decimal(with_)
    assert cents(sum(row.cost.without for row in variable) / cases) == Decimal(without)
