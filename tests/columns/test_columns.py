"""Judging whole columns of answers comes out as judging each set of answers by itself."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.answers import Answers
from assessment.columns.coding import Coding, carried
from assessment.columns.judging import Bounds, judge
from assessment.columns.weighing import ColumnWeighing
from assessment.evaluation import evaluate
from assessment.framework import Framework
from assessment.loader import load
from assessment.outcome import DimensionOutcome
from assessment.weighing import Weighing
from tests.assessment.real import CASES, FRAMEWORK, TODAY, answers_of
from tests.assessment.strategies import partial
from tests.columns.small import ANSWERS, frameworks
from tests.versions import second_version

DAYS = (date(2025, 1, 1), TODAY, date(2030, 1, 1))


def told(outcome: DimensionOutcome) -> object:
    """Say where one judgement stands and which rules count in it."""
    rank = outcome.dimension.rank
    bounds = tuple(rank[level] for level in (outcome.at_least, outcome.counted, outcome.at_most))
    return bounds, {found.rule.id for found in outcome.findings if found.counts}


def told_of_column(bounds: Bounds, place: int) -> object:
    """Say the same of one place in a column."""
    levels = tuple(int(column[place]) for column in (bounds.at_least, bounds.counted, bounds.at_most))
    return levels, {rule for rule, height in bounds.raised.items() if height[place]}


def assert_equal(framework: Framework, sets: Sequence[Answers], on: date) -> None:
    """Compare every level, every rule that counts and every question, set by set."""
    coding = Coding(framework)
    judged = judge(coding, coding.encode(sets), on)
    for place, answers in enumerate(sets):
        outcome = evaluate(framework, answers, on)
        for alone, together in (
            (outcome.dimensions, judged.dimensions),
            (outcome.instruments, judged.instruments),
        ):
            columns = {name: told_of_column(bounds, place) for name, bounds in together.items()}
            assert columns == {name: told(found) for name, found in alone.items()}
        assert_same_questions(judged.weighing, place, Weighing(framework, answers), coding.questions)


def assert_same_questions(
    columns: ColumnWeighing, place: int, alone: Weighing, questions: Sequence[str]
) -> None:
    """Compare in which worlds each question is asked, and whether the screen shows it."""
    for name in questions:
        assert int(columns.asked(name)[place]) == alone.asked(name)
        assert bool(columns.is_shown(name)[place]) == alone.is_shown(name)


def test_columns_equal_one_by_one_for_every_worked_case():
    assert_equal(FRAMEWORK, [answers_of(case) for case in CASES], TODAY)


@settings(max_examples=25)
@given(st.lists(partial(), min_size=1, max_size=3), st.sampled_from(DAYS))
def test_columns_equal_one_by_one_for_any_answers(sets, on):
    assert_equal(FRAMEWORK, sets, on)


@settings(max_examples=35)
@given(frameworks(), st.lists(ANSWERS, min_size=1, max_size=6), st.sampled_from(DAYS))
def test_columns_equal_one_by_one_in_any_framework(framework, sets, on):
    assert_equal(framework, sets, on)


@pytest.fixture(scope="module")
def second(tmp_path_factory):
    """The second version of the framework."""
    return load(second_version(tmp_path_factory.mktemp("versions")))


def test_columns_of_another_version_equal_the_answers_carried_one_by_one(second):
    sets = [{**answers_of(case), "n_drukte": "ja"} for case in CASES]
    coding = Coding(FRAMEWORK, second)
    judged = judge(coding, coding.encode(sets), TODAY, 1)

    for place, answers in enumerate(sets):
        read = ((name, carried(second.questions.get(name), value)) for name, value in answers.items())
        outcome = evaluate(second, {name: value for name, value in read if value is not None}, TODAY)
        columns = {name: told_of_column(bounds, place) for name, bounds in judged.dimensions.items()}
        assert columns == {name: told(found) for name, found in outcome.dimensions.items()}


def test_values_that_no_condition_tells_apart_share_a_code():
    coding = Coding(FRAMEWORK)
    codes = coding.encode([answers_of("k00", g_aantal=number) for number in (1, 2, 3, 90_000, None)])
    column = codes[:, coding.column["g_aantal"]]

    assert column[0] == column[1] == column[2] != column[3]
    assert column[4] == 0


def test_an_answer_that_another_version_does_not_know_is_no_answer_there():
    question = FRAMEWORK.questions["qs_invloed"]
    fewer = question.model_copy(
        update={"options": tuple(option for option in question.options if option.id != "direct")}
    )

    assert carried(fewer, "direct") is None
    assert carried(fewer, "geen") == "geen"
    assert carried(None, "geen") is None
