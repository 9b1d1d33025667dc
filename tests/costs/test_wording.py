"""The comparison in words: which sentence, and never more digits than an estimate can carry."""

from dataclasses import replace
from decimal import Decimal

import pytest

from assessment.costs.money import count_text, euro, euro_rounded, quantity_text
from assessment.costs.pictures import histogram_alt, swings_alt, years_alt
from assessment.costs.quantity import Quantity
from assessment.costs.result import BreakEven, Caution, Incomplete, Payback, Spread, Tipping
from assessment.costs.wording import (
    break_even_sentence,
    caution_text,
    chance_text,
    missing_text,
    payback_sentence,
    sentence,
    spread_sentence,
)
from tests.assessment.real import FRAMEWORK


@pytest.fixture
def told(costs_of):
    """Give the sentence of a comparison with these figures."""

    def said(saving, chance, tipping=Tipping.ALWAYS, volume=None, horizon=5):
        found = replace(
            costs_of("c01"),
            saving=Decimal(saving),
            chance=chance,
            horizon=horizon,
            break_even=BreakEven(tipping, Decimal(volume) if volume else None, None, 1.0),
        )
        return sentence(found)

    return said


def test_the_sentence_of_the_issue_is_said_like_that(told):
    assert told(41234, 0.81, Tipping.ABOVE, 2314) == (
        "Met algoritme is in 8 van de 10 gevallen goedkoper, gemiddeld € 41.000 over 5 jaar; "
        "dat kantelt als er minder dan 2.300 zaken per jaar zijn."
    )


@pytest.mark.parametrize(
    "saving, chance, tipping, volume, expected",
    [
        (
            -41234,
            0.2,
            Tipping.ABOVE,
            9000,
            (
                "Zonder algoritme is in 8 van de 10 gevallen goedkoper, gemiddeld "
                "€ 41.000 over 5 jaar; dat kantelt als er meer dan 9.000 zaken per jaar zijn."
            ),
        ),
        (
            41234,
            0.8,
            Tipping.BELOW,
            9000,
            (
                "Met algoritme is in 8 van de 10 gevallen goedkoper, gemiddeld "
                "€ 41.000 over 5 jaar; dat kantelt als er meer dan 9.000 zaken per jaar zijn."
            ),
        ),
        (
            -41234,
            0.2,
            Tipping.BELOW,
            9000,
            (
                "Zonder algoritme is in 8 van de 10 gevallen goedkoper, gemiddeld "
                "€ 41.000 over 5 jaar; dat kantelt als er minder dan 9.000 zaken per jaar zijn."
            ),
        ),
        (
            41234,
            0.4,
            Tipping.ALWAYS,
            None,
            (
                "Met algoritme is maar in 4 van de 10 gevallen goedkoper, maar "
                "gemiddeld wel € 41.000 over 5 jaar."
            ),
        ),
        (
            41234,
            1.0,
            Tipping.ALWAYS,
            None,
            "Met algoritme is in alle gevallen goedkoper, gemiddeld € 41.000 over 5 jaar.",
        ),
        (0, 0.0, Tipping.NEVER, None, "Met en zonder algoritme zijn gemiddeld even duur over 5 jaar."),
    ],
)
def test_the_sentence_follows_the_sums(told, saving, chance, tipping, volume, expected):
    assert told(saving, chance, tipping, volume) == expected


def test_one_year_is_one_year(told):
    assert "over 1 jaar" in told(5000, 1.0, horizon=1)


@pytest.mark.parametrize(
    "chance, words",
    [
        (0.0, "geen van de"),
        (0.01, "bijna geen van de"),
        (0.5, "5 van de 10"),
        (0.94, "9 van de 10"),
        (0.999, "bijna alle"),
        (1.0, "alle"),
    ],
)
def test_only_what_never_fails_is_called_all(chance, words):
    assert chance_text(chance) == words


@pytest.mark.parametrize(
    "amount, exact, rounded",
    [
        ("1234.5", "€ 1.235", "€ 1.200"),
        ("29.291", "€ 29,29", "€ 29"),
        ("-41234", "−€ 41.234", "−€ 41.000"),
        ("422680.27", "€ 422.680", "€ 423.000"),
        ("0", "€ 0", "€ 0"),
        ("999999", "€ 999.999", "€ 1.000.000"),
        ("12000000", "€ 12.000.000", "€ 12.000.000"),
        ("-12400000000", "−€ 12.400.000.000", "−€ 12 miljard"),
    ],
)
def test_money_is_written_the_dutch_way(amount, exact, rounded):
    assert (euro(Decimal(amount)), euro_rounded(Decimal(amount))) == (exact, rounded)


@pytest.mark.parametrize(
    "number, text", [("2314.4", "2.300"), ("67773", "68.000"), ("7.26", "7"), ("0.0734", "0,073"), ("0", "0")]
)
def test_a_number_of_cases_has_two_digits(number, text):
    assert count_text(Decimal(number)) == text


def test_a_quantity_shows_its_bounds_only_when_it_is_not_sure():
    unsure = Quantity(Decimal(10), Decimal(15), Decimal(25))

    assert quantity_text(unsure, "minuten") == "15 (10 – 25) minuten"
    assert quantity_text(unsure, "euro per jaar") == "€ 15 (€ 10 – € 25) per jaar"
    assert quantity_text(Quantity.exactly(15), "euro") == "€ 15"


def test_break_even_is_told_with_its_band_and_the_volume_that_counts(costs_of):
    assert break_even_sentence(costs_of("c01")) == (
        "Het algoritme is goedkoper vanaf 2.300 zaken per jaar. We rekenen met 6.000 (4.500 – 7.500). "
        "Het kantelpunt ligt meestal tussen 1.600 en 4.300 zaken."
    )


def test_an_algorithm_that_never_pays_for_itself_is_called_that(costs_of):
    never = costs_of("c01", k_min_met=[60, 70, 80], k_fout_met=[10, 20, 30])

    assert break_even_sentence(never).startswith("Het algoritme verdient zich niet terug")
    assert payback_sentence(never) == "Het algoritme verdient zich niet terug binnen 5 jaar."
    assert sentence(never).startswith("Zonder algoritme is in ")


def test_payback_is_told_with_its_chance(costs_of):
    found = replace(costs_of("c01"), payback=Payback(2, (0.0, 0.3, 0.68)))

    assert (
        payback_sentence(found)
        == "Het algoritme is terugverdiend in jaar 2. Dat lukt in 7 van de 10 gevallen."
    )
    assert payback_sentence(replace(found, payback=Payback(0, (1.0,)))) == (
        "Het algoritme is vanaf het begin goedkoper."
    )


def test_the_spread_says_dearer_where_it_is_dearer(costs_of):
    said = spread_sentence(costs_of("c02"))

    assert said.startswith("Meestal ligt het verschil tussen € ")
    assert "duurder en" in said
    assert said.endswith("Dit is een schatting.")


def test_every_caution_is_a_sentence(costs_of):
    found = costs_of("c01", k_eenmalig=40000, k_exit=100)

    for caution in Caution:
        assert caution_text(caution, found).endswith((".", "?"))
    assert "‘Wat kost het om met het algoritme te beginnen?’ en ‘" in caution_text(Caution.OWN_BAND, found)


def test_missing_amounts_are_counted_and_not_asked_is_said():
    asked = FRAMEWORK.questions["k_zaken"]

    assert missing_text(Incomplete((asked,))).startswith("Er mist nog 1 getal.")
    assert missing_text(Incomplete((asked, asked))).startswith("Er missen nog 2 getallen.")
    assert missing_text(Incomplete(())) == "Kosten worden bij deze weging niet gevraagd."


@pytest.mark.parametrize("case", ["c01", "c02", "c03", "c22"])
def test_every_picture_is_told_in_words(costs_of, case):
    found = costs_of(case)

    for told in (years_alt(found), histogram_alt(found), swings_alt(found)):
        assert told.endswith(".")
        assert "€" in told
        assert "nan" not in told.lower()


def test_when_all_is_sure_the_words_say_so(costs_of):
    sure = replace(costs_of("c01"), difference=Spread(5.0, 5.0, 5.0), swings=())

    assert spread_sentence(sure) == "Alle bedragen staan vast, dus dit verschil ook."
    assert swings_alt(sure) == "Alle bedragen staan vast, dus geen aanname verandert de uitkomst."


def test_what_costs_the_same_in_every_way_is_called_that(costs_of):
    found = replace(costs_of("c01"), break_even=BreakEven(Tipping.EVEN, None, None, 1.0))

    assert break_even_sentence(found) == "Met en zonder algoritme kosten evenveel, hoeveel zaken er ook zijn."


def test_a_long_list_of_guessed_amounts_is_cut_short(costs_of):
    guessed = dict.fromkeys(("k_eenmalig", "k_jaarlijks", "k_exit", "k_fout_kosten", "k_fout_uren"), 100)
    said = caution_text(Caution.OWN_BAND, costs_of("c01", **guessed))

    assert said.count("‘") == 3
    assert "en nog 2 andere vragen gaf je één getal" in said
