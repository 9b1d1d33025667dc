"""Re-judging: what another version of the framework would change, counted in chunks."""

from collections import Counter

import pytest

from assessment.columns.changes import RuleChange, Subject
from assessment.columns.coding import carried
from assessment.columns.comparing import Comparison
from assessment.columns.rejudging import Tally, rejudge
from assessment.evaluation import evaluate
from assessment.loader import load
from tests.assessment.real import CASES, FRAMEWORK, TODAY, answers_of
from tests.versions import second_version

SETS = [(case, answers_of(case)) for case in CASES]
TIER = Subject("dimension", "trede")


@pytest.fixture(scope="module")
def second(tmp_path_factory):
    """The second version of the framework."""
    return load(second_version(tmp_path_factory.mktemp("versions")))


@pytest.fixture
def comparison(second):
    """The shipped version against the second."""
    return Comparison(FRAMEWORK, second, TODAY)


def whole(comparison, sets=SETS, chunk=10_000):
    """Re-judge everything."""
    tally = Tally()
    assert rejudge(comparison, sets, tally, lambda: True, chunk=chunk)
    return tally


def outcomes(second, answers):
    """Weigh the same answers by themselves in both versions."""
    read = ((name, carried(second.questions.get(name), value)) for name, value in answers.items())
    later = {name: value for name, value in read if value is not None}
    return evaluate(FRAMEWORK, answers, TODAY), evaluate(second, later, TODAY)


def test_a_version_against_itself_changes_nothing():
    tally = whole(Comparison(FRAMEWORK, FRAMEWORK, TODAY))

    assert (tally.seen, tally.changed, tally.opened, tally.rows) == (len(SETS), 0, 0, [])
    assert not tally.open
    assert all(old == new for levels in tally.levels.values() for old, new in levels)


def test_levels_are_counted_as_each_assessment_by_itself_comes_out(comparison, second):
    expected = Counter()
    for _case, answers in SETS:
        before, after = outcomes(second, answers)
        expected[before.tier.counted, after.tier.counted] += 1

    assert whole(comparison).levels[TIER] == expected


def test_every_change_names_the_levels_before_and_after(comparison, second):
    rows = whole(comparison).rows
    assert rows
    for case, change in rows:
        before, after = outcomes(second, answers_of(case))
        for move in change.moves:
            kind = "dimensions" if move.subject.kind == "dimension" else "instruments"
            for outcome, stand in ((before, move.old), (after, move.new)):
                found = getattr(outcome, kind)[move.subject.id]
                assert stand == (found.at_least, found.counted, found.at_most)


def test_a_new_rule_is_the_reason_for_a_higher_tier(comparison):
    tally = whole(comparison, [("a", {**answers_of("k00"), "n_drukte": "ja"})])
    # The question is new, so nobody can have answered it before.
    (_key, change) = tally.rows[0]

    assert change.of(TIER).rules == (RuleChange("N1", None, "beperkt"),)


def test_a_lower_threshold_and_an_earlier_day_are_reasons(comparison):
    changes = [change for _key, change in whole(comparison).rows if change.counts]
    reasons = {rule for change in changes for move in change.moves if move.counts for rule in move.rules}

    assert reasons
    assert any(reason.old and reason.new for reason in reasons), "a duty that starts earlier"


def test_a_question_that_is_new_is_open_for_everybody_who_gets_it(comparison, second):
    asked = sum("n_drukte" in outcomes(second, answers)[1].shown for _case, answers in SETS)

    assert whole(comparison).open["n_drukte"] == asked > 0


def test_the_size_of_a_chunk_makes_no_difference(comparison):
    assert whole(comparison, chunk=7) == whole(comparison)


def test_who_watches_can_stop(comparison):
    tally, left = Tally(), [True, False]

    assert not rejudge(comparison, SETS, tally, lambda: left.pop(0), chunk=10)
    assert tally.seen == 20


def test_equal_answers_are_judged_once_and_counted_each(comparison):
    once, thrice = whole(comparison), whole(comparison, SETS * 3)

    assert thrice.seen == 3 * once.seen
    assert thrice.levels[TIER] == Counter({pair: 3 * count for pair, count in once.levels[TIER].items()})
    assert thrice.changed == 3 * once.changed
