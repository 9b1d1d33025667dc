"""What many answers amount to: counts, the middle, how far members are apart, and what a round changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median

from assessment.review.ballots import GO_AHEAD, HIGHEST, LOWEST, STANCES, Ballot, choices

# Under this many answers an anonymous session shows nothing: in a small group everybody can guess.
THRESHOLD = 5


@dataclass(frozen=True)
class Argument:
    """What somebody said with an answer, word for word; `name` in a named session, or when they signed."""

    choice: str
    text: str
    name: str | None = None


@dataclass(frozen=True)
class Result:
    """The answers to one item in one closed round: how many per choice, and what people said with them."""

    item: int
    counts: Mapping[str, int]
    arguments: tuple[Argument, ...] = ()

    @property
    def answered(self) -> int:
        """How many answered."""
        return sum(self.counts.values())

    @property
    def stances(self) -> tuple[int, ...]:
        """The answers on the scale of five, from low to high; who knows nothing of it has none."""
        return tuple(int(stance) for stance in STANCES for _ in range(self.counts.get(stance, 0)))

    @property
    def middle(self) -> float | None:
        """The median: half of the members is at or below it. None when nobody took a stance."""
        return median(self.stances) if self.item != GO_AHEAD and self.stances else None

    @property
    def disagreement(self) -> float:
        """How far two members are apart on average, over all pairs: 0 when all say the same, at most 4."""
        if self.item == GO_AHEAD:
            return 0.0
        pairs = list(combinations(self.stances, 2))
        return sum(high - low for low, high in pairs) / len(pairs) if pairs else 0.0


@dataclass(frozen=True)
class Compared:
    """A statement, or the last question, with the result of each round; None where too few answered."""

    item: int
    text: str
    rounds: tuple[tuple[int, Result | None], ...]

    @property
    def shown(self) -> tuple[tuple[int, Result], ...]:
        """The rounds of which there is a result to show."""
        return tuple((number, result) for number, result in self.rounds if result)


@dataclass(frozen=True)
class Shift:
    """What a round changed in a statement: how far the middle moved up, and how far members moved apart."""

    middle: float
    disagreement: float


def tally(ballots: Iterable[Ballot], items: Iterable[int], *, anonymous: bool) -> dict[int, Result | None]:
    """Count the answers of one closed round per item; None where so few answered that it must stay hidden."""
    of_item: dict[int, list[Ballot]] = {item: [] for item in items}
    for ballot in ballots:
        of_item[ballot.item].append(ballot)
    return {
        item: None if anonymous and len(given) < THRESHOLD else _result(item, given)
        for item, given in of_item.items()
    }


def shift(before: Result | None, after: Result | None) -> Shift | None:
    """Tell what changed between two rounds; None when one of them shows nothing or has no stances."""
    if before is None or after is None or before.middle is None or after.middle is None:
        return None
    return Shift(after.middle - before.middle, after.disagreement - before.disagreement)


def most_divided_first(results: Mapping[int, Result | None]) -> Sequence[int]:
    """Give the statements in the order in which they are worth a talk; those without a result come last."""
    statements = [item for item in results if item != GO_AHEAD]
    return sorted(statements, key=lambda item: (-_apart(results[item]), item))


def side(choice: str) -> int:
    """Tell on which side of the middle a stance lies: -1, 0 or 1."""
    middle = (LOWEST + HIGHEST) / 2
    return (int(choice) > middle) - (int(choice) < middle)


def _apart(result: Result | None) -> float:
    return -1.0 if result is None else result.disagreement


def _result(item: int, given: Sequence[Ballot]) -> Result:
    counts = {choice: sum(ballot.choice == choice for ballot in given) for choice in choices(item)}
    said = (Argument(b.choice, b.argument, b.author or b.signed_by) for b in given if b.argument.strip())
    # In the order of what they say: any other order would tell something about who said it.
    ordered = sorted(said, key=lambda argument: (argument.choice, argument.text))
    return Result(item, counts, tuple(ordered))
