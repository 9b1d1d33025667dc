"""The self-scan: how far the organisation says it is, once a year, and what changed since the year before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from assessment.framework import Framework
from assessment.parts import Level
from assessment.portfolio.parts import BuildingBlock, MaturityDimension

Subject = MaturityDimension | BuildingBlock
DIMENSION, BLOCK = "dimensie", "bouwsteen"


@dataclass(frozen=True)
class Scan:
    """A self-scan of a year as somebody filled it in; a later one of the same year stands in its place.

    `levels`: key of a subject (see `subjects`) → level id; `notes`: what shows that it is so.
    """

    year: int
    framework_version: str
    levels: Mapping[str, str]
    author: str
    at: datetime
    notes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Step:
    """Where one subject stands, and what the next level asks; `height` counts from 1, None: not judged.

    `change`: how many levels higher (or lower) than the year before; None when there is nothing to compare.
    """

    key: str
    subject: Subject
    height: int | None
    label: str
    change: int | None
    note: str
    asks: str


@dataclass(frozen=True)
class History:
    """All self-scans, in the order in which they were filled in."""

    scans: tuple[Scan, ...] = ()

    @cached_property
    def by_year(self) -> Mapping[int, Scan]:
        """The last one of each year, the newest year first."""
        last = {scan.year: scan for scan in self.scans}
        return dict(sorted(last.items(), reverse=True))

    @property
    def latest(self) -> Scan | None:
        """The scan of the newest year."""
        return next(iter(self.by_year.values()), None)

    def before(self, year: int) -> Scan | None:
        """Give the scan of the last year before this one."""
        return next((scan for scan in self.by_year.values() if scan.year < year), None)


def subjects(framework: Framework) -> Mapping[str, Subject]:
    """Give what a self-scan judges, by key: the maturity dimensions, then the building blocks.

    A key tells the sort too: a dimension and a building block may have the same id.
    """
    dimensions = {f"{DIMENSION}:{each.id}": each for each in framework.maturity_dimensions}
    blocks = {f"{BLOCK}:{each.id}": each for each in framework.building_blocks}
    return {**dimensions, **blocks}


def steps(framework: Framework, scan: Scan, before: Scan | None) -> tuple[Step, ...]:
    """Tell where every subject stands in a scan, against an earlier one."""
    levels = framework.maturity_levels
    return tuple(_step(levels, key, subject, scan, before) for key, subject in subjects(framework).items())


def _step(levels: tuple[Level, ...], key: str, subject: Subject, scan: Scan, before: Scan | None) -> Step:
    now, then = _height(levels, scan, key), _height(levels, before, key) if before else None
    following = levels[now or 0] if (now or 0) < len(levels) else None
    return Step(
        key,
        subject,
        now,
        levels[now - 1].label if now else "",
        now - then if now and then else None,
        scan.notes.get(key, ""),
        subject.levels[following.id] if following else "",
    )


def _height(levels: Iterable[Level], scan: Scan, key: str) -> int | None:
    chosen = scan.levels.get(key)
    return next((height for height, level in enumerate(levels, start=1) if level.id == chosen), None)
