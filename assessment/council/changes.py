"""What changed between two overviews, algorithm by algorithm."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from assessment.council.overview import Overview, PublicAlgorithm


@dataclass(frozen=True)
class Changed:
    """One algorithm that stands in both overviews, with the names of the fields that differ."""

    before: PublicAlgorithm
    now: PublicAlgorithm
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Changes:
    """What is new, gone and different since `before`."""

    before: Overview
    now: Overview

    @cached_property
    def new(self) -> tuple[PublicAlgorithm, ...]:
        """Those that were not there."""
        return _besides(self.now.algorithms, _by_key(self.before))

    @cached_property
    def gone(self) -> tuple[PublicAlgorithm, ...]:
        """Those that are not there any more."""
        return _besides(self.before.algorithms, _by_key(self.now))

    @cached_property
    def settled(self) -> tuple[PublicAlgorithm, ...]:
        """Those that were set aside, until it was decided that they are no algorithm."""
        waiting = {each.key for each in self.now.set_aside}
        decided = _besides(self.before.set_aside, _by_key(self.now))
        return tuple(each for each in decided if each.key not in waiting)

    @cached_property
    def changed(self) -> tuple[Changed, ...]:
        """Those of which the council would want to know that something changed."""
        before = _by_key(self.before)
        pairs = ((before[each.key], each) for each in self.now.algorithms if each.key in before)
        found = (Changed(old, new, _differing(old, new)) for old, new in pairs)
        return tuple(each for each in found if each.fields)

    @property
    def is_empty(self) -> bool:
        """Nothing changed."""
        return not (self.new or self.gone or self.settled or self.changed)


# Weightiest first. Wording (purpose, texts, reasons) changes often and says nothing about the algorithm.
TOLD = ("ruling", "tier", "status", "working", "own_rating", "domain", "name")


def _differing(old: PublicAlgorithm, new: PublicAlgorithm) -> tuple[str, ...]:
    return tuple(name for name in TOLD if getattr(old, name) != getattr(new, name))


def _by_key(overview: Overview) -> Mapping[str, PublicAlgorithm]:
    return {each.key: each for each in overview.algorithms}


def _besides(
    found: Iterable[PublicAlgorithm], known: Mapping[str, PublicAlgorithm]
) -> tuple[PublicAlgorithm, ...]:
    return tuple(each for each in found if each.key not in known)
