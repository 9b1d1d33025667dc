"""Weighing again: due by the tier and the day use began, or because the framework changed."""

import shutil
from datetime import date

import pytest

from services import assessments, frameworks, overrides, reweighing, road
from services.errors import NotAllowed
from services.roles import Role
from services.users import User
from tests.services import roads
from tests.services.roads import MAKER, ON, OWNER, WHY, person

TODAY = date(2026, 11, 22)


@pytest.fixture
def newer(monkeypatch, tmp_path):
    """A newer version of the framework beside the one in use."""
    shutil.copytree(frameworks.folder("2026.1"), tmp_path / "2026.1")
    shutil.copytree(frameworks.folder("2026.1"), tmp_path / "2026.2")
    monkeypatch.setattr(frameworks, "_folder", lambda: tmp_path)


@pytest.mark.parametrize("place", [roads.on_watch, roads.in_use])
def test_high_tier_is_due_a_year_after_use_began(store, place):
    made = place(store)

    due = reweighing.of(store, OWNER, made)

    assert (due.since, due.on, due.new_framework) == (TODAY, date(2027, 11, 22), False)
    assert not due.overdue(date(2027, 11, 21))
    assert due.overdue(date(2027, 11, 22))


@pytest.mark.parametrize("place", [roads.new, roads.offered, roads.decided, roads.to_reweigh, roads.ended])
def test_what_is_not_in_use_or_called_for_already_is_not_due(store, place):
    assert reweighing.of(store, MAKER, place(store)) is None


def test_tier_that_a_person_set_counts(store):
    made = roads.on_watch(store)
    overrides.set_level(store, MAKER, made, "trede", "verboden", on=ON)

    assert reweighing.of(store, OWNER, made).on == date(2026, 12, 22)


def test_override_that_was_withdrawn_counts_no_more(store):
    made = roads.new(store)
    fg = person(Role.FG)
    overrides.set_level(store, fg, made, "trede", "laag", why=WHY, on=ON)
    overrides.set_level(store, fg, made, "trede", "hoog", on=ON)
    roads.finishing.finish(store, MAKER, made, ON)
    road.move(store, MAKER, made, road.State.IN_REVIEW)
    road.move(store, roads.CLERK, made, road.State.DECIDED, why=WHY, detail=roads.DECISION)
    road.move(store, OWNER, made, road.State.ON_WATCH, detail={"on": "2026-11-22"})

    assert reweighing.of(store, OWNER, made).on == date(2027, 11, 22)


def test_newer_framework_is_noticed_and_makes_it_urgent(store, newer):
    made = roads.on_watch(store)
    assert assessments.opened(store, MAKER, made).framework_version == "2026.2"
    old = reweighing.of(store, OWNER, made)
    assert not old.new_framework

    shutil.copytree(frameworks.folder("2026.2"), frameworks.folder("2026.2").parent / "2026.3")

    due = reweighing.of(store, OWNER, made)
    assert due.new_framework
    assert due.overdue(TODAY)


def test_framework_that_is_gone_leaves_the_list_readable(store, newer):
    made = roads.on_watch(store)
    shutil.rmtree(frameworks.folder("2026.2"))

    (due,) = reweighing.agenda(store, OWNER)

    assert (due.assessment.id, due.on, due.new_framework) == (made, None, True)


def test_agenda_holds_what_concerns_me_the_most_urgent_first(store):
    later, sooner = roads.on_watch(store), roads.in_use(store)
    overrides.set_level(store, MAKER, sooner, "trede", "verboden", on=ON)
    roads.to_reweigh(store)

    for user in (MAKER, OWNER, person(Role.FG), person(Role.CIO_OFFICE), person(Role.LOCAL)):
        assert [due.assessment.id for due in reweighing.agenda(store, user)] == [sooner, later]
    assert reweighing.agenda(store, User("ander", "Ander", frozenset({Role.BIM}))) == []
    assert reweighing.agenda(store, person(Role.READER)) == []


def test_who_left_has_no_agenda(store):
    with pytest.raises(NotAllowed):
        reweighing.agenda(store, User(MAKER.name, "Maker"))
