"""What one entry of the register says about the questions of a framework."""

from collections.abc import Iterator

from assessment.amounts import InvalidAnswer
from assessment.answers import Value, parse
from assessment.framework import Framework
from assessment.register.entry import Values
from assessment.register.fields import register_fields
from assessment.register.plain import key
from assessment.second_look.parts import Always, Described, Guide, Statement

DESCRIPTIONS = ("kenmerken", "doel")


def statements(guide: Guide, framework: Framework, values: Values) -> tuple[Statement, ...]:
    """Give at most one statement per question, in the order of the framework.

    What is said goes before what is in doubt; a description before a field; what holds for every entry last.
    """
    described = [*_described(guide, framework, values)]
    fields = [*_fields(guide, framework, values)]
    sure = [each for each in (*described, *fields) if not each.doubt]
    doubts = [each for each in (*described, *fields) if each.doubt]
    always = [_read(framework, each) for each in guide.rules.always]
    found: dict[str, Statement] = {}
    for each in (*sure, *doubts, *filter(None, always)):
        found.setdefault(each.question, each)
    return tuple(found[question] for question in framework.questions if question in found)


def own_rating(guide: Guide, values: Values) -> str | None:
    """Give the tier that the municipality's own rating stands for; None when it gave none."""
    return guide.rules.own_ratings.get(values.get("eigen_risico", ""))


def _described(guide: Guide, framework: Framework, values: Values) -> Iterator[Statement]:
    text = " ".join(" ".join(values.get(field, "") for field in DESCRIPTIONS).split())
    for each in guide.by_name.get(key(values.get("naam", "")), ()):
        if each.quote in text:
            found = _read(framework, each)
            if found:
                yield found


def _fields(guide: Guide, framework: Framework, values: Values) -> Iterator[Statement]:
    fields = register_fields()
    for each in guide.rules.says:
        if set(fields[each.field].chosen(values.get(each.field, ""))) & set(each.options):
            found = _read(framework, each)
            if found:
                yield found


def _read(framework: Framework, each: Always | Described) -> Statement | None:
    """Read as a statement; None when this version of the framework does not ask for it."""
    value = _value(framework, each.question, each.answer)
    if value is None:
        return None
    if isinstance(each, Described):
        return Statement(each.question, value, each.quote, each.note, each.source)
    return Statement(each.question, value, "", each.because, each.source)


def _value(framework: Framework, name: str, answer: tuple[str, ...]) -> Value | None:
    question = framework.questions.get(name)
    if question is None:
        return None
    try:
        return parse(question, answer if question.kind == "multi" else answer[0])
    except InvalidAnswer:
        return None
