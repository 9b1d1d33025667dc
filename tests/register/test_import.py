"""Importing: all of it or nothing, once, and never over what somebody else just changed."""

import random

import pytest

from assessment.register.sheet import Layout, Sheet
from assessment.register.table import row, titles
from reports.sheets import Sheet as Table
from reports.sheets import csv_bytes, xlsx_bytes
from services import register, register_import
from services.register import ChangeKind
from services.register_errors import LayoutRefused, PlanStale, RegisterFilled, RowsRefused
from services.register_import import RowKind, guess, read_file
from services.users import User
from storage.register_records import EntryTaken
from tests.register.sheets import NAMED, sheet

NASTY = {
    "naam": "=1+1",
    "doel": "@som\nmet een; puntkomma",
    "leverancier": '-"x"',
    "kenmerken": "_x000D_ 'q'",
}


def plan_of(store, user, *rows):
    return register_import.plan(store, user, sheet(*rows), NAMED)


def contents(store, user):
    return [(entry.number, entry.values) for entry in register.every(store, user)]


def test_new_and_changed_rows_are_carried_out_together_and_on_record(store, user):
    there = register.add(store, user, {"naam": "Parkeren", "domein": "fysiek"})

    register_import.carry_out(
        store, user, plan_of(store, user, ("1", "Parkeren", "", "Pilot"), ("", "Zoeken", "Sociaal"))
    )

    assert contents(store, user) == [
        ("1", {"naam": "Parkeren", "domein": "fysiek", "status": "in_ontwikkeling"}),
        ("2", {"naam": "Zoeken", "domein": "sociaal"}),
    ]
    newest = register.history(store, user, there.id)[0]
    assert (newest.kind, newest.detail) == (ChangeKind.CHANGED, {"status": ("", "in_ontwikkeling")})


def test_one_refused_row_leaves_everything_as_it_was(store, user):
    plan = plan_of(store, user, ("1", "Parkeren"), ("2", "Zoeken", "", "raar"))

    with pytest.raises(RowsRefused, match="1 rij kan niet worden overgenomen"):
        register_import.carry_out(store, user, plan)

    assert contents(store, user) == []


def test_refused_rows_are_left_out_when_somebody_says_so(store, user):
    plan = plan_of(store, user, ("1", "Parkeren"), ("2", "Zoeken", "", "raar"))

    register_import.carry_out(store, user, plan, leave_out_refused=True)

    assert contents(store, user) == [("1", {"naam": "Parkeren"})]


def test_plan_is_refused_after_somebody_changed_the_register(store, user):
    entry = register.add(store, user, {"naam": "Parkeren"})
    plan = plan_of(store, user, ("1", "Parkeren", "Fysiek"))
    register.change(store, user, entry.id, {"doel": "Tellen"}, seen=1)

    with pytest.raises(PlanStale):
        register_import.carry_out(store, user, plan)

    assert contents(store, user) == [("1", {"naam": "Parkeren", "doel": "Tellen"})]


def test_plan_is_refused_when_somebody_adds_the_same_at_the_same_moment(store, user, monkeypatch):
    plan = plan_of(store, user, ("", "Parkeren"))

    def taken(*_entries):
        raise EntryTaken

    monkeypatch.setattr("storage.register.RegisterTable.add", taken)
    with pytest.raises(PlanStale):
        register_import.carry_out(store, user, plan)


def test_carrying_out_twice_is_refused_and_a_new_plan_has_nothing_to_do(store, user):
    rows = (("", "Parkeren", "Fysiek", "Pilot", "Laag"), ("7", "Zoeken"))
    plan = plan_of(store, user, *rows)
    register_import.carry_out(store, user, plan)

    with pytest.raises(PlanStale):
        register_import.carry_out(store, user, plan)
    assert plan_of(store, user, *rows).count(RowKind.UNCHANGED) == 2


def test_names_trade_places_in_one_import(store, user):
    for name in ("A", "B"):
        register.add(store, user, {"naam": name})

    register_import.carry_out(store, user, plan_of(store, user, ("1", "B"), ("2", "A")))

    assert contents(store, user) == [("1", {"naam": "B"}), ("2", {"naam": "A"})]


@pytest.mark.parametrize("seed", range(3))
def test_order_of_the_rows_makes_no_difference_to_the_register(sqlite_store, user, seed):
    rows = [("", name, "Fysiek") for name in "CABED"] + [("12", "F")]
    random.Random(seed).shuffle(rows)

    register_import.carry_out(sqlite_store, user, plan_of(sqlite_store, user, *rows))

    found = [(number, values["naam"]) for number, values in contents(sqlite_store, user)]
    assert found == [("12", "F"), ("13", "A"), ("14", "B"), ("15", "C"), ("16", "D"), ("17", "E")]


@pytest.mark.parametrize("write", [csv_bytes, xlsx_bytes], ids=["csv", "xlsx"])
def test_register_that_was_exported_comes_back_unchanged(sqlite_store, user, write):
    register_import.load_example(sqlite_store, user)
    register.add(sqlite_store, user, NASTY)
    entries = register.every(sqlite_store, user)

    (back,) = read_file(write(Table("Register", titles(), [row(entry) for entry in entries])))
    plan = register_import.plan(sqlite_store, user, back, guess(back))

    assert [
        (row.name, row.differences, row.reason) for row in plan.rows if row.kind is not RowKind.UNCHANGED
    ] == []
    assert len(plan.rows) == 71


def test_example_fills_an_empty_register_only(store, user):
    register_import.load_example(store, user)

    assert register.count(store, user) == 70
    assert register.shares(store, user)["eigen_risico"] == {"laag": 53, "beperkt": 14, "hoog": 2, "": 1}
    with pytest.raises(RegisterFilled):
        register_import.load_example(store, user)


def test_nothing_is_loaded_by_itself(store, user):
    assert register.count(store, user) == 0


@pytest.mark.parametrize(
    "layout,words",
    [
        (Layout(1, ("", "", "domein")), "in welke kolom de naam"),
        (Layout(1, ("naam", "naam")), "Twee kolommen heten nu 'Naam'"),
        (Layout(1, ("naam", "kleur")), "opnieuw"),
        (Layout(0, ("naam",)), "opnieuw"),
        (Layout(3, ("naam",)), "opnieuw"),
    ],
)
def test_columns_that_cannot_be_read_are_refused(sqlite_store, user, layout, words):
    with pytest.raises(LayoutRefused, match=words):
        register_import.plan(sqlite_store, user, Sheet("Lijst", (("Naam",), ("A",))), layout)


def test_author_of_an_import_is_who_carried_it_out(sqlite_store, user):
    colleague = User("collega", "Collega", user.roles)

    register_import.carry_out(sqlite_store, colleague, plan_of(sqlite_store, user, ("1", "A")))

    assert register.page(sqlite_store, user)[0].changed_by == "collega"
