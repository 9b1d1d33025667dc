"""What never leaves the town hall."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.council.redaction import Redactor, is_citizen_number

# A number that passes the check and belongs to nobody: it starts with nine zeros but one.
CITIZEN = "000000012"
OUT = "[weggelaten]"


@pytest.mark.parametrize(
    "secret",
    [
        "voornaam.achternaam@gemeente.nl",
        "053 481 81 81",
        "0534818181",
        "+31 6 12345678",
        CITIZEN,
        "10.0.0.12",
    ],
)
def test_an_address_or_a_number_of_a_person_is_left_out(secret: str) -> None:
    found = Redactor(()).redact(f"Bel of mail {secret} voor vragen.")

    assert found.text == f"Bel of mail {OUT} voor vragen."
    assert found.left_out == (secret,)


@pytest.mark.parametrize(
    "text",
    [
        "Gebruikt sinds 2024-03, 12.500 zaken per jaar.",
        "Besluit 2026-000123, € 1.250.000 in 5 jaar.",
        "Versie 1.2.3 en hoofdstuk 1.2.3.4.5.",
        "Artikel 6 lid 3, zaak C-634/21.",
        "Nummer 123456789 is geen burgerservicenummer.",
    ],
)
def test_numbers_that_belong_to_nobody_stay(text: str) -> None:
    assert Redactor(()).redact(text).text == text


def test_the_name_of_a_colleague_is_left_out_however_it_is_written() -> None:
    redactor = Redactor(["Voornaam Achternaam"])

    assert redactor.redact("Vraag VOORNAAM  achternaam.").text == f"Vraag {OUT}."


@pytest.mark.parametrize("listed", ["Achternaam, Voornaam", "Achternaam, Voornaam (Gemeente)"])
def test_a_name_from_a_list_is_left_out_in_the_order_of_speech(listed: str) -> None:
    assert Redactor([listed]).redact("Vraag Voornaam Achternaam.").text == f"Vraag {OUT}."


def test_the_owner_is_left_out_of_what_is_said_of_the_algorithm_and_a_department_is_not() -> None:
    redactor = Redactor(())

    assert redactor.redact("Vraag Voornaam Achternaam.", "Voornaam Achternaam").text == f"Vraag {OUT}."
    assert redactor.redact("Voor vergunningen.", "Vergunningen").left_out == ()


def test_a_longer_name_is_left_out_whole() -> None:
    redactor = Redactor(["Voornaam", "Voornaam Achternaam"])

    assert redactor.redact("Dat weet Voornaam Achternaam.").left_out == ("Voornaam Achternaam",)


def test_a_name_within_a_word_stays() -> None:
    assert Redactor(["Groen"]).redact("Groenvoorziening").text == "Groenvoorziening"


def test_a_name_as_short_as_a_word_is_no_reason_to_blot_out_words() -> None:
    assert Redactor(["Bas"]).redact("De bas klinkt.").left_out == ()


@given(st.text(), st.lists(st.text(min_size=5), max_size=4))
def test_any_text_and_any_name_can_be_read(text: str, names: list[str]) -> None:
    found = Redactor(names).redact(text)

    assert bool(found.left_out) == (found.text != text)


def test_only_numbers_that_pass_the_check_are_citizen_numbers() -> None:
    assert is_citizen_number(CITIZEN)
    assert not is_citizen_number("123456789")
    assert not is_citizen_number("000000000")
