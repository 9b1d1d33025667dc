"""What is asked of the executive follows from the outcome."""

import pytest

from reports import decision
from reports.content import college_report
from tests.reports.as_text import as_text
from tests.reports.dossiers import dossier, dossier_of


def points(case: str, **changes: object) -> str:
    """Write the proposed decision of a worked case as lines."""
    made = dossier(case, **changes)
    items = decision.proposed(made)
    return "\n".join([decision.introduction(made), *(item.text for item in items)])


def test_on_conditions_the_required_instruments_are_named() -> None:
    text = points("c01")

    assert "Het kader vraagt een besluit van het college." in text
    assert "stemt in met het verdere gebruik van Vroegsignalering van schulden" in text
    assert "zo snel mogelijk klaar is: DPIA;" in text
    assert "de 7 waarborgen die nog ontbreken" in text
    assert "raadsinformatiebrief" in text
    assert "Algoritmeregister" in text


def test_before_the_start_the_conditions_come_first() -> None:
    text = points("c01", d_status="inkoop")

    assert "stemt in met het gebruik van" in text
    assert "klaar is voordat het gebruik begint: DPIA;" in text


def test_without_a_decision_to_make_the_executive_takes_note() -> None:
    text = points("c03")

    assert "ter kennisname" in text
    assert "neemt er kennis van" in text
    assert "stemt in" not in text
    assert "Het college neemt kennis van het voorstel." in as_text(college_report(dossier("c03")))


def test_criteria_that_nobody_of_the_board_set_are_put_to_the_executive() -> None:
    sentence = "Het college stelt de criteria vast waarmee het algoritme werkt."

    assert sentence in points("c02")
    assert sentence not in points("c01")


def test_open_points_postpone_the_decision_and_name_who_finds_out() -> None:
    made = dossier("c02b")
    (find_out,) = (item for item in decision.proposed(made) if item.parts)

    assert "besluit nog niet over het gebruik" in points("c02b")
    assert "Tot die tijd begint het gebruik niet." in points("c02b")
    assert any(part.text.endswith("(Jurist)") for part in find_out.parts)


def test_a_possible_prohibition_stops_the_use() -> None:
    text = points("c01", qs_verboden=["weet_niet"])

    assert "De gemeente gebruikt het niet, tot duidelijk is dat het mag." in text


@pytest.mark.parametrize("case", ["c18", "c19", "c20"])
def test_what_is_not_allowed_is_not_done(case: str) -> None:
    before = points(case, d_status="idee")
    now = points(case, d_status="in_gebruik")

    assert "stemt niet in met het gebruik" in before
    assert "direct stopt met" in now
    assert "wanneer het gebruik gestopt is" in now
    assert "stemt in" not in before + now


def test_without_an_algorithm_there_is_nothing_to_decide_or_sign() -> None:
    text = as_text(college_report(dossier("c30")))

    assert "Het college hoeft niets te besluiten." in text
    assert "[ ]" not in text


def test_silence_is_never_a_yes() -> None:
    """An empty assessment asks for nothing but finding out, and says that it is not finished."""
    made = dossier_of({})
    text = as_text(college_report(made))

    assert made.advice == "eerst_uitzoeken"
    assert "[Risicotrede: Nog niet te bepalen]" in text
    assert "Deze weging is nog niet af" in text
    assert "besluit nog niet" in text
    assert "stemt in" not in text


def test_stop_signals_stand_before_everything_else() -> None:
    text = as_text(college_report(dossier("c19")))

    assert text.index("! Stopsigna") < text.index("Gevraagd besluit")
