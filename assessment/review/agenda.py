"""The agenda of a session: its parts in order, and how many minutes each takes."""

from collections.abc import Sequence
from enum import StrEnum, auto

MOST_MINUTES = 240


class Part(StrEnum):
    """A part of a session."""

    EXPLAIN = auto()
    FIRST_ROUND = auto()
    DISCUSS = auto()
    SECOND_ROUND = auto()
    ADVISE = auto()


# A session of an hour and twenty minutes. Whoever leads one changes this for that session.
MINUTES: tuple[int, ...] = (10, 15, 30, 10, 15)


def is_agenda(minutes: Sequence[int]) -> bool:
    """Tell whether these can be the minutes of the parts, in their order."""
    return len(minutes) == len(Part) and all(0 < count <= MOST_MINUTES for count in minutes)
