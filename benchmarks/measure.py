"""Figures: what was measured, the target, and how to print them."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from time import perf_counter


@dataclass(frozen=True)
class Figure:
    """One measured figure; `target` is an upper bound, or a lower bound when `at_least`."""

    name: str
    value: float
    unit: str
    target: float | None = None
    at_least: bool = False

    @property
    def verdict(self) -> str:
        """Say whether the target was met."""
        if self.target is None:
            return ""
        met = self.value >= self.target if self.at_least else self.value <= self.target
        return "yes" if met else "NO"

    def as_json(self) -> dict[str, object]:
        """Return the figure for bench.json."""
        return asdict(self) | {"met": {"yes": True, "NO": False}.get(self.verdict)}


def times(action: Callable[[], object], count: int) -> list[float]:
    """Return how many milliseconds each of `count` calls takes."""
    spent = []
    for _number in range(count):
        begun = perf_counter()
        action()
        spent.append((perf_counter() - begun) * 1000)
    return spent


def p95(values: Sequence[float]) -> float:
    """Return the value that 95 of 100 stay under."""
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as a table for a terminal."""
    rows = [("figure", "value", "target", "met")]
    for figure in figures:
        sign = ">=" if figure.at_least else "<="
        target = "" if figure.target is None else f"{sign} {figure.target:g} {figure.unit}"
        rows.append((figure.name, f"{figure.value:.3g} {figure.unit}", target, figure.verdict))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    return "\n".join(line.rstrip() for line in [lines[0], "-" * len(lines[0]), *lines[1:]])
