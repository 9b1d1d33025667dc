"""Overrides: upwards freely, downwards by few and with a reason; what is computed never changes."""

from datetime import date

import pytest

from assessment.answers import Reply
from assessment.cases import load_cases, read_answers
from assessment.evaluation import evaluate
from assessment.override import settle
from assessment.override_words import override_text
from assessment.snapshot import freeze
from services import answers, assessments, finishing, frameworks, overrides, road
from services.errors import DecidedAlready, LowersOwnWork, NotAllowed, OnlyUpwards, StepIncomplete
from services.roles import Role
from services.users import User
from storage.records import Revision
from tests.services import roads
from tests.services.roads import MAKER, ON, OWNER, WHY, person

FG = person(Role.FG)
NETWORK = person(Role.NETWORK)


def outcome_of(store, made):
    held = assessments.opened(store, MAKER, made)
    framework = frameworks.get(held.framework_version)
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


def settled(store, made):
    with store.reading() as tx:
        return settle(outcome_of(store, made), tx.overrides.current(made))


def light(store):
    """Begin an assessment of a low tier."""
    framework = frameworks.current()
    case = next(case for case in load_cases(frameworks.folder(framework.version)) if case.id == "k00")
    made = assessments.create(store, MAKER, title="Parkeren", framework=framework).id
    given = read_answers(framework, case.answers)
    with store.transaction() as tx:
        tx.answers.append(made, *(Revision(q, 1, Reply(v), MAKER.name, tx.now) for q, v in given.items()))
    return made


def test_tier_set_higher_asks_for_the_instruments_of_that_tier_and_both_values_are_told(store):
    made = light(store)
    set_level(store, MAKER, made, "hoog")

    found = overrides.standing(store, MAKER, made, outcome_of(store, made))
    told = {each.about: override_text(each, "", ON) for each in found}
    assert "iama" in told
    assert "Door de risicotrede die met de hand is gezet: Aanbevolen." in told["iama"]


def test_tier_set_lower_takes_no_instrument_away(store):
    made = roads.new(store)
    before = settled(store, made)
    set_level(store, FG, made, "laag", WHY)

    after = settled(store, made)
    assert {name: each.level for name, each in after.items() if name != "trede"} == {
        name: each.level for name, each in before.items() if name != "trede"
    }


def test_instrument_that_follows_is_set_lower_by_few_and_lapses_with_the_tier(store):
    made = light(store)
    set_level(store, MAKER, made, "hoog")
    with pytest.raises(OnlyUpwards):
        set_level(store, MAKER, made, "niet", WHY, "iama")
    set_level(store, FG, made, "niet", WHY, "iama")
    assert (settled(store, made)["iama"].level, settled(store, made)["iama"].stands) == ("niet", True)

    set_level(store, FG, made, settled(store, made)["trede"].computed, WHY)
    assert settled(store, made)["iama"].level == settled(store, made)["iama"].computed


@pytest.mark.parametrize("role", [Role.FG, Role.CIO_OFFICE, Role.LOCAL])
def test_who_filled_in_sets_nothing_lower(store, role):
    both = User(MAKER.name, "Maker", frozenset({Role.BIM, role}))
    made = roads.new(store)

    assert overrides.rights(store, both, made) == (True, False)
    with pytest.raises(LowersOwnWork, match="Wie invult, zet niets lager"):
        set_level(store, both, made, "laag", WHY)
    assert tier(store, made) is None
