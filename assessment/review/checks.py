"""Does what a framework says about the review hang together?"""

from collections.abc import Iterator

from assessment.faults import Fault
from assessment.framework import Framework
from assessment.origin import Origins
from assessment.review.ballots import Choice
from assessment.review.parts import GoAhead


def check_review(framework: Framework, origins: Origins) -> Iterator[Fault]:
    """Yield every fault in the last question, and in values that have no question to end with."""
    questions = framework.go_ahead_questions
    for question in questions[1:]:
        message = f"go-ahead question '{question.id}' is one too many."
        yield origins.fault("go_ahead_questions", question.id, message, f"There is '{questions[0].id}'.")
    for question in questions:
        for message in _answer_faults(question):
            subject = f"go-ahead question '{question.id}'"
            yield origins.fault("go_ahead_questions", question.id, f"{subject} {message}", path=("answers",))
    if framework.public_values and not questions:
        value = next(iter(framework.public_values))
        hint = "Add the section 'go_ahead_questions'."
        yield origins.fault("public_values", value, "values need a question whether it can go ahead.", hint)


def _answer_faults(question: GoAhead) -> Iterator[str]:
    given = [answer.id for answer in question.answers]
    for choice in Choice:
        if choice not in given:
            yield f"has no answer '{choice}'."
        if given.count(choice) > 1:
            yield f"has the answer '{choice}' twice."
