"""What would lower this: exact, smallest, at most three changes, the lightest first."""

from itertools import combinations, product

import pytest
from hypothesis import given, settings

from assessment.lowering import _Search, instrument_ways_off, tier_ways_down
from assessment.parts import Question
from tests.assessment.real import CASES, FRAMEWORK, answers_of, weigh
from tests.assessment.strategies import complete


def named(ways):
    """Give ways as sets of question and new answer."""
    return {frozenset((change.question.id, change.to_text) for change in way.changes) for way in ways}


def tier_height(answers):
    """Give how high the tier may be."""
    tier = weigh(answers).tier
    return tier.dimension.rank[tier.at_most]


def by_brute_force(answers, most):
    """Try every set of at most `most` changes, and keep the smallest that lower the tier."""
    rules, rank = FRAMEWORK.rules_of["trede"], FRAMEWORK.dimensions["trede"].rank
    search = _Search(FRAMEWORK, answers, rules, rank, FRAMEWORK.dimensions["trede"].levels)
    shown = weigh(answers).shown
    choices = {q: search._others(q) for q in FRAMEWORK.questions if q in shown and search._others(q)}
    now, found = tier_height(answers), []
    for size in range(1, most + 1):
        for questions in combinations(choices, size):
            for values in product(*(choices[question] for question in questions)):
                changes = frozenset(zip(questions, values, strict=True))
                smaller = any(other < changes for other in found)
                if not smaller and tier_height({**answers, **dict(changes)}) < now:
                    found.append(changes)
    return found


@pytest.mark.parametrize("case", ["c02", "c16", "r06", "r09", "r13", "r15", "r16"])
def test_the_search_finds_every_smallest_set_and_no_other(case):
    answers = answers_of(case)
    expected = {frozenset((q, value) for q, value in changes) for changes in by_brute_force(answers, 2)}
    rules, scale = FRAMEWORK.rules_of["trede"], FRAMEWORK.dimensions["trede"]
    search = _Search(FRAMEWORK, answers, rules, scale.rank, scale.levels)
    search.below(tier_height(answers))

    assert {changes for changes in search._smallest() if len(changes) <= 2} == expected


@given(complete(known=True))
@settings(max_examples=40)
def test_every_way_really_lowers_the_tier_and_no_part_of_it_does(answers):
    scale = FRAMEWORK.dimensions["trede"]
    search = _Search(FRAMEWORK, answers, FRAMEWORK.rules_of["trede"], scale.rank, scale.levels)
    search.below(tier_height(answers))

    for changes in search._smallest():
        assert len(changes) <= 3
        assert tier_height({**answers, **dict(changes)}) < tier_height(answers)
        for left_out in changes:
            rest = dict(changes - {left_out})
            assert tier_height({**answers, **rest}) == tier_height(answers)


def test_early_detection_of_debts_becomes_limited_when_a_person_judges_everything():
    ways = tier_ways_down(FRAMEWORK, answers_of("c01"))

    assert named(ways) == {frozenset({("t_invloed", "Een beetje: een mens beoordeelt alles zelf")})}
    assert ways[0].result.id == "beperkt"
    assert ways[0].changes[0].from_text == "Veel: het stuurt wie of wat eerst komt"


def test_ways_stand_in_order_of_effort():
    efforts = [way.effort for way in tier_ways_down(FRAMEWORK, answers_of("r16"))]

    assert efforts == sorted(efforts)
    assert len(efforts) > 1


def test_only_what_a_municipality_can_change_is_proposed():
    for case in CASES:
        for way in tier_ways_down(FRAMEWORK, answers_of(case)):
            assert all(change.question.changeable for change in way.changes)


def test_a_prohibited_use_has_no_easy_way_down():
    assert all(len(way.changes) >= 1 for way in tier_ways_down(FRAMEWORK, answers_of("c19")))
    assert not [way for way in tier_ways_down(FRAMEWORK, answers_of("c19")) if way.result.id == "laag"]


def test_an_instrument_goes_away_when_what_it_rests_on_does():
    ways = instrument_ways_off(FRAMEWORK, answers_of("c01"), "dpia")

    assert named(ways) == {frozenset({("qs_persoonsgegevens", "Nee")})}


def test_an_instrument_that_is_not_needed_has_nothing_to_lower():
    assert instrument_ways_off(FRAMEWORK, answers_of("c01"), "fria") == ()


def test_a_fact_of_the_matter_is_no_choice():
    # "It touches no persons" would end the duty of a human counter, but nobody can choose that.
    assert instrument_ways_off(FRAMEWORK, answers_of("c01"), "menselijk_loket") == ()


def test_questions_marked_changeable_have_an_effort():
    changeable: list[Question] = [q for q in FRAMEWORK.questions.values() if q.changeable]
    assert changeable
    assert all(1 <= question.effort <= 3 for question in changeable)
