"""What an outcome says while answers are missing, unknown, hidden, or about the future."""

from datetime import date

import pytest

from assessment.amounts import InvalidAnswer
from assessment.answers import UNKNOWN
from assessment.explanation import bounds_text
from tests.assessment.real import answers_of, weigh


def test_without_answers_nothing_is_green():
    outcome = weigh({})

    assert (outcome.tier.at_least, outcome.tier.at_most) == ("nvt", "verboden")
    assert bounds_text(outcome.tier) == "Nog niet te bepalen"
    assert outcome.tier.open_questions[0] == "qs_algoritme"
    assert not outcome.stop_signals
    assert all(dimension.at_most != dimension.at_least for dimension in outcome.dimensions.values())


def test_tier_stays_open_upwards_while_the_area_of_use_is_unknown(judge):
    outcome = judge(
        qs_gebied=UNKNOWN, qs_invloed="direct", r_indeling="ja", t_invloed="groot", r_rechtsgevolg="nee"
    )

    assert outcome.tier.at_least == "laag"
    assert outcome.tier.at_most == "hoog"
    assert "qs_gebied" in outcome.tier.open_questions


def test_a_dont_know_counts_at_its_most_severe_and_becomes_an_action_for_its_owner(judge):
    outcome = judge(qs_invloed="direct", qs_gebied=["werk"], r_ernst=UNKNOWN, t_invloed="groot")

    assert outcome.tier.counted == "hoog"
    assert ("r_ernst", "proceseigenaar") in [(action.question, action.owner) for action in outcome.actions]


def test_without_an_algorithm_only_the_intake_is_still_asked():
    outcome = weigh(answers_of("c01", qs_algoritme="nee"))

    assert outcome.tier.at_most == "nvt"
    assert {question.split("_")[0] for question in outcome.shown} == {"qs", "i"}
    assert "qs_gebied" not in outcome.shown


def test_an_answer_that_is_no_longer_asked_for_counts_nowhere():
    before = weigh(answers_of("c04"))
    outcome = weigh(answers_of("c04", qs_techniek=["vaste_regels"]))

    assert "t_gebruik" in before.answers
    assert "t_gebruik" not in outcome.answers
    assert outcome.dimensions["ai_klasse"].at_most == "geen_ai"
    assert outcome.instruments["fria"].at_most == "niet"


def test_the_light_path_becomes_a_full_weighing_when_something_turns_up(judge):
    assert judge().dimensions["quickscan"].at_most == "lichte_vastlegging"
    assert "r_ernst" not in judge().shown

    outcome = judge(r_rechtsgevolg="ja", t_invloed="groot")

    assert outcome.dimensions["quickscan"].at_least == "volledige_weging"
    assert "r_ernst" in outcome.shown


def test_a_duty_of_the_future_recommends_now_and_binds_from_its_day():
    now = weigh(answers_of("c09")).instruments["fria"]
    later = weigh(answers_of("c09"), on=date(2027, 12, 2)).instruments["fria"]

    assert (now.at_most, now.coming.level, now.coming.starts) == (
        "aanbevolen",
        "verplicht",
        date(2027, 12, 2),
    )
    assert (later.at_most, later.coming) == ("verplicht", None)


@pytest.mark.parametrize(
    "first_use, starts",
    [("2027-11", date(2030, 8, 2)), ("2027-12", date(2027, 12, 2)), (None, date(2027, 12, 2))],
)
def test_a_later_start_of_a_duty_must_be_proven_by_the_month_of_first_use(first_use, starts):
    outcome = weigh(answers_of("c09", i_eerste_gebruik=first_use))

    assert outcome.instruments["fria"].coming.starts == starts


def test_an_exception_that_nobody_proved_does_not_hold():
    proven = weigh(answers_of("k_u_a"))
    unknown = weigh(answers_of("k_u_a", t_uitz_bewijs=UNKNOWN))
    silent = weigh(answers_of("k_u_a", t_uitz_bewijs=None))

    assert proven.dimensions["ai_klasse"].at_most == "uitgezonderd"
    assert unknown.dimensions["ai_klasse"].at_least == "hoog_bijlage_iii"
    assert silent.dimensions["ai_klasse"].at_least == "uitgezonderd"
    assert silent.dimensions["ai_klasse"].at_most == "hoog_bijlage_iii"


def test_silence_on_a_safeguard_is_not_safe():
    outcome = weigh(answers_of("c01", w_opleiding=None))

    assert "W1" in {safeguard.id for safeguard in outcome.open_safeguards}


def test_doubt_about_a_prohibition_is_high_risk_with_a_stop_signal_and_not_a_prohibition(judge):
    outcome = judge(qs_techniek=["voorspelmodel"], qs_verboden=[UNKNOWN])

    assert outcome.tier.at_most == "hoog"
    assert [signal.id for signal in outcome.stop_signals] == ["S2"]


def test_an_option_that_does_not_exist_is_named():
    with pytest.raises(InvalidAnswer, match="'misschien' bestaat niet bij vraag 'qs_nieuw'"):
        answers_of("c01", qs_nieuw="misschien")


def test_none_of_these_beside_another_choice_is_refused():
    with pytest.raises(InvalidAnswer, match="samen met een andere keuze"):
        answers_of("c01", qs_gebied=["geen", "werk"])
