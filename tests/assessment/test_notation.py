"""Numbers and months as their reader writes them: no text means something else unnoticed."""

from datetime import date
from decimal import Decimal

import pytest

from assessment.costs.money import euro
from assessment.months import date_text, read_month
from assessment.numbers import NotANumber, number_text, read_number
from texts import speaking


@pytest.mark.parametrize("language, text", [("nl", "1.234.567,5"), ("en", "1,234,567.5")], ids=["nl", "en"])
def test_number_is_written_and_read_back_in_each_language(language, text):
    with speaking(language):
        assert number_text(Decimal("1234567.5")) == text
        assert read_number(text) == Decimal("1234567.5")


@pytest.mark.parametrize("language, meant, wrong", [("nl", "6.000", "6,000"), ("en", "6,000", "6.000")])
def test_thousands_of_the_other_language_are_asked_about(language, meant, wrong):
    with speaking(language):
        assert read_number(meant) == 6000
        with pytest.raises(NotANumber, match=meant.replace(".", r"\.")):
            read_number(wrong)


def test_amounts_and_days_follow_the_language():
    with speaking("en"):
        assert euro(Decimal(-1234567)) == "−€ 1,234,567"
        assert date_text(date(2027, 12, 2)) == "2 December 2027"


@pytest.mark.parametrize("text", ["mei 2026", "May 2026", "mrt 2026", "5-2026"])
def test_month_is_read_in_either_language_by_an_english_reader(text):
    with speaking("en"):
        assert read_month(text) in ("2026-05", "2026-03")
