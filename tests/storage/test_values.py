"""Answers and texts come out of the database as they went in, whatever they hold."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.amounts import Estimate
from assessment.answers import Reply
from assessment.own_lines import BASES, OwnLine
from storage.text import clean
from storage.values import decode, encode, storable

any_text = st.text(st.characters(), max_size=50)  # lone surrogates and NUL included
numbers = st.decimals(allow_nan=False, allow_infinity=False)
amounts = numbers | st.builds(Estimate, numbers, numbers, numbers)
own_lines = st.builds(
    OwnLine,
    st.text(max_size=20).map(clean),
    st.sampled_from(BASES),
    amounts | st.none(),
    amounts | st.none(),
)
values = st.one_of(
    st.none(),
    st.text(max_size=50).map(clean),
    st.lists(st.text(max_size=10).map(clean), max_size=5).map(tuple),
    amounts,
    own_lines,
)


@given(values)
def test_every_kind_of_answer_reads_back_equal(value):
    assert decode(encode(value)) == value


@given(numbers)
def test_number_keeps_the_digits_that_were_typed(number):
    assert str(decode(encode(number))) == str(number)


def test_estimate_reads_back_as_an_estimate_and_not_as_options():
    assert isinstance(decode(encode(Estimate(Decimal(1), Decimal(2), Decimal(3)))), Estimate)


@given(any_text)
def test_cleaned_text_fits_in_every_database(text):
    cleaned = clean(text)

    assert "\x00" not in cleaned
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned


@given(any_text)
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_ordinary_text_is_not_touched(text):
    assert clean(text) == text


@pytest.mark.parametrize(
    "raw,kept",
    [
        ("voor\x00na", "voor\ufffdna"),
        ("half \ud83d", "half \ufffd"),
        ("\ude00 half", "\ufffd half"),
        ("heel \ud83d\ude00", "heel 😀"),
        ("\ufeffmet merkteken \x00", "\ufeffmet merkteken \ufffd"),
    ],
)
def test_what_postgresql_refuses_becomes_a_replacement_sign(raw, kept):
    assert clean(raw) == kept


def test_reply_is_cleaned_in_its_answer_and_in_its_note():
    reply = storable(Reply(("a\x00",), "b\x00", "getest"))

    assert reply == Reply(("a\ufffd",), "b\ufffd", "getest")


def test_stored_answer_is_legible_to_whoever_opens_the_database():
    assert encode("schaal ⚖️ ميزان") == '"schaal ⚖️ ميزان"'
