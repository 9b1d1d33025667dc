"""Judging in four worlds at once is Kleene's logic, and keeps apart why something is open."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from assessment.truth import (
    CERTAIN,
    COUNTED,
    DONT_KNOW,
    NEGATED,
    NO,
    POSSIBLE,
    PROVEN,
    UNANSWERED,
    YES,
    Truth,
)

BASIC = (NO, UNANSWERED, DONT_KNOW, YES)
KLEENE = {NO: Truth.NO, UNANSWERED: Truth.OPEN, DONT_KNOW: Truth.OPEN, YES: Truth.YES}


def test_read_as_three_values_they_follow_kleenes_tables():
    order = [Truth.NO, Truth.OPEN, Truth.YES]
    for left, right in product(BASIC, BASIC):
        low, high = sorted((KLEENE[left], KLEENE[right]), key=order.index)
        assert Truth.of(left & right) is low or Truth.OPEN in (low, high)
        assert Truth.of(left | right) is high or Truth.OPEN in (low, high)
    for worlds in BASIC:
        assert Truth.of(NEGATED[worlds]) is order[2 - order.index(KLEENE[worlds])]


def test_a_question_nobody_answered_and_one_nobody_knows_stay_apart():
    assert Truth.of(UNANSWERED) is Truth.of(DONT_KNOW) is Truth.OPEN
    assert DONT_KNOW & COUNTED
    assert not UNANSWERED & COUNTED


def test_not_knowing_is_no_proof_and_silence_may_still_become_one():
    assert PROVEN[DONT_KNOW] == NO
    assert PROVEN[UNANSWERED] == UNANSWERED
    assert PROVEN[YES] == YES
    assert PROVEN[NO] == NO


@given(st.sampled_from(range(16)), st.sampled_from(range(16)))
def test_negation_turns_all_into_any(left, right):
    assert NEGATED[left & right] == NEGATED[left] | NEGATED[right]
    assert NEGATED[NEGATED[left]] == left


@given(st.lists(st.sampled_from(BASIC), min_size=1, max_size=6))
def test_what_is_certain_is_always_possible(parts):
    for worlds in (*parts, *(NEGATED[part] for part in parts)):
        assert not worlds & CERTAIN or worlds & POSSIBLE
