"""The tables on screen as sheets: the numbers are those of the comparison, and add up elsewhere too."""

import io
from decimal import Decimal

import pandas
from openpyxl import load_workbook

from assessment.costs.comparison import judged
from assessment.success.profile import profile
from reports import tables
from reports.sheets import csv_bytes, xlsx_bytes
from tests.reports.dossiers import dossier
from ui.instrument_sheets import instruments


def test_costs_per_line_add_up_to_the_total_that_stands_below() -> None:
    made = dossier("c01")
    lines, *_others = tables.costs(made.outcome, made.costs, judged(made.outcome))

    read = pandas.read_csv(io.BytesIO(csv_bytes(lines)), sep=";", decimal=",", encoding="utf-8-sig")
    amounts = read.set_index("Kosten")["Kosten met algoritme (euro)"]

    total = amounts["Samen, verwacht"]
    assert total == float(made.costs.expected.with_.quantize(Decimal("0.01")))
    assert abs(amounts.iloc[: len(made.costs.rows)].sum() - total) < 0.1


def test_every_table_of_the_costs_is_a_sheet_of_one_workbook() -> None:
    made = dossier("c01")

    book = load_workbook(
        io.BytesIO(xlsx_bytes(*tables.costs(made.outcome, made.costs, judged(made.outcome))))
    )

    assert book.sheetnames == [
        "Kosten per regel",
        "Kosten per jaar",
        "Hoe zeker het verschil is",
        "Aannames die tellen",
        "Toetsen in de kosten",
        "Meer dan geld",
        "Fouten en inwoners",
        "Aannames",
    ]
    assert [row[0].value for row in book["Kosten per jaar"].iter_rows(min_row=2)] == list(
        range(len(made.costs.years))
    )
    chances = [row[2].value for row in book["Hoe zeker het verschil is"].iter_rows(min_row=2)]
    assert abs(sum(chances) - 100) < 0.1
    _year, expected, lowest, low, high, highest, *_without = [
        cell.value for cell in list(book["Kosten per jaar"].rows)[-1]
    ]
    assert lowest < low < expected < high < highest


def test_success_factors_keep_their_scores_as_numbers() -> None:
    made = dossier("c01", s_ict=None)
    factors, helps = tables.success(made.outcome, profile(made.outcome))

    scores = {row[0]: row[2] for row in factors.rows}
    assert len(scores) == 10
    assert scores["Passende ICT"] is None
    assert all(isinstance(score, int) for name, score in scores.items() if name != "Passende ICT")
    assert len(helps.rows) == len(profile(made.outcome).helping)


def test_every_instrument_is_in_the_file_also_when_it_is_not_needed() -> None:
    made = dossier("c01")
    found, actions = instruments(made.outcome, made.settled)

    assert {row[0] for row in found.rows} == {
        each.instrument.name for each in made.outcome.instruments.values()
    }
    assert len(actions.rows) == len(made.outcome.actions)
