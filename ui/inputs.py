"""The widgets of one answer, per kind of question: draw them, read them, make them say something.

Widgets are seeded through default arguments (see ui/saving.py) and read from the session state.
"""

from typing import Protocol

from assessment.answers import Value
from assessment.months import month_text
from assessment.numbers import number_text
from assessment.parts import Question
from ui.choices import Choice, Choices, Key, Scale
from ui.own_line import OwnLineFields
from ui.typed import Estimated, Typed


class Input(Protocol):
    """The widgets of one kind of question."""

    def draw(self, question: Question, key: Key, value: Value | None) -> None:
        """Draw the widgets, seeded with `value`."""

    def read(self, question: Question, key: Key, before: Value | None) -> Value | None:
        """Return what the widgets say; `before` is the last answer. Raises InvalidAnswer."""

    def write(self, question: Question, key: Key, value: Value | None) -> None:
        """Make the widgets say `value`; only before they are drawn."""


def of(question: Question) -> Input:
    """Return the widgets for this question."""
    is_estimate = question.estimate and question.kind in ("number", "money")
    return _ESTIMATE if is_estimate else _BY_KIND[question.kind]


_ESTIMATE = Estimated(number_text)
_NUMBER = Typed(number_text)
_BY_KIND: dict[str, Input] = {
    "single": Choice(),
    "multi": Choices(),
    "scale": Scale(),
    "number": _NUMBER,
    "money": _NUMBER,
    "month": Typed(month_text),
    "text": Typed(str),
    "line": OwnLineFields(),
}
