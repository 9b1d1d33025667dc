"""Examples: complete, copied with one click, and free to change."""

from datetime import date

import pytest

from assessment.answers import Reply
from assessment.evaluation import evaluate
from services import answers, assessments, examples
from services.errors import NotFound


def test_examples_are_the_three_cases_of_the_audit_report():
    assert [case.id for case in examples.all_examples()] == ["c01", "c02", "c03"]
    assert all(case.name and case.what and case.source for case in examples.all_examples())


@pytest.mark.parametrize("example", ["c01", "c02", "c03"])
def test_copied_example_has_the_answers_and_notes_of_its_case(store, user, framework, example):
    case = next(case for case in examples.all_examples() if case.id == example)

    copy = examples.copy_example(store, user, example)

    found = answers.current(store, user, copy.id)
    assert set(found) == {*case.answers, *case.notes}
    assert {
        name: revision.reply.note for name, revision in found.items() if revision.reply.note
    } == case.notes
    assert copy.title == f"{case.name} (voorbeeld)"
    assert copy in [assessments.opened(store, user, row.id) for row in assessments.mine(store, user)]


@pytest.mark.parametrize("example", ["c01", "c02", "c03"])
def test_copied_example_is_complete(store, user, framework, example):
    copy = examples.copy_example(store, user, example)

    outcome = evaluate(framework, answers.values(answers.current(store, user, copy.id)), date(2026, 11, 22))

    assert outcome.tier.settled


def test_copies_can_be_changed_and_leave_the_example_alone(store, user):
    first, second = (examples.copy_example(store, user, "c01") for _ in range(2))

    answers.save(store, user, first.id, "qs_invloed", Reply("geen"), seen=1)

    assert answers.current(store, user, first.id)["qs_invloed"].reply.value == "geen"
    assert answers.current(store, user, second.id)["qs_invloed"].reply.value == "direct"


def test_example_that_does_not_exist_is_not_found(store, user):
    with pytest.raises(NotFound, match="Dit voorbeeld bestaat niet"):
        examples.copy_example(store, user, "c99")
