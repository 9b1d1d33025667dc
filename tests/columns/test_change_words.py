"""What a rule change means for one assessment, in words."""

import pytest

from assessment.columns.change_words import change_text, move_text, reasons, subject_name
from assessment.columns.changes import Change, Move, RuleChange, Stand, Subject
from assessment.columns.comparing import Comparison
from assessment.loader import load
from tests.assessment.real import FRAMEWORK, TODAY, answers_of
from tests.versions import second_version

TIER = Subject("dimension", "trede")


@pytest.fixture(scope="module")
def second(tmp_path_factory):
    """The second version of the framework."""
    return load(second_version(tmp_path_factory.mktemp("versions")))


def move(old, new, *rules):
    """Make a move of the tier between settled levels."""
    return Move(TIER, Stand(old, old, old), Stand(new, new, new), rules)


def test_a_lower_threshold_is_told_as_the_rules_that_newly_count(second):
    (change,) = Comparison(FRAMEWORK, second, TODAY).compare([answers_of("k_g2", g_aantal=5000)]).changes

    assert change_text(FRAMEWORK, second, change).splitlines()[0] == (
        "DPIA: van DPIA volgens gemeentelijk beleid naar DPIA verplicht. Regel D3 telt nu mee "
        "(DPIA verplicht): Minstens twee van de negen Europese criteria voor een hoog privacyrisico gelden."
    )


def test_a_rule_that_is_gone_is_told_with_what_it_said(second):
    (said,) = reasons(second, FRAMEWORK, move("beperkt", "laag", RuleChange("N1", "beperkt", None)))

    assert said == "Regel N1 telt niet meer (Beperkt): Haast maakt fouten."


def test_a_rule_that_leads_to_another_level_is_told_with_both(second):
    (said,) = reasons(FRAMEWORK, second, move("beperkt", "hoog", RuleChange("N1", "beperkt", "hoog")))

    assert said == "Regel N1 leidt nu tot Hoog, eerst tot Beperkt: Haast maakt fouten."


def test_what_only_open_questions_decide_is_told_as_bounds(second):
    opened = Move(TIER, Stand("laag", "laag", "laag"), Stand("laag", "laag", "beperkt"), ())

    assert (
        move_text(FRAMEWORK, second, opened) == "Risicotrede: eerst Laag, nu minstens Laag, hooguit Beperkt"
    )
    assert change_text(FRAMEWORK, second, Change((opened,))) == ""


def test_an_instrument_that_only_one_version_has_keeps_its_name(second):
    fewer = second.model_copy(
        update={"instruments": {k: v for k, v in second.instruments.items() if k != "dpia"}}
    )

    assert subject_name(FRAMEWORK, fewer, Subject("instrument", "dpia")).startswith("DPIA")
    assert subject_name(FRAMEWORK, fewer, Subject("instrument", "nergens")) == "nergens"
