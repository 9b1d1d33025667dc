"""Figures of a report: what they show, apart from how it is drawn. Each has an alternative text."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from reports.required import require

# How serious something is. A renderer may give each a colour, but the words beside it must say the same.
Tone = Literal["neutral", "calm", "notice", "serious", "stop"]
# Places along an axis are whole numbers from 0 to this: exact, and never a NaN on the page.
AXIS = 10_000


@dataclass(frozen=True)
class Scale:
    """Figure: steps from low to high, of which `low` up to and including `high` (indexes) are possible."""

    steps: tuple[str, ...]
    low: int
    high: int
    tone: Tone
    alt: str

    def __post_init__(self) -> None:
        require(self.alt, "alternative text")
        if not 0 <= self.low <= self.high < len(self.steps):
            raise ValueError(f"{self.low} to {self.high} lies outside the scale {self.steps}")


@dataclass(frozen=True)
class Bar:
    """One instrument in the timeline: its phase (index), status, that status in a word, effort."""

    label: str
    phase: int
    status: Literal["required", "policy", "advised"]
    word: str
    effort: str
    note: str = ""


@dataclass(frozen=True)
class Timeline:
    """Figure: what has to be done in which phase; `effort` is the header above the effort of each bar."""

    phases: tuple[str, ...]
    bars: tuple[Bar, ...]
    effort: str
    alt: str

    def __post_init__(self) -> None:
        require(self.alt, "alternative text")
        if any(not 0 <= bar.phase < len(self.phases) for bar in self.bars):
            raise ValueError("a bar lies outside the phases")


@dataclass(frozen=True)
class Tick:
    """A text at a place along an axis: 0 is where the axis begins, AXIS where it ends."""

    place: int
    text: str


@dataclass(frozen=True)
class Reach:
    """A line at one place across: its height, and the bands around it from the widest to the narrowest."""

    lowest: int
    low: int
    line: int
    high: int
    highest: int

    def __post_init__(self) -> None:
        heights = (self.lowest, self.low, self.high, self.highest)
        inside = 0 <= self.lowest <= self.line <= self.highest <= AXIS
        if not inside or any(one > next_one for one, next_one in pairwise(heights)):
            raise ValueError(f"no band within the axis: {self}")


@dataclass(frozen=True)
class Line:
    """A line with its bands. `label` and `value` stand at its end, at the height `label_at`.

    The look tells lines apart without colour; so do the words beside them.
    """

    label: str
    value: str
    look: Literal["solid", "dashed"]
    reaches: tuple[Reach, ...]
    label_at: int


@dataclass(frozen=True)
class Lines:
    """Figure: lines with bands around them, over steps that are equally far apart (`across`).

    `meaning`: in words what the line, the inner and the outer band are.
    """

    lines: tuple[Line, ...]
    across: tuple[str, ...]
    up: tuple[Tick, ...]
    up_title: str
    meaning: tuple[str, str, str]
    alt: str

    def __post_init__(self) -> None:
        require(self.alt, "alternative text")
        if any(len(line.reaches) != len(self.across) for line in self.lines) or len(self.across) < 2:
            raise ValueError(f"lines of {len(self.across)} steps do not have as many heights")
        if any(not 0 <= tick.place <= AXIS for tick in self.up):
            raise ValueError("a tick lies outside the axis")


@dataclass(frozen=True)
class Leaning:
    """A bar that leans to where people stand: how many chose each step, from the lowest to the highest.

    Half of the middle step lies on either side of the middle of the figure.
    """

    label: str
    counts: tuple[int, ...]

    @property
    def sides(self) -> tuple[int, int]:
        """How far the bar reaches to the left and to the right, in halves."""
        middle = len(self.counts) // 2
        half = self.counts[middle]
        return 2 * sum(self.counts[:middle]) + half, 2 * sum(self.counts[middle + 1 :]) + half


@dataclass(frozen=True)
class Leanings:
    """Figure: bars that lean to where people stand, with `ends` in words under both sides.

    `reach` (in halves) is how far either side of the figure goes: the same in figures that are compared.
    """

    bars: tuple[Leaning, ...]
    reach: int
    ends: tuple[str, str]
    alt: str

    def __post_init__(self) -> None:
        require(self.alt, "alternative text")
        if any(len(bar.counts) % 2 == 0 for bar in self.bars):
            raise ValueError("a scale without a middle leans to no side")
        if any(side > self.reach for bar in self.bars for side in bar.sides):
            raise ValueError("a bar reaches outside the figure")
