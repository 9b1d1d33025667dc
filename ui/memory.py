"""What a session remembers of the answers of one step (see ui/saving.py)."""

from dataclasses import dataclass, field
from datetime import datetime

from assessment.answers import Reply
from services.answers import Revision


@dataclass(frozen=True)
class Held:
    """What the widgets of one question last agreed with; number 0 is a question without an answer."""

    number: int
    reply: Reply


@dataclass(frozen=True)
class Clash:
    """Two answers to one question: `theirs` counts until the user chooses."""

    theirs: Revision
    mine: Reply


@dataclass(frozen=True)
class Fault:
    """Why a reply is not saved; `passes` when the same reply may be saved later."""

    text: str
    passes: bool = False


@dataclass
class Memory:
    """What a session remembers of one step between two runs.

    `unread`: questions that changed under a browser, with the revision it showed before.
    """

    held: dict[str, Held] = field(default_factory=dict)
    clashes: dict[str, Clash] = field(default_factory=dict)
    faults: dict[str, Fault] = field(default_factory=dict)
    overrule: set[str] = field(default_factory=set)
    unread: dict[str, int] = field(default_factory=dict)
    saved_at: datetime | None = None
    saves: int = 0
