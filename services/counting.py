"""Counting what a version of the framework touches: here, or for many assessments in another process."""

import pickle
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import settings
from assessment.answers import Answers
from assessment.columns.coding import Coding
from assessment.columns.judging import judge
from assessment.framework import Framework
from storage.store import Transaction

AT_ONCE = 500


@dataclass(frozen=True)
class Request:
    """What to count: what `framework` touches in the database at `url`, as of the day `on`."""

    url: str
    framework: Framework
    on: date


@dataclass(frozen=True)
class Touched:
    """In how many assessments of one version (`total`) each question, rule and instrument plays a part.

    `questions`: it was answered, in assessments of any version. `rules`: it counts, on the answers of `at`.
    `instruments`: it is needed, or recommended.
    """

    total: int
    questions: Mapping[str, int]
    rules: Mapping[str, int]
    instruments: Mapping[str, int]
    at: datetime


def count_elsewhere(request: Request) -> Touched:
    """Count in another process, and wait for it. Raises OSError, subprocess.SubprocessError."""
    done = subprocess.run(
        [sys.executable, "-m", "services.count_worker"],
        cwd=settings.ROOT,
        input=pickle.dumps(request),
        stdout=subprocess.PIPE,
        check=True,
    )
    found: Touched = pickle.loads(done.stdout)  # noqa: S301 - from our own process
    return found


def count(tx: Transaction, framework: Framework, on: date) -> Touched:
    """Count what a version touches, on the answers of now."""
    coding = Coding(framework)
    total, rules, instruments = 0, Counter[str](), Counter[str]()
    for sets in _answers(tx, framework.version):
        judged = judge(coding, coding.encode(sets), on)
        total += len(sets)
        for bounds in (*judged.dimensions.values(), *judged.instruments.values()):
            rules.update({rule: int((height > 0).sum()) for rule, height in bounds.raised.items()})
        for name, bounds in judged.instruments.items():
            instruments[name] += int((bounds.counted > 0).sum())
    return Touched(total, tx.judging.answered(), rules, instruments, tx.now)


def _answers(tx: Transaction, version: str) -> Iterator[list[Answers]]:
    last = None
    while found := tx.judging.after(last, AT_ONCE):
        last = found[-1].id
        mine = [each.id for each in found if each.framework_version == version]
        if mine:
            replies = tx.judging.replies(found[0].id, found[-1].id)
            yield [replies.get(each, {}) for each in mine]
