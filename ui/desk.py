"""The two sides between which answers travel: the desk (services) and the form (widgets)."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from assessment.answers import Reply
from services.answers import Revision


class Desk(Protocol):
    """The services of answers, bound to a store, a user and an assessment."""

    def current(self) -> Mapping[str, Revision]:
        """Return the newest revision of each question that has one."""

    def save(self, question: str, reply: Reply, *, seen: int) -> Revision:
        """Record `reply`; raises AnswerChanged when a newer revision than `seen` exists."""

    def history(self, question: str) -> Sequence[Revision]:
        """Return all revisions of one question, oldest first, with those set aside."""


class Form(Protocol):
    """The widgets of a step; one question may have several (answer, note, how one knows it)."""

    def drawn(self, question: str) -> bool:
        """Tell whether the session state holds this question's widgets."""

    def read(self, question: str) -> Reply:
        """Return what the widgets say, from the session state; raises InvalidAnswer."""

    def write(self, question: str, reply: Reply) -> None:
        """Make the widgets say `reply`, through the session state; called before they are drawn."""
