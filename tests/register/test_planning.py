"""What an import would do, told row by row."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.register.columns import guess
from assessment.register.entry import Entry, identity
from assessment.register.planning import RowKind, plan
from assessment.register.sheet import Layout
from tests.register.sheets import NAMED, entry, exported, sheet, values

THERE = (
    entry(1, naam="Parkeren", domein="fysiek", status="in_gebruik"),
    entry(2, naam="Bijstand", domein="sociaal"),
    entry(3, naam="Rooster"),
)


def planned(*rows, entries=THERE):
    return plan(sheet(*rows), NAMED, entries).rows


def test_row_with_a_known_number_is_about_that_entry():
    (row,) = planned(("1", "Parkeren 2", "Fysiek", "Gestopt", ""))

    assert (row.kind, row.before) == (RowKind.CHANGED, THERE[0])
    assert row.differences == {
        "naam": ("Parkeren", "Parkeren 2"),
        "status": ("in_gebruik", "buiten_gebruik"),
    }


@pytest.mark.parametrize("number", ["1", "01", " 1 "])
def test_number_is_recognised_however_it_was_written(number):
    assert planned((number, "Parkeren"))[0].before == THERE[0]


@pytest.mark.parametrize(
    "name,domain,found",
    [
        ("PARKEREN", "fysiek", 0),
        ("Parkeren", "", 0),
        ("Rooster", "Sociaal", 2),
        ("Parkeren", "Sociaal", None),
    ],
)
def test_row_without_a_number_is_recognised_by_name_and_domain(name, domain, found):
    (row,) = planned(("", name, domain))

    assert row.before == (None if found is None else THERE[found])


def test_empty_cell_leaves_what_is_known():
    (row,) = planned(("1", "", "", "", "Laag"))

    assert row.after == {**THERE[0].values, "eigen_risico": "laag"}


@pytest.mark.parametrize(
    "row,reason",
    [
        (("9", "", "Sociaal"), "Vul in: Naam."),
        (("9", "Nieuw", "", "raar"), "Status: 'raar' staat niet in de lijst."),
        (("9", "Parkeren", "Fysiek"), "staat al in het register, met nummer 1."),
        (("2", "Parkeren", "Fysiek"), "Er staat al een ander algoritme met deze naam"),
        (("x" * 40, "Nieuw"), "Nummer: "),
    ],
)
def test_row_that_cannot_be_imported_says_why(row, reason):
    (found,) = planned(row)

    assert found.kind is RowKind.REFUSED
    assert reason in found.reason


def test_name_that_several_entries_have_needs_a_domain_or_number():
    twins = (entry(1, naam="Zoeken", domein="fysiek"), entry(2, naam="Zoeken", domein="sociaal"))
    (row,) = planned(("", "Zoeken"), entries=twins)

    assert "meer algoritmes met deze naam: nummer 1, 2" in row.reason


def test_all_rows_about_one_algorithm_are_refused_and_name_each_other():
    rows = planned(("5", "A"), ("5", "B"), ("", "Parkeren", "Fysiek"), ("1", ""), ("", "C"), ("", "c"))

    assert [row.kind for row in rows] == [RowKind.REFUSED] * 6
    assert ["ook op rij " + other in row.reason for row, other in zip(rows, "325476", strict=True)] == [
        True
    ] * 6


def test_names_may_trade_places():
    first, second = planned(("1", "Bijstand", "Sociaal"), ("2", "Parkeren", "Fysiek"))

    assert (first.kind, second.kind) == (RowKind.CHANGED, RowKind.CHANGED)


def test_name_is_not_free_when_the_row_that_would_free_it_is_refused():
    rows = planned(("1", "Nieuw", "Fysiek", "raar"), ("2", "Parkeren", "Fysiek"))

    assert [row.kind for row in rows] == [RowKind.REFUSED, RowKind.REFUSED]


def test_rows_that_rename_are_told_apart():
    found = plan(sheet(("1", "Heel iets anders"), ("2", "Bijstand", "", "Pilot")), NAMED, THERE)

    assert [row.number for row in found.renamed] == [2]


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["", "1", "2", "7", "8"]),
        st.sampled_from(["", "Parkeren", "Bijstand", "A", "B"]),
        st.sampled_from(["", "Fysiek", "Sociaal"]),
        st.sampled_from(["", "Pilot", "raar"]),
    ),
    max_size=6,
)


@given(ROWS, st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_order_of_the_rows_makes_no_difference(rows, chance):
    def outcome(given_rows):
        return sorted(
            (row, found.kind, sorted(found.after.items()))
            for row, found in zip(given_rows, planned(*given_rows), strict=True)
        )

    full = [row for row in rows if any(row)]
    shuffled = chance.sample(full, len(full))

    assert outcome(shuffled) == outcome(full)


@given(ROWS)
@settings(max_examples=50)
def test_what_a_plan_accepts_never_makes_two_of_one_name_or_number(rows):
    accepted = [row for row in planned(*rows) if row.kind is not RowKind.REFUSED]
    becomes = {row.before.id: row.after for row in accepted if row.before}
    after = [becomes.get(each.id, each.values) for each in THERE]
    after += [row.after for row in accepted if not row.before]
    numbers = [each.number for each in THERE]
    numbers += [row.entry_number for row in accepted if not row.before and row.entry_number]

    assert len({identity(each) for each in after}) == len(after)
    assert len(set(numbers)) == len(numbers)


@given(st.lists(values(), max_size=4, unique_by=identity))
@settings(max_examples=50)
def test_export_that_comes_back_changes_nothing(kept):
    entries = [Entry(UUID(int=number), str(number), each) for number, each in enumerate(kept, start=1)]
    back = exported(entries)

    assert [row.kind for row in plan(back, guess(back), entries).rows] == [RowKind.UNCHANGED] * len(entries)


@given(st.lists(values(), max_size=4, unique_by=identity))
@settings(max_examples=50)
def test_carrying_out_a_plan_leaves_nothing_to_do(kept):
    entries = [Entry(UUID(int=number), str(number), each) for number, each in enumerate(kept, start=1)]
    back = exported(entries)
    first = plan(back, guess(back), ())
    made = [replace(each, values=row.after) for each, row in zip(entries, first.rows, strict=True)]

    assert all(row.kind is RowKind.NEW for row in first.rows)
    assert all(row.kind is RowKind.UNCHANGED for row in plan(back, guess(back), made).rows)


def test_columns_that_are_left_out_say_nothing():
    found = plan(sheet(("", "Nieuw", "Sociaal", "raar", "raar")), Layout(1, ("", "naam", "", "", "")), ())

    assert found.rows[0].after == {"naam": "Nieuw"}
