"""Faults in a framework: where, what is wrong, and what would be right. All at once, never one at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from texts import _


@dataclass(frozen=True, order=True)
class Fault:
    """One fault in a file; `line` counts from 1."""

    file: str
    line: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: {self.message}"
        return f"{place}\n  {self.hint}" if self.hint else place


class FrameworkFaults(Exception):
    """The framework cannot be used; `faults` says everything that is wrong with it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Suggest the known name nearest to `word`, or say nothing."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return _("Bedoel je '{name}'?").format(name=near[0]) if near else ""


def shown_path(file: Path, root: Path) -> str:
    """Give the path of a file as people know it: from the folder they stand in, when it lies there."""
    try:
        return str(file.relative_to(root))
    except ValueError:
        return str(file)
