"""The cost sheet of an assessment: every amount of both columns, and what the sum rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from assessment.costs.formula import Item
from assessment.costs.parts import Basis
from assessment.costs.quantity import Quantity
from assessment.costs.result import Pair


@dataclass(frozen=True)
class Entry:
    """A number under the sum. `moved`: between which values it is moved to see how much it matters."""

    key: str
    name: str
    unit: str
    quantity: Quantity
    moved: tuple[Decimal, Decimal]


@dataclass(frozen=True)
class Line:
    """A row of the table: its item per side, None where that alternative has no such cost.

    `id`: of the line in the framework, or of the question that holds a line of one's own.
    """

    id: str
    name: str
    basis: Basis
    items: Pair[Item | None]


@dataclass(frozen=True)
class Sheet:
    """Everything that the comparison is computed from; equal sheets give equal comparisons."""

    entries: tuple[Entry, ...]
    lines: tuple[Line, ...]
    horizon: int

    @cached_property
    def by_key(self) -> Mapping[str, Entry]:
        """Entries by key."""
        return {entry.key: entry for entry in self.entries}

    @cached_property
    def sides(self) -> Pair[tuple[Item, ...]]:
        """All items of each alternative."""
        return Pair(
            _given(line.items.with_ for line in self.lines), _given(line.items.without for line in self.lines)
        )


def _given(items: Iterable[Item | None]) -> tuple[Item, ...]:
    return tuple(item for item in items if item is not None)
