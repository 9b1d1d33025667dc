"""Overrides: upwards freely, downwards by few and with a reason; what is computed never changes."""

from datetime import date

import pytest

from assessment.answers import Reply
from assessment.evaluation import evaluate
from assessment.snapshot import freeze
from services import answers, assessments, finishing, overrides, road
from services.errors import DecidedAlready, NotAllowed, OnlyUpwards, StepIncomplete
from services.roles import Role
from tests.services import roads
from tests.services.roads import MAKER, ON, OWNER, WHY, person

FG = person(Role.FG)
NETWORK = person(Role.NETWORK)


def outcome_of(store, made):
    held = assessments.opened(store, MAKER, made)
    framework = overrides.frameworks.get(held.framework_version)
    return evaluate(framework, answers.values(answers.current(store, MAKER, made)), ON)


def set_level(store, user, made, level, why="", about="trede"):
    return overrides.set_level(store, user, made, about, level, why=why, on=ON)


def tier(store, made):
    found = overrides.standing(store, MAKER, made, outcome_of(store, made))
    return next((each for each in found if each.title == "Risicotrede"), None)


@pytest.mark.parametrize("user", [MAKER, OWNER, NETWORK, FG])
def test_tier_goes_up_without_a_reason_and_both_values_stay(store, user):
    made = roads.new(store)
    before = freeze(outcome_of(store, made))

    set_level(store, user, made, "verboden")

    found = tier(store, made)
    assert (found.computed, found.level, found.stands) == ("hoog", "verboden", True)
    assert freeze(outcome_of(store, made)) == before
    assert finishing.recomputes(finishing.finish(store, MAKER, made, ON))


@pytest.mark.parametrize("role", [Role.FG, Role.CIO_OFFICE])
def test_tier_goes_down_by_few_and_with_a_reason(store, role):
    made = roads.new(store)

    with pytest.raises(StepIncomplete, match="Lager dan Hoog kan alleen met een reden"):
        set_level(store, person(role), made, "beperkt")
    set_level(store, person(role), made, "beperkt", WHY)

    found = tier(store, made)
    assert (found.computed, found.level, found.override.why) == ("hoog", "beperkt", WHY)


@pytest.mark.parametrize("user", [MAKER, OWNER, NETWORK, person(Role.CISO), person(Role.SECRETARY)])
def test_others_cannot_set_it_lower_also_not_by_undoing_a_raise(store, user):
    made = roads.new(store)

    with pytest.raises(OnlyUpwards, match="CIO-office of de FG"):
        set_level(store, user, made, "beperkt", WHY)
    set_level(store, user, made, "verboden")
    with pytest.raises(OnlyUpwards):
        set_level(store, user, made, "hoog", WHY)

    assert tier(store, made).level == "verboden"


@pytest.mark.parametrize("role", [Role.READER, Role.COLLEGE_SECRETARY, Role.BIM])
def test_who_only_reads_sets_nothing(store, role):
    with pytest.raises(NotAllowed):
        set_level(store, person(role), roads.new(store), "verboden")


def test_what_was_set_can_be_withdrawn_and_everything_stays_on_record(store):
    made = roads.new(store)
    set_level(store, FG, made, "laag", WHY)
    set_level(store, MAKER, made, "hoog")

    assert tier(store, made) is None
    assert [(each.level, each.author) for each in overrides.of(store, MAKER, made)] == [
        ("laag", FG.name),
        (None, MAKER.name),
    ]


def test_override_downwards_lapses_when_the_computed_level_changes(store):
    made = roads.new(store)
    set_level(store, FG, made, "laag", WHY)
    answers.save(store, MAKER, made, "qs_invloed", Reply("geen"), seen=1)
    answers.save(store, MAKER, made, "qs_algoritme", Reply("nee"), seen=1)

    found = tier(store, made)
    assert found.computed != "hoog"
    assert (found.stands, found.lapsed, found.level) == (False, True, found.computed)


def test_override_upwards_stays_whatever_lower_level_is_computed(store):
    made = roads.new(store)
    set_level(store, MAKER, made, "verboden")
    answers.save(store, MAKER, made, "qs_algoritme", Reply("nee"), seen=1)

    found = tier(store, made)
    assert found.computed != "hoog"
    assert (found.stands, found.level) == (True, "verboden")


def test_instrument_is_set_by_hand_too(store):
    made = roads.new(store)
    instrument = next(i for i in outcome_of(store, made).instruments.values() if i.counted == "niet")

    set_level(store, NETWORK, made, "verplicht", about=instrument.instrument.id)

    (found,) = overrides.standing(store, MAKER, made, outcome_of(store, made))
    assert (found.title, found.computed, found.level) == (instrument.instrument.name, "niet", "verplicht")


@pytest.mark.parametrize(
    "about,level,field", [("trede", "hoog", "level"), ("trede", "x", "level"), ("y", "hoog", "about")]
)
def test_what_cannot_be_set_is_told_at_its_field(store, about, level, field):
    with pytest.raises(StepIncomplete) as refusal:
        set_level(store, FG, roads.new(store), level, WHY, about)

    assert set(refusal.value.faults) == {field}


def test_after_the_decision_only_upwards_until_it_is_weighed_again(store):
    made = roads.decided(store)
    assert overrides.rights(store, FG, made) == (True, False)

    with pytest.raises(DecidedAlready, match="Over deze ronde is al besloten"):
        set_level(store, FG, made, "laag", WHY)
    set_level(store, FG, made, "verboden")
    road.move(store, OWNER, made, road.State.REWEIGH, why=WHY, detail={"trigger": "incident"})
    finishing.reopen(store, MAKER, made)

    assert overrides.rights(store, FG, made) == (True, True)
    set_level(store, FG, made, "hoog", WHY)
    assert tier(store, made) is None


def test_reason_that_is_too_long_is_refused_at_its_field(store):
    with pytest.raises(StepIncomplete) as refusal:
        set_level(store, FG, roads.new(store), "laag", "x" * 4001)

    assert set(refusal.value.faults) == {"why"}


def test_day_of_the_outcome_counts(store):
    made = roads.new(store)

    assert overrides.set_level(store, FG, made, "trede", "laag", why=WHY, on=date(2026, 1, 1)).level == "laag"
