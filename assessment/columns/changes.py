"""What changes for one assessment when the framework does: other levels, and the rules that make them so."""

from dataclasses import dataclass
from typing import Literal, NamedTuple


class Subject(NamedTuple):
    """A dimension or an instrument."""

    kind: Literal["dimension", "instrument"]
    id: str


class Stand(NamedTuple):
    """Where a dimension or instrument stands: level ids."""

    at_least: str
    counted: str
    at_most: str


class RuleChange(NamedTuple):
    """The level a rule raises to before and after; None where it does not count or does not exist."""

    rule: str
    old: str | None
    new: str | None


@dataclass(frozen=True)
class Move:
    """One dimension or instrument that comes out otherwise, and the rules that do."""

    subject: Subject
    old: Stand
    new: Stand
    rules: tuple[RuleChange, ...]

    @property
    def counts(self) -> bool:
        """What was said so far leads to another level; otherwise only what is still open does."""
        return self.old.counted != self.new.counted


@dataclass(frozen=True)
class Change:
    """All that comes out otherwise for one assessment."""

    moves: tuple[Move, ...]

    @property
    def counts(self) -> bool:
        """Some level changes on what was said so far."""
        return any(move.counts for move in self.moves)

    def of(self, subject: Subject) -> Move | None:
        """Give the move of one dimension or instrument, None when it stays as it is."""
        return next((move for move in self.moves if move.subject == subject), None)
