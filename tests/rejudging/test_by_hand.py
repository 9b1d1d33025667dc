"""What applies where a person set a level, when the framework changes: the rules and that person together."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from assessment.cases import load_cases, read_answers
from assessment.columns.by_hand import ByHand, Effect, HandSet, by_hand
from assessment.columns.change_words import effect_texts, made_texts
from assessment.columns.changes import Change, Subject
from assessment.evaluation import evaluate
from assessment.override import TIER, Override
from assessment.parts import Dimension, Level
from services import frameworks, overrides, rejudging
from services.rejudge_work import Found, Rejudging, Request
from storage.store import Store
from tests.rejudging.test_rejudging import fill

ON = date(2026, 11, 22)
THE_TIER = Subject("dimension", TIER)
CASES = {case.id: case for case in load_cases(frameworks.folder(frameworks.versions()[0]))}


def put(about, computed, level):
    """Set a level by hand."""
    return {about: Override(about, computed, level, "Zo zien wij het.", "lokaal", datetime.now(UTC))}


@pytest.fixture
def answers(framework):
    """Answers of which the second version makes a DPIA a duty, and leaves the tier as it is: beperkt."""
    return read_answers(framework, {**CASES["k_g2"].answers, "g_aantal": 5000})


def test_tier_set_higher_outlives_a_change_and_goes_before_what_the_rules_say(framework, second, answers):
    found = by_hand(framework, second, answers, put(TIER, "beperkt", "hoog"), ON)

    assert found.made == (HandSet(THE_TIER, "hoog", True),)
    assert THE_TIER not in [effect.subject for effect in found.effects]


def test_effect_on_what_applies_is_the_higher_of_the_rules_and_what_was_set(framework, second, answers):
    was = evaluate(framework, answers, ON).instruments["dpia"].counted
    assert evaluate(second, answers, ON).instruments["dpia"].counted == "verplicht" != was

    set_high = by_hand(framework, second, answers, put("dpia", was, "verplicht"), ON)
    assert "dpia" not in [effect.subject.id for effect in set_high.effects]
    assert set_high.made == (HandSet(Subject("instrument", "dpia"), "verplicht", False),)
    set_low = by_hand(framework, second, answers, put("dpia", was, "niet"), ON)
    assert Effect(Subject("instrument", "dpia"), "niet", "verplicht") in set_low.effects


def test_level_that_the_new_version_does_not_know_does_not_count_there(framework, second, answers):
    tier = framework.dimensions[TIER]
    worse = Level(id="onmogelijk", label="Onmogelijk", meaning="Hoger kan niet.")
    higher = Dimension(id=TIER, title=tier.title, levels=(*tier.levels, worse))
    old = framework.model_copy(update={"dimensions": {**framework.dimensions, TIER: higher}})
    found = by_hand(old, second, answers, put(TIER, "beperkt", "onmogelijk"), ON)

    assert found.made == (HandSet(THE_TIER, "onmogelijk", False),)
    assert Effect(THE_TIER, "onmogelijk", "beperkt") in found.effects


def test_nothing_is_said_where_nothing_set_by_hand_counts(framework, second, answers):
    withdrawn = {TIER: Override(TIER, "beperkt", None, "", "lokaal", datetime.now(UTC))}

    assert by_hand(framework, second, answers, {}, ON) is None
    assert by_hand(framework, second, answers, withdrawn, ON) is None


def test_words_name_what_was_set_and_what_then_applies(framework, second):
    found = ByHand((HandSet(THE_TIER, "laag", False),), (Effect(THE_TIER, "laag", "hoog"),))

    assert list(made_texts(framework, second, found)) == [
        "Risicotrede is met de hand gezet op Laag. In de nieuwe versie telt dat niet meer."
    ]
    assert list(effect_texts(framework, second, found)) == ["Wat geldt voor Risicotrede: van Laag naar Hoog."]
    same = ByHand((HandSet(THE_TIER, "hoog", True),), ())
    assert list(effect_texts(framework, second, same)) == ["Wat geldt, blijft gelijk."]


def test_look_at_everything_knows_what_was_set_by_hand(sqlite_store: Store, user, framework, second):
    made = fill(sqlite_store, user, framework, "k_g2", g_aantal=5000)
    fill(sqlite_store, user, framework, "k_g2", g_aantal=5000)
    overrides.set_level(sqlite_store, user, made, TIER, "hoog", why="Zo zien wij het.", on=ON)
    work = Rejudging(sqlite_store, Request("", second, ON))
    assert list(work.progress())

    (found,) = work.found.by_hand.values()
    assert list(found) == [str(made)]
    assert found[str(made)].made == (HandSet(THE_TIER, "hoog", True),)


def test_list_also_names_what_only_changes_for_what_a_person_set(second):
    made = str(uuid4())
    found = Found(by_hand={"2026.1": {made: ByHand((), (Effect(THE_TIER, "laag", "hoog"),))}})
    found.assessments["2026.1"] = rejudging.Tally()
    look = rejudging.Look(second, ON, datetime.now(UTC), None, found=found)

    (row,) = rejudging.rows(look)
    assert (str(row.id), row.old, row.change) == (made, "2026.1", Change(()))
