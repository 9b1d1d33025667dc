"""What a question takes as an answer, and what it says to nonsense."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.amounts import Estimate, InvalidAnswer
from assessment.answers import UNKNOWN, dump, parse
from assessment.months import month_text
from assessment.numbers import number_text
from assessment.wording import answer_text
from tests.assessment.real import FRAMEWORK
from tests.assessment.strategies import WEIGHED, value_of

QUESTIONS = FRAMEWORK.questions
PEOPLE, FIRST_USE = QUESTIONS["g_aantal"], QUESTIONS["i_eerste_gebruik"]
# Python reads many of these as numbers; some of them would fill the memory.
NO_NUMBERS = [
    "veel",
    "6k",
    "ongeveer 6000",
    "--5",
    "1e999",
    "NaN",
    "oneindig",
    "٦٠٠٠",
    "²",
    "1_0",
    "1e-3000000",
    "9" * 5000,
    "1e9999999",
    ".",
    ",",
]
NO_MONTHS = [
    "2026",
    "september",
    "13-2026",
    "0-2026",
    "s 2026",
    "gisteren",
    "2026-09-01-02",
    "² 2026",
    "③ 2026",
    "20٢٦-09",
    "1" * 5000 + " 2026",
]


@given(st.data())
def test_what_was_dumped_is_read_back_the_same(data):
    question = data.draw(st.sampled_from(WEIGHED))
    value = data.draw(value_of(question))

    assert parse(question, dump(value)) == value


@given(st.decimals(min_value=0, max_value=10**12, places=3))
def test_every_digit_of_an_amount_survives_being_stored(amount):
    question = QUESTIONS["g_aantal"]

    assert parse(question, json.loads(json.dumps(dump(amount)))) == amount


@pytest.mark.parametrize("empty", [None, "", [], ()])
def test_nothing_filled_in_is_no_answer(empty):
    assert all(parse(question, empty) is None for question in QUESTIONS.values())


@pytest.mark.parametrize(
    "question, raw, words",
    [
        ("qs_nieuw", "misschien", "Optie 'misschien' bestaat niet bij vraag 'qs_nieuw'"),
        ("qs_gebied", 7, "Kies bij vraag 'qs_gebied' uit de lijst"),
        ("g_aantal", "veel", "‘veel’ is geen getal"),
        ("g_aantal", True, "geen getal"),
        ("g_aantal", "NaN", "geen getal"),
        ("g_aantal", -3, "van 0 tot en met"),
        ("g_aantal", "9999999999999", "tot en met 1.000.000.000.000"),
        ("g_aantal", "1,2345", "hooguit 3 cijfers achter de komma"),
        ("o_ethiek", 6, "van 1 tot en met 5"),
        ("k_zaken", [10, 5, 7], "op volgorde"),
        ("k_zaken", [1, 2], "meest waarschijnlijke"),
        ("g_aantal", [1, 2, 3], "één getal"),
        ("i_eerste_gebruik", "voorjaar", "bijvoorbeeld: september 2026"),
        ("i_eerste_gebruik", "2026-13", "bijvoorbeeld: september 2026"),
        ("i_naam", "x" * 100, "Er passen er 99"),
        ("d_probleem", "x" * 50_001, "Maak de tekst korter"),
    ],
)
def test_nonsense_gets_a_sentence_that_says_what_to_do(question, raw, words):
    with pytest.raises(InvalidAnswer) as caught:
        parse(QUESTIONS[question], raw)

    assert words in str(caught.value)
    assert caught.value.question == question


def test_a_number_may_be_written_the_dutch_way():
    assert parse(QUESTIONS["k_min_met"], "12,5") == Decimal("12.5")
    assert parse(QUESTIONS["g_aantal"], "20.000") == Decimal(20000)
    assert parse(QUESTIONS["k_eenmalig"], "1.250.000,50") == Decimal("1250000.50")


def test_options_keep_the_order_of_the_question_and_are_said_once():
    assert parse(QUESTIONS["g_soort"], ["bsn", "gewoon", "bsn"]) == ("gewoon", "bsn")


@pytest.mark.parametrize(
    "question, value, text",
    [
        ("qs_invloed", "direct", "Ja, direct"),
        ("g_aantal", Decimal(6000), "6.000 mensen per jaar"),
        ("g_aantal", UNKNOWN, "Weet ik niet"),
        ("i_eerste_gebruik", "2026-09", "september 2026"),
        ("o_ethiek", Decimal(3), "3 van 5"),
        (
            "k_zaken",
            Estimate(Decimal(1000), Decimal(2500), Decimal(4000)),
            "tussen 1.000 en 4.000, waarschijnlijk 2.500 zaken per jaar",
        ),
        ("g_soort", None, "Nog niet ingevuld"),
    ],
)
def test_an_answer_reads_as_a_dutch_reader_expects(question, value, text):
    assert answer_text(QUESTIONS[question], value) == text


@pytest.mark.parametrize(
    "number, text", [(Decimal("1234567.50"), "1.234.567,5"), (Decimal(100), "100"), (Decimal("0.25"), "0,25")]
)
def test_numbers_are_written_the_dutch_way(number, text):
    assert number_text(number) == text


@pytest.mark.parametrize(
    "typed, number",
    [
        ("6000", "6000"),
        ("6.000", "6000"),
        ("1.234.567", "1234567"),
        ("6 000", "6000"),
        ("€ 6.000,50", "6000.5"),
        ("6000 euro", "6000"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("250,-", "250"),
        ("12%", "12"),
        ("0", "0"),
    ],
)
def test_number_is_read_as_the_dutch_write_it(typed, number):
    assert parse(PEOPLE, typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["6,000", "1,234,567"])
def test_english_thousands_are_asked_about_not_guessed(typed):
    with pytest.raises(InvalidAnswer, match="Bedoel je"):
        parse(PEOPLE, typed)


@pytest.mark.parametrize("typed", NO_NUMBERS)
def test_nonsense_is_refused_in_dutch(typed):
    with pytest.raises(InvalidAnswer, match="getal"):
        parse(PEOPLE, typed)


@pytest.mark.parametrize(
    "typed",
    ["september 2026", "Sept 2026", "sep 2026", "9-2026", "09/2026", "2026-09", "2026 september", " 9 2026 "],
)
def test_month_is_read_in_many_ways(typed):
    assert parse(FIRST_USE, typed) == "2026-09"


@pytest.mark.parametrize("typed", NO_MONTHS)
def test_month_that_cannot_be_read_shows_an_example(typed):
    with pytest.raises(InvalidAnswer, match="september 2026"):
        parse(FIRST_USE, typed)


@pytest.mark.parametrize("number", range(1, 13))
def test_month_is_read_back_as_it_is_shown(number):
    month = f"2026-{number:02}"

    assert parse(FIRST_USE, month_text(month)) == month
