"""What answers amount to, worked out by hand, and properties that hold for any answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.review.advice import AdviceKind, proposed_kind
from assessment.review.ballots import (
    GO_AHEAD,
    MAX_ARGUMENT,
    NOT_MINE,
    Ballot,
    BallotFault,
    Choice,
    Statement,
    choices,
    fault,
)
from assessment.review.results import THRESHOLD, most_divided_first, shift, side, tally

STATEMENTS = {1: Statement(1, "privacy", "De privacy is beschermd.")}
ASK = st.sampled_from(sorted(choices(1)))
MILD_TO_SEVERE = [
    AdviceKind.POSITIVE,
    AdviceKind.ON_CONDITIONS,
    AdviceKind.DIVIDED,
    AdviceKind.NEGATIVE,
]


def result(*given, anonymous=False, item=1):
    return tally([Ballot(item, choice) for choice in given], [item], anonymous=anonymous)[item]


def test_counts_middle_and_disagreement_by_hand():
    # Pairs of 1, 1, 4, 5: 0, 3, 4, 3, 4, 1, together 15 over 6 pairs.
    found = result("1", "4", "5", "1", NOT_MINE)

    assert found.counts == {"1": 2, "2": 0, "3": 0, "4": 1, "5": 1, NOT_MINE: 1}
    assert found.answered == 5
    assert found.middle == 2.5
    assert found.disagreement == 2.5


@pytest.mark.parametrize("given", [(), (NOT_MINE,), (NOT_MINE, NOT_MINE)])
def test_without_stances_there_is_no_middle_and_nobody_is_apart(given):
    found = result(*given)

    assert found.middle is None
    assert found.disagreement == 0


@given(st.lists(ASK, min_size=2, max_size=25))
def test_disagreement_is_zero_exactly_when_all_stances_are_the_same(given):
    found = result(*given)

    assert (found.disagreement == 0) == (len(set(found.stances)) < 2)
    assert 0 <= found.disagreement <= 4


@given(st.lists(ASK, max_size=25), st.randoms())
def test_the_order_in_which_people_answered_is_nowhere_in_the_result(given, random):
    ballots = [Ballot(1, choice, f"Omdat {number}") for number, choice in enumerate(given)]
    shuffled = random.sample(ballots, len(ballots))

    assert tally(ballots, [1], anonymous=False) == tally(shuffled, [1], anonymous=False)


@given(st.lists(ASK, max_size=12))
def test_anonymous_result_shows_from_five_answers_on_and_not_before(given):
    found = result(*given, anonymous=True)

    assert (found is None) == (len(given) < THRESHOLD)


def test_statement_on_which_members_are_furthest_apart_comes_first_and_a_hidden_one_last():
    results = {
        1: result("3", "3"),
        2: None,
        3: result("1", "5"),
        GO_AHEAD: result(Choice.AGREE, item=GO_AHEAD),
        4: result("2", "4"),
    }

    assert most_divided_first(results) == [3, 4, 1, 2]


def test_shift_tells_where_the_middle_went_and_whether_members_came_together():
    found = shift(result("1", "5"), result("4", "5"))

    assert (found.middle, found.disagreement) == (1.5, -3)


@pytest.mark.parametrize("other", [None, ()])
def test_no_shift_where_one_round_shows_nothing(other):
    assert shift(result("1"), None if other is None else result(*other)) is None


def test_arguments_stand_word_for_word_with_a_name_only_for_who_has_one():
    text = "  Eerst\n de DPIA!  "
    found = tally(
        [Ballot(1, "1", text), Ballot(1, "2", " "), Ballot(1, "3", "B", author="els")], [1], anonymous=False
    )[1]

    assert [(argument.text, argument.name) for argument in found.arguments] == [(text, None), ("B", "els")]


@pytest.mark.parametrize("choice,expected", [("1", -1), ("2", -1), ("3", 0), ("4", 1), ("5", 1)])
def test_stances_lie_on_a_side_of_the_middle(choice, expected):
    assert side(choice) == expected


@pytest.mark.parametrize(
    "agree,conditions,objecting,kind",
    [
        (0, 0, 0, None),
        (1, 0, 0, AdviceKind.POSITIVE),
        (5, 2, 0, AdviceKind.POSITIVE),
        (4, 2, 0, AdviceKind.ON_CONDITIONS),
        (3, 1, 1, AdviceKind.ON_CONDITIONS),
        (2, 0, 1, AdviceKind.DIVIDED),
        (1, 0, 1, AdviceKind.DIVIDED),
        (1, 1, 3, AdviceKind.NEGATIVE),
        (0, 0, 1, AdviceKind.NEGATIVE),
    ],
)
def test_answers_point_at_an_advice(agree, conditions, objecting, kind):
    counts = {Choice.AGREE: agree, Choice.CONDITIONS: conditions, Choice.OBJECT: objecting, Choice.ABSTAIN: 9}

    assert proposed_kind(counts) == kind


@given(st.integers(0, 25), st.integers(0, 25), st.integers(0, 25))
def test_one_more_objection_never_makes_the_advice_milder(agree, conditions, objecting):
    def rank(more):
        counts = {
            Choice.AGREE: agree,
            Choice.CONDITIONS: conditions,
            Choice.OBJECT: objecting + more,
        }
        return MILD_TO_SEVERE.index(proposed_kind(counts))

    if agree + conditions + objecting:
        assert rank(1) >= rank(0)


@pytest.mark.parametrize(
    "ballot,expected",
    [
        (Ballot(1, "3"), None),
        (Ballot(1, NOT_MINE), None),
        (Ballot(GO_AHEAD, Choice.AGREE), None),
        (Ballot(GO_AHEAD, Choice.OBJECT, "Nee"), None),
        (Ballot(GO_AHEAD, Choice.OBJECT, " \n"), BallotFault.ARGUMENT_MISSING),
        (Ballot(GO_AHEAD, Choice.CONDITIONS), BallotFault.ARGUMENT_MISSING),
        (Ballot(GO_AHEAD, "3"), BallotFault.CHOICE),
        (Ballot(1, "6"), BallotFault.CHOICE),
        (Ballot(1, Choice.AGREE), BallotFault.CHOICE),
        (Ballot(2, "3"), BallotFault.ITEM),
        (Ballot(1, "3", "x" * MAX_ARGUMENT), None),
        (Ballot(1, "3", "x" * (MAX_ARGUMENT + 1)), BallotFault.ARGUMENT_LONG),
    ],
)
def test_ballot_is_taken_or_told_what_is_wrong(ballot, expected):
    assert fault(ballot, STATEMENTS) == expected
