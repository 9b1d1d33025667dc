"""The bundled fonts: which families there are, in which order they are tried, and what each one covers."""

import json
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "data" / "fonts"
COVERAGE = FOLDER / "coverage.json"

# The order in which a character looks for a font; the template uses the same list.
FILES: dict[str, tuple[str, ...]] = {
    "Source Sans 3": ("SourceSans3-Regular.ttf", "SourceSans3-SemiBold.ttf"),
    "Noto Sans": ("NotoSans-Regular.ttf",),
    "Noto Sans Arabic": ("NotoSansArabic-Regular.ttf",),
    "Noto Sans Hebrew": ("NotoSansHebrew-Regular.ttf",),
    "Noto Emoji": ("NotoEmoji-Regular.ttf",),
    "DejaVu Sans": ("DejaVuSans.ttf",),
}


@dataclass(frozen=True)
class Coverage:
    """The characters of one font family, as sorted starts and ends (inclusive) of ranges of code points."""

    family: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __contains__(self, character: object) -> bool:
        code = ord(str(character))
        place = bisect_right(self.starts, code) - 1
        return place >= 0 and code <= self.ends[place]

    def __iter__(self) -> Iterator[str]:
        for start, end in zip(self.starts, self.ends, strict=True):
            yield from map(chr, range(start, end + 1))


@cache
def coverages() -> tuple[Coverage, ...]:
    """Return what each family covers, in the order in which families are tried."""
    ranges = json.loads(COVERAGE.read_text(encoding="ascii"))
    return tuple(
        Coverage(family, tuple(a for a, _ in ranges[family]), tuple(b for _, b in ranges[family]))
        for family in FILES
    )


@cache
def family_of(character: str) -> str | None:
    """Return the first family that holds `character`, or None when no bundled font does."""
    return next((found.family for found in coverages() if character in found), None)
