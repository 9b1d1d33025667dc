"""All algorithms of a municipality on one day."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, wraps
from typing import TypeVar
from uuid import UUID
from weakref import WeakKeyDictionary

from assessment.framework import Framework
from assessment.portfolio.algorithm import Algorithm
from assessment.portfolio.lines import AssessmentLine, EntryLine

Counted = TypeVar("Counted")


@dataclass(frozen=True, eq=False)
class Portfolio:
    """Register entries in their order, all assessments newest first, and which belongs to which.

    `links`: id of an assessment → id of its entry. `framework`: the one in force, for names and norms.
    What an assessment found to be no algorithm is no part of `algorithms`. `domain`: the one that this is, or
    None for all of them.
    """

    on: date
    framework: Framework
    entries: tuple[EntryLine, ...] = ()
    assessments: tuple[AssessmentLine, ...] = ()
    links: Mapping[UUID, UUID] = field(default_factory=dict)
    domain: str | None = None

    @cached_property
    def algorithms(self) -> tuple[Algorithm, ...]:
        """Every algorithm once: entries with their assessments first, then assessments without an entry."""
        return tuple(each for each in self._everything if each.counts)

    @cached_property
    def left_out(self) -> tuple[Algorithm, ...]:
        """What an assessment found to be no algorithm, in the order of `algorithms`."""
        return tuple(each for each in self._everything if not each.counts)

    @cached_property
    def _everything(self) -> tuple[Algorithm, ...]:
        known = {entry.id for entry in self.entries}
        of_entry: dict[UUID, list[AssessmentLine]] = {}
        alone = []
        for line in self.assessments:
            entry = self.links.get(line.id)
            if entry in known:
                of_entry.setdefault(entry, []).append(line)
            else:
                alone.append(Algorithm(None, (line,)))
        listed = (Algorithm(entry, tuple(of_entry.get(entry.id, ()))) for entry in self.entries)
        return (*listed, *alone)

    @cached_property
    def domains(self) -> tuple[str, ...]:
        """Domains that occur, in alphabetical order; the empty one (not known) last."""
        found = {each.domain for each in self.algorithms}
        return tuple(sorted(found, key=lambda name: (not name, name)))

    def within(self, domain: str) -> "Portfolio":
        """Give the part of one domain; the empty one is what has no domain."""
        kept = [each for each in self._everything if each.domain == domain]
        return Portfolio(
            self.on,
            self.framework,
            tuple(each.entry for each in kept if each.entry),
            tuple(self._of(kept)),
            self.links,
            domain,
        )

    def _of(self, algorithms: Iterable[Algorithm]) -> Iterable[AssessmentLine]:
        ids = {line.id for each in algorithms for line in each.assessments}
        return (line for line in self.assessments if line.id in ids)


def once(count: Callable[[Portfolio], Counted]) -> Callable[[Portfolio], Counted]:
    """Count once: a portfolio never changes, and a page asks for the same figures several times."""
    known: WeakKeyDictionary[Portfolio, Counted] = WeakKeyDictionary()

    @wraps(count)
    def counted(portfolio: Portfolio) -> Counted:
        if portfolio not in known:
            known[portfolio] = count(portfolio)
        return known[portfolio]

    return counted
