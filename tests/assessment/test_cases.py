"""Every worked case comes out as its author says, in every particular that it names."""

import pytest

import texts
from assessment.amounts import InvalidAnswer
from assessment.cases import read_answers, try_case
from tests.assessment.real import CASES, FRAMEWORK, answers_of, weigh


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_worked_case_has_its_expected_outcome(case):
    assert [str(failure) for failure in try_case(FRAMEWORK, case)] == []


@pytest.mark.usefixtures("in_english")
def test_a_case_that_is_wrong_is_reported_with_what_was_found():
    case = CASES["c11"].model_copy(
        update={"expect": CASES["c11"].expect.model_copy(update={"levels": {"trede": "hoog"}})}
    )

    assert "case 'c11' expects for 'trede': hoog. The outcome is: laag." in [
        str(failure) for failure in try_case(FRAMEWORK, case)
    ]


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_numbers_in_a_file_are_dutch_whoever_reads_it(language):
    with texts.speaking(language):
        assert read_answers(FRAMEWORK, {"k_zaken": "6.000"}) == {"k_zaken": 6000}
        with pytest.raises(InvalidAnswer):
            read_answers(FRAMEWORK, {"k_zaken": "6,000"})


@pytest.mark.parametrize("case", [case for case in CASES.values() if case.example], ids=lambda case: case.id)
def test_an_example_leaves_no_question_open(case):
    outcome = weigh(answers_of(case.id))

    assert outcome.unanswered == ()
    assert case.notes.keys() <= outcome.answers.keys()
    assert case.known_by.keys() <= outcome.answers.keys()
