"""Does what a framework says about the review hang together?"""

from collections.abc import Iterator

from assessment.fault_words import subject
from assessment.faults import Fault
from assessment.framework import Framework
from assessment.origin import Origins
from assessment.review.ballots import Choice
from assessment.review.parts import GoAhead
from texts import _


def check_review(framework: Framework, origins: Origins) -> Iterator[Fault]:
    """Yield every fault in the last question, and in values that have no question to end with."""
    questions = framework.go_ahead_questions
    for question in questions[1:]:
        message = _("{part} is er een te veel.").format(part=subject("go_ahead_questions", question.id))
        hint = _("Er is al '{name}'.").format(name=questions[0].id)
        yield origins.fault("go_ahead_questions", question.id, message, hint)
    for question in questions:
        for message in _answer_faults(question):
            text = f"{subject('go_ahead_questions', question.id)} {message}"
            yield origins.fault("go_ahead_questions", question.id, text, path=("answers",))
    if framework.public_values and not questions:
        value = next(iter(framework.public_values))
        hint = _("Voeg het onderdeel 'go_ahead_questions' toe.")
        message = _("bij publieke waarden hoort een vraag of het algoritme door mag gaan.")
        yield origins.fault("public_values", value, message, hint)


def _answer_faults(question: GoAhead) -> Iterator[str]:
    given = [answer.id for answer in question.answers]
    for choice in Choice:
        if choice not in given:
            yield _("heeft geen antwoord '{choice}'.").format(choice=choice)
        if given.count(choice) > 1:
            yield _("heeft het antwoord '{choice}' twee keer.").format(choice=choice)
