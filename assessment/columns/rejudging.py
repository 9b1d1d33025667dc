"""Re-judge any number of assessments in chunks: memory stays bounded, one can watch, and stop."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from assessment.answers import Answers
from assessment.columns.changes import Change, Subject
from assessment.columns.comparing import Comparison

CHUNK = 10_000
# A list that nobody reads to its end: counted is everything, kept are so many.
KEPT = 100_000

Levels = Counter[tuple[str, str]]


@dataclass
class Tally:
    """What re-judging found so far.

    `changed` counts assessments with another level on what was said; `opened` those of which only the bounds
    moved. `levels` counts per dimension and instrument (level before, level after), `open` per question how
    many assessments have to answer it anew. `rows` holds the first `KEPT` with a change, by their key.
    """

    seen: int = 0
    changed: int = 0
    opened: int = 0
    levels: dict[Subject, Levels] = field(default_factory=dict)
    open: Counter[str] = field(default_factory=Counter)
    rows: list[tuple[str, Change]] = field(default_factory=list)

    @property
    def is_cut(self) -> bool:
        """There are more changes than are kept."""
        return self.changed + self.opened > len(self.rows)


def rejudge(
    comparison: Comparison,
    sets: Iterable[tuple[str, Answers]],
    tally: Tally,
    tell: Callable[[], bool],
    *,
    chunk: int = CHUNK,
) -> bool:
    """Compare the answer sets (each with a key) and add what is found to `tally`.

    After each chunk `tell` is asked whether to go on; the result says whether everything was judged.
    """
    for part in _chunks(sets, chunk):
        add(comparison, part, tally)
        if not tell():
            return False
    return True


def add(comparison: Comparison, part: Sequence[tuple[str, Answers]], tally: Tally) -> None:
    """Compare some answer sets, each with its key, and add what is found to `tally`."""
    compared = comparison.compare([answers for _key, answers in part])
    tally.seen += len(part)
    tally.open.update(compared.open)
    for subject, counts in compared.levels.items():
        tally.levels.setdefault(subject, Counter()).update(counts)
    for (key, _answers), change in zip(part, compared.changes, strict=True):
        if change is not None:
            tally.changed += change.counts
            tally.opened += not change.counts
            if len(tally.rows) < KEPT:
                tally.rows.append((key, change))


def _chunks(sets: Iterable[tuple[str, Answers]], size: int) -> Iterator[list[tuple[str, Answers]]]:
    rest = iter(sets)
    while part := list(islice(rest, size)):
        yield part
