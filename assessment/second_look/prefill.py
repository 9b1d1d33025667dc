"""What a new assessment takes over from an entry of the register."""

from collections.abc import Iterator

from assessment.amounts import InvalidAnswer
from assessment.answers import UNKNOWN, Reply, Value, parse
from assessment.framework import Framework
from assessment.parts import Question
from assessment.register.entry import Entry
from assessment.register.fields import register_fields
from assessment.second_look.known import statements
from assessment.second_look.parts import Guide, Statement, Taken
from assessment.second_look.wording import statement_text
from texts import _

KNOWN_BY = "document"
CUT = "…"


def replies(guide: Guide, framework: Framework, entry: Entry) -> dict[str, Reply]:
    """Give the replies by question: what the register says, and a note without an answer where it doubts.

    Each note names the register; somebody who fills in the assessment checks it and may change it.
    """
    found = dict(_intake(guide, framework, entry))
    for statement in statements(guide, framework, entry.values):
        value = None if statement.value in (UNKNOWN, (UNKNOWN,)) else statement.value
        found[statement.question] = Reply(value, _note(entry, statement), KNOWN_BY if value else None)
    return {question: found[question] for question in framework.questions if question in found}


def _note(entry: Entry, statement: Statement) -> str:
    text = _("Uit het register, nummer {number}. {text} Bron: {source}.")
    if statement.doubt:
        text = _("Uit het register, nummer {number}. {text} Zoek dit nog uit. Bron: {source}.")
    said, source = statement_text(statement), statement.source.removesuffix(".")
    return text.format(number=entry.number, text=said, source=source)


def _intake(guide: Guide, framework: Framework, entry: Entry) -> Iterator[tuple[str, Reply]]:
    for taken in guide.rules.intake:
        field = next((field for field in taken.fields if entry.value(field)), None)
        if field and taken.question in framework.questions:
            yield from _taken(taken, framework.questions[taken.question], entry, field)


def _taken(taken: Taken, question: Question, entry: Entry, field: str) -> Iterator[tuple[str, Reply]]:
    text = entry.value(field)
    note = _("Uit het register, nummer {number}: het veld ‘{field}’.")
    if question.max_length and len(text) > question.max_length:
        note = _("Uit het register, nummer {number}: het begin van het veld ‘{field}’. De rest paste niet.")
        text = text[: question.max_length - len(CUT)].rsplit(" ", 1)[0].rstrip() + CUT
    value = _parsed(question, text)
    if value is not None:
        said = note.format(number=entry.number, field=register_fields()[field].text)
        yield taken.question, Reply(value, said, KNOWN_BY)


def _parsed(question: Question, text: str) -> Value | None:
    try:
        return parse(question, text)
    except InvalidAnswer:
        return None  # a month in words, such as an older register may hold
