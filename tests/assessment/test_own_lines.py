"""A cost line of one's own: what it takes, what is refused, and how it reads."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.amounts import Estimate, InvalidAnswer
from assessment.answers import UNKNOWN, dump, parse
from assessment.own_lines import BASES, NAME_LENGTH, OwnLine
from assessment.wording import answer_text
from tests.assessment.real import FRAMEWORK

QUESTION = FRAMEWORK.questions["k_eigen_1"]
WHOLE = {"name": "Huur", "basis": "yearly", "with": 100, "without": [1, 2, 3]}

amounts = st.decimals(0, 10**9, places=3)
given_amounts = st.one_of(
    amounts, st.lists(amounts, min_size=3, max_size=3).map(lambda n: Estimate(*sorted(n)))
)
names = st.text(min_size=1, max_size=NAME_LENGTH).map(lambda text: " ".join(text.split())).filter(bool)
lines = st.one_of(
    st.builds(OwnLine, names, st.sampled_from(BASES), given_amounts, given_amounts | st.none()),
    st.builds(OwnLine, names, st.sampled_from(BASES), st.none(), given_amounts),
)


@given(lines)
def test_a_line_survives_being_stored(line):
    assert parse(QUESTION, json.loads(json.dumps(dump(line)))) == line


@given(lines)
def test_a_line_that_was_read_is_read_the_same_again(line):
    assert parse(QUESTION, line) == line


@pytest.mark.parametrize(
    "change, words",
    [
        ({"name": ""}, "Geef deze regel een naam"),
        ({"name": "  \n "}, "Geef deze regel een naam"),
        ({"name": "x" * (NAME_LENGTH + 1)}, "hooguit 80 tekens"),
        ({"basis": None}, "Kies bij deze regel hoe vaak"),
        ({"basis": "soms"}, "Kies bij deze regel hoe vaak"),
        ({"with": None, "without": ""}, "minstens één bedrag"),
        ({"with": -1}, "van 0 tot en met 1.000.000.000"),
        ({"with": 10**12}, "van 0 tot en met 1.000.000.000"),
        ({"with": [3, 2, 1]}, "op volgorde"),
        ({"without": "veel"}, "‘veel’ is geen getal"),
    ],
)
def test_what_is_missing_or_impossible_in_a_line_is_said(change, words):
    with pytest.raises(InvalidAnswer, match=words):
        parse(QUESTION, WHOLE | change)


@pytest.mark.parametrize("raw", ["Huur", 12, ["Huur"]])
def test_what_is_no_line_is_refused(raw):
    with pytest.raises(InvalidAnswer, match="naam, een soort en minstens één bedrag"):
        parse(QUESTION, raw)


def test_a_line_may_be_unknown_or_empty():
    assert parse(QUESTION, UNKNOWN) == UNKNOWN
    assert parse(QUESTION, None) is None


def test_a_line_reads_as_words():
    assert answer_text(QUESTION, parse(QUESTION, WHOLE)) == (
        "Huur (elk jaar): met algoritme 100 euro; zonder algoritme tussen 1 en 3, waarschijnlijk 2 euro"
    )
    only = OwnLine("Afscheid", "exit", without=Decimal(5))
    assert answer_text(QUESTION, only) == "Afscheid (één keer, aan het eind): zonder algoritme 5 euro"
