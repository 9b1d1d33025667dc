"""How long it takes to re-judge a million assessments in another version of the framework.

The answers are mixed from the worked cases, so that nearly every assessment differs from every other; the
other version is a copy in which a threshold, a question and a day differ. Reading from a database is measured
apart, because it takes as long as the database does.
"""

import random
import resource
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import perf_counter

from assessment.answers import Answers
from assessment.cases import load_cases, read_answers
from assessment.columns.comparing import Comparison
from assessment.columns.rejudging import Tally, rejudge
from assessment.loader import load
from benchmarks.measure import Figure
from services import frameworks
from tests.versions import second_version

ON = date(2026, 11, 22)
COUNT = 1_000_000
CHANGED = 12  # answers of each assessment that come from another case


def figures() -> list[Figure]:
    """Re-judge, from answers as the app holds them to the list of what changes."""
    framework = frameworks.current()
    with tempfile.TemporaryDirectory() as folder:
        comparison = Comparison(framework, load(second_version(Path(folder))), ON)
    tally = Tally()
    made = Timed(sets())
    begun = perf_counter()
    rejudge(comparison, made, tally, lambda: True)
    spent = perf_counter() - begun - made.spent
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [
        Figure(f"re-judge {tally.seen:,} assessments", spent, "s", 60),
        Figure(f"  of which {tally.changed:,} change; memory at most", peak, "MB"),
    ]


class Timed:
    """Answer sets made on demand, so that a million of them need no memory; making them is left out."""

    def __init__(self, sets: Iterator[tuple[str, Answers]]) -> None:
        self.spent = 0.0
        self._sets = sets

    def __iter__(self) -> Iterator[tuple[str, Answers]]:
        return self

    def __next__(self) -> tuple[str, Answers]:
        """Make the next one."""
        begun = perf_counter()
        try:
            return next(self._sets)
        finally:
            self.spent += perf_counter() - begun


def sets() -> Iterator[tuple[str, Answers]]:
    """Mix a million sets of answers, each with a name."""
    framework = frameworks.current()
    cases = load_cases(frameworks.folder(framework.version))
    known = [read_answers(framework, case.answers) for case in cases]
    pick = random.Random(2026)
    for number in range(COUNT):
        answers, other = dict(pick.choice(known)), pick.choice(known)
        for question in pick.sample(list(other), min(CHANGED, len(other))):
            answers[question] = other[question]
        yield str(number), answers
