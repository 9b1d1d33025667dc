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
            "Met algoritme is in alle doorgerekende gevallen goedkoper, gemiddeld € 41.000 over 5 jaar.",
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
        (0.0, "geen van de doorgerekende"),
        (0.01, "bijna geen van de"),
        (0.5, "5 van de 10"),
        (0.94, "9 van de 10"),
        (0.999, "bijna alle"),
        (1.0, "alle doorgerekende"),
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
        ("-12400000000", "−€ 12.400.000.000", "−€ 12,4 miljard"),
    ],
)
def test_money_is_written_the_dutch_way(amount, exact, rounded):
    assert (euro(Decimal(amount)), euro_rounded(Decimal(amount))) == (exact, rounded)


@pytest.mark.parametrize(
    "number, text",
    [("2314.4", "2.300"), ("67773", "68.000"), ("7.26", "7,3"), ("0.0734", "0,073"), ("0", "0")],
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
        "Naar verwachting is het algoritme goedkoper vanaf 2.300 zaken per jaar. "
        "We rekenen met gemiddeld 6.000 (4.500 – 7.500). "
        "Het kantelpunt ligt meestal tussen 1.600 en 4.300 zaken."
    )


def test_an_algorithm_that_never_pays_for_itself_is_called_that(costs_of):
    never = costs_of("c01", k_min_met=[60, 70, 80], k_fout_met=[10, 20, 30])

    assert break_even_sentence(never) == (
        "Naar verwachting verdient het algoritme zich niet terug, hoeveel zaken er ook zijn."
    )
    assert payback_sentence(never).startswith(
        "Het algoritme is binnen 5 jaar naar verwachting niet terugverdiend. In "
    )
    assert sentence(never).startswith("Zonder algoritme is in ")


def test_payback_is_told_with_its_chance(costs_of):
    found = replace(costs_of("c01"), payback=Payback(2, (0.0, 0.3, 0.68)))

    assert (
        payback_sentence(found)
        == "Naar verwachting is het algoritme terugverdiend in jaar 2. Dat lukt in 7 van de 10 gevallen."
    )
    assert payback_sentence(replace(found, payback=Payback(0, (1.0,)))) == (
        "Naar verwachting is het algoritme vanaf het begin goedkoper. "
        "Dat lukt in alle doorgerekende gevallen."
    )


@pytest.mark.parametrize(
    "low, high, words",
    [
        (-148000, 78000, "tussen € 148.000 duurder en € 78.000 goedkoper."),
        (60000, 690000, "€ 60.000 tot € 690.000 goedkoper."),
        (-690000, -60000, "€ 60.000 tot € 690.000 duurder."),
    ],
)
def test_the_spread_says_of_which_alternative_and_in_which_direction(costs_of, low, high, words):
    found = replace(costs_of("c01"), difference=Spread(low, 0, high))

    assert spread_sentence(found) == (
        f"Met algoritme is in 8 van de 10 gevallen {words} Dit is een schatting."
    )


def test_a_break_even_that_most_draws_do_not_share_is_called_uncertain(costs_of):
    unsure = costs_of(
        "c01",
        k_min_met=[5, 20, 60],
        k_min_zonder=[5, 20, 60],
        k_fout_met=[1, 3, 6],
        k_fout_zonder=[1, 3, 6.1],
    )

    assert unsure.break_even.share < 0.8
    assert break_even_sentence(unsure) == "Het is onzeker bij hoeveel zaken het algoritme goedkoper is."
    assert "kantelt" not in sentence(unsure)


def test_the_volume_in_the_sentence_is_the_one_that_the_verdict_rests_on(costs_of):
    # The likely 2,400 cases lie above the break-even of about 2,300, the expected 2,100 do not.
    found = costs_of("c01", k_zaken=[500, 2400, 2500])

    assert "We rekenen met gemiddeld 2.100 (500 – 2.500)." in break_even_sentence(found)
    assert sentence(found).startswith("Zonder algoritme")


@pytest.mark.parametrize("number, beside, text", [("4963", "4980", "4.960"), ("4963", "4100", "5.000")])
def test_rounding_never_moves_a_number_past_the_one_beside_it(number, beside, text):
    assert count_text(Decimal(number), Decimal(beside)) == text


@pytest.mark.parametrize(
    "tipping, words",
    [(Tipping.ABOVE, "goedkoper bij elk aantal"), (Tipping.BELOW, "verdient het algoritme zich niet")],
)
def test_less_than_one_case_a_year_is_no_tipping_point(costs_of, tipping, words):
    tips = BreakEven(tipping, Decimal("0.0095"), Spread(0.001, 0.01, 0.9), 0.95)
    found = replace(costs_of("c01"), break_even=tips)

    assert words in break_even_sentence(found)
    assert "kantelt" not in sentence(found)


def test_an_algorithm_that_is_cheaper_first_and_dearer_later_is_told_as_that(costs_of):
    amounts = {"k_zonder_eenmalig": 200000, "k_eenmalig": 0, "k_jaarlijks": 150000}
    same = {"k_min_met": 30, "k_min_zonder": 30, "k_fout_met": 3, "k_fout_zonder": 3}
    found = costs_of("c01", dict.fromkeys((*amounts, *same), "document"), **amounts, **same)

    assert found.payback.year is None
    assert payback_sentence(found).startswith("Het algoritme is eerst goedkoper, en vanaf jaar 2 ")
    assert "Met algoritme is eerst goedkoper, en vanaf jaar 2 duurder." in years_alt(found)


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
