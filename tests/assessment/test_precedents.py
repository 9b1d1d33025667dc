"""Keys of precedents: equal where the deciding answers are, and blind to what decides nothing."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.cases import load_cases, read_answers
from assessment.evaluation import evaluate
from assessment.precedents import basis, differences
from services import frameworks

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def weigh(framework):
    """Weigh a worked case with some answers changed; None takes an answer away."""
    cases = {
        case.id: read_answers(framework, case.answers)
        for case in load_cases(frameworks.folder(framework.version))
    }

    def weighed(name, **changes):
        merged = {**cases[name], **changes}
        return evaluate(framework, {k: v for k, v in merged.items() if v is not None}, DAY)

    return weighed


def test_option_that_a_reason_does_not_ask_for_makes_no_difference(weigh):
    one = basis(weigh("c01", qs_gebied=("essentiele_dienst",)))
    more = basis(weigh("c01", qs_gebied=("essentiele_dienst", "handhaving_feiten")))

    assert one.deciding == more.deciding


def test_number_counts_by_the_side_of_the_limit_it_is_on(weigh):
    low, high, higher = (basis(weigh("c01", g_aantal=number)) for number in (6_000, 10_000, 20_000))

    assert low.deciding == high.deciding == higher.deciding


def test_dont_know_is_another_answer_than_yes(weigh):
    yes = basis(weigh("c07", qs_gebied=("handhaving_feiten",)))
    unknown = basis(weigh("c07", qs_gebied=("weet_niet",)))

    assert yes.deciding != unknown.deciding


def test_deciding_keys_are_among_the_keys(weigh):
    for name in ("c01", "c07", "c11", "c20", "c22", "c33"):
        found = basis(weigh(name))
        assert found.deciding
        assert found.deciding <= found.keys


def test_low_tier_is_decided_by_the_quick_scan(weigh):
    same = basis(weigh("c14", d_functie="informerend"))
    other = basis(weigh("c14", qs_invloed="geen"))

    assert basis(weigh("c14")).deciding == same.deciding != other.deciding


def test_ban_is_decided_by_the_answers_behind_the_class(weigh):
    assert basis(weigh("c20")).deciding != basis(weigh("c20", qs_verboden=("v_f",))).deciding


def test_differences_name_the_answers_that_raised_the_other(weigh):
    found = differences(weigh("c22"), weigh("c22", r_indeling="ja", r_ernst="ernstig"))

    assert [each.question.id for each in found] == ["r_ernst", "r_indeling"]
    assert (found[1].there, found[1].here) == ("Ja", "Nee")


@settings(max_examples=30)
@given(data=st.data())
def test_answer_the_tier_does_not_look_at_changes_no_key(weigh, data):
    before = weigh("c01")
    question = data.draw(st.sampled_from(["w_opleiding", "w_loket", "o_eigenaar", "d_alternatief"]))
    option = data.draw(st.sampled_from([o.id for o in before.framework.questions[question].options]))

    assert basis(weigh("c01", **{question: option})) == basis(before)
