"""Three truth values, and why an open one is open.

A condition is **yes**, **no** or **open** (Kleene). Open has two causes that differ at the end of a weighing:
nobody answered yet, or somebody answered "weet ik niet". So a condition is judged in four *worlds* at once,
one bit each: are unanswered questions taken to make it hold, and are don't-knows?

    bit          unanswered   don't know
    CERTAIN      against      against       it holds whatever comes
    PROVABLE     in favour    against       it may still be proven by answering
    COUNTED      against      in favour     precaution on what was said so far
    POSSIBLE     in favour    in favour     it may still hold

`all` is bitwise and, `any` bitwise or; both are right in every world by themselves. A negation swaps the
worlds: what speaks in favour of a part speaks against its negation.
"""

from enum import Enum

WORLDS = CERTAIN, PROVABLE, COUNTED, POSSIBLE = 1, 2, 4, 8

NO = 0
YES = CERTAIN | PROVABLE | COUNTED | POSSIBLE
UNANSWERED = PROVABLE | POSSIBLE
DONT_KNOW = COUNTED | POSSIBLE


class Truth(Enum):
    """What a condition is, as people read it."""

    YES = "ja"
    NO = "nee"
    OPEN = "open"

    @staticmethod
    def of(worlds: int) -> "Truth":
        """Read the four worlds as one of three truth values."""
        if worlds & CERTAIN:
            return Truth.YES
        return Truth.OPEN if worlds & POSSIBLE else Truth.NO


def _negate(worlds: int) -> int:
    return sum(
        here
        for here, there in (
            (CERTAIN, POSSIBLE),
            (PROVABLE, COUNTED),
            (COUNTED, PROVABLE),
            (POSSIBLE, CERTAIN),
        )
        if not worlds & there
    )


def _prove(worlds: int) -> int:
    certain = CERTAIN | COUNTED if worlds & CERTAIN else 0
    provable = PROVABLE | POSSIBLE if worlds & PROVABLE else 0
    return certain | provable


# Sixteen possible judgements: looking them up is what keeps a whole evaluation under a millisecond.
NEGATED = tuple(_negate(worlds) for worlds in range(16))
PROVEN = tuple(_prove(worlds) for worlds in range(16))
