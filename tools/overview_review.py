"""The review of the ethics network in the document for a lawyer: values, statements, the last question."""

from collections.abc import Iterator

from assessment.framework import Framework
from assessment.phrasing import phrase
from assessment.review.parts import PublicValue
from texts import _


def review(framework: Framework) -> Iterator[str]:
    """Yield what members of the ethics network are asked as lines of Markdown."""
    if not framework.public_values:
        return
    yield from (f"## {_('Sessie van het ethisch netwerk')}", "")
    for value in framework.public_values.values():
        yield from _value(framework, value)
    question = framework.go_ahead
    yield from (f"### {question.text}", "")
    yield from (f"- **{answer.text}** (`{answer.id}`): {answer.meaning}" for answer in question.answers)
    yield ""


def _value(framework: Framework, value: PublicValue) -> Iterator[str]:
    yield from (f"### {value.name} (`{value.id}`)", "", value.meaning, "")
    yield f"- {_('Stelling')}: {value.statement}"
    yield f"- {_('Bron')}: {value.source}"
    for tension in value.tensions:
        yield f"- {tension.text} {_('Als')}:"
        yield from phrase(framework, tension.when, 1)
    yield ""
