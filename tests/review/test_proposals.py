"""Statements that fit an assessment: what its answers show decides which values come up."""

import pytest

from assessment.answers import parse
from assessment.evaluation import evaluate
from assessment.review.ballots import Choice
from assessment.review.proposals import prefilled, proposals


@pytest.fixture
def outcome(framework):
    """Weigh answers, given as they stand in a case."""

    def weigh(**given):
        answers = {name: parse(framework.questions[name], value) for name, value in given.items()}
        return evaluate(framework, answers, framework.adopted)

    return weigh


SENSITIVE = {
    "qs_algoritme": "ja",
    "qs_verboden": ["geen"],
    "qs_gebied": ["essentiele_dienst"],
    "qs_invloed": "direct",
    "qs_persoonsgegevens": "ja",
    "qs_kwetsbaar": ["schulden_uitkering"],
    "qs_techniek": ["voorspelmodel"],
    "qs_nieuw": "nee",
}


def test_every_value_of_the_framework_has_a_proposal(framework, outcome):
    found = proposals(outcome(**SENSITIVE))

    assert [proposal.value.id for proposal in found] == list(framework.public_values)


def test_a_value_under_tension_says_what_this_assessment_shows(outcome):
    statements = {statement.value: statement for statement in prefilled(outcome(**SENSITIVE))}

    assert "kwetsbaar zijn of van de gemeente afhangen" in statements["menselijke_waardigheid"].tension
    assert "direct of indirect iets van" in statements["transparantie"].tension
    assert statements["draagvlak"].tension == "Het wordt gebruikt in een gevoelig gebied."
    assert "gelijke_behandeling" not in statements


def test_what_nobody_knows_is_worth_a_talk(outcome):
    doubt = outcome(**{**SENSITIVE, "r_ongelijk": "weet_niet"})

    assert "gelijke_behandeling" in {statement.value for statement in prefilled(doubt)}


def test_without_any_tension_all_statements_are_there_to_choose_from(framework, outcome):
    statements = prefilled(outcome())

    assert len(statements) == len(framework.public_values)
    assert {statement.tension for statement in statements} == {""}


def test_statements_are_numbered_from_one_because_zero_is_the_last_question(outcome):
    statements = prefilled(outcome(**SENSITIVE))

    assert [statement.number for statement in statements] == list(range(1, len(statements) + 1))


def test_every_answer_to_the_last_question_has_a_text(framework):
    assert {answer.id for answer in framework.go_ahead.answers} == set(Choice)
    assert framework.go_ahead.answer(Choice.OBJECT).text == "Nee, ik heb bezwaar"
