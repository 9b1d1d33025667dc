"""One answer of one member, to a statement or to the question whether it can go ahead."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

MAX_ARGUMENT = 2000
# What is answered is a number: statements count from 1, this is the question that closes every ballot.
GO_AHEAD = 0
NOT_MINE = "not_mine"
LOWEST, HIGHEST = 1, 5
STANCES = tuple(str(stance) for stance in range(LOWEST, HIGHEST + 1))


class Choice(StrEnum):
    """An answer to "can this go ahead?"."""

    AGREE = "agree"
    CONDITIONS = "conditions"
    ABSTAIN = "abstain"
    NOT_MINE = NOT_MINE
    OBJECT = "object"


@dataclass(frozen=True)
class Statement:
    """What members say how far they agree with; `tension` is what this assessment shows about it."""

    number: int
    value: str
    text: str
    tension: str = ""


@dataclass(frozen=True)
class Ballot:
    """One answer. `signed_by` is there when its author wants a name under it, `author` in a named session."""

    item: int
    choice: str
    argument: str = ""
    signed_by: str | None = None
    author: str | None = None


class BallotFault(StrEnum):
    """Why a ballot cannot be taken."""

    ITEM = "item"
    CHOICE = "choice"
    ARGUMENT_MISSING = "argument_missing"
    ARGUMENT_LONG = "argument_long"


def choices(item: int) -> tuple[str, ...]:
    """Give the answers that this item takes."""
    return tuple(Choice) if item == GO_AHEAD else (*STANCES, NOT_MINE)


def needs_argument(item: int, choice: str) -> bool:
    """Tell whether nobody can choose this without saying why: to block something takes a reason."""
    return item == GO_AHEAD and choice in (Choice.OBJECT, Choice.CONDITIONS)


def fault(ballot: Ballot, statements: Mapping[int, Statement]) -> BallotFault | None:
    """Tell what is wrong with a ballot; None when it can be taken."""
    if ballot.item != GO_AHEAD and ballot.item not in statements:
        return BallotFault.ITEM
    if ballot.choice not in choices(ballot.item):
        return BallotFault.CHOICE
    if needs_argument(ballot.item, ballot.choice) and not ballot.argument.strip():
        return BallotFault.ARGUMENT_MISSING
    if len(ballot.argument) > MAX_ARGUMENT:
        return BallotFault.ARGUMENT_LONG
    return None
