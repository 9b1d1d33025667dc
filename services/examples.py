"""Examples: worked cases of the framework, opened as ordinary assessments that one can change."""

from functools import cache

from assessment.answers import Reply
from assessment.cases import Case, load_cases, read_answers
from assessment.framework import Framework
from services import answers, assessments, frameworks
from services.errors import NotFound
from services.users import User
from storage.records import Assessment, Revision
from storage.store import Store
from storage.values import storable
from texts import SOURCE_LANGUAGE, _, speaking

SHOWN = ("name", "what")


def all_examples() -> tuple[Case, ...]:
    """Give the examples of the framework in which new assessments start, in its order.

    What an example is called and does is in the language of the reader; its notes are as they were written.
    """
    version = frameworks.current().version
    return tuple(
        case.model_copy(update={name: frameworks.said(version, getattr(case, name)) for name in SHOWN})
        for case in _examples(version)
    )


def copy_example(store: Store, user: User, example: str) -> Assessment:
    """Make an assessment with the answers and notes of an example. Raises NotFound, NotAllowed."""
    framework = frameworks.current()
    case = next((case for case in _examples(framework.version) if case.id == example), None)
    if case is None:
        raise NotFound(_("Dit voorbeeld bestaat niet. Kies een voorbeeld op de startpagina."))
    replies = _replies(framework, case)
    with store.transaction() as tx:
        with speaking(SOURCE_LANGUAGE):
            title = _("{name} (voorbeeld)").format(name=case.name)
        copy = assessments.begin(tx, user, title, framework)
        given = (Revision(question, 1, reply, user.name, tx.now) for question, reply in replies.items())
        answers.append(tx, copy.id, given)
        return copy


def _replies(framework: Framework, case: Case) -> dict[str, Reply]:
    values = read_answers(framework, case.answers)
    asked = (question for question in framework.questions if question in values or question in case.notes)
    return {
        question: storable(
            Reply(values.get(question), case.notes.get(question, ""), case.known_by.get(question))
        )
        for question in asked
    }


@cache
def _examples(version: str) -> tuple[Case, ...]:
    return tuple(case for case in load_cases(frameworks.folder(version)) if case.example)
