"""The framework in view: what it says, what it touches, and what differs between two versions."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from assessment.answers import Answers
from assessment.catalogue.differences import Difference, differences
from assessment.catalogue.items import Item, catalogue
from assessment.columns.coding import Coding
from assessment.columns.judging import judge
from assessment.framework import Framework
from services import access, frameworks
from services.access import Action
from services.users import User
from storage.store import Store, Transaction
from texts import language

AT_ONCE = 500
# Counting ten thousand assessments takes seconds, and nobody needs it to the minute.
FRESH = timedelta(minutes=10)


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


_KEPT: dict[tuple[str, str], Touched] = {}


def items(store: Store, user: User, version: str) -> tuple[Item, ...]:
    """Give every part of a version in words. Raises UnknownFramework, NotAllowed."""
    return _items(opened(store, user, version).version, language())


def opened(store: Store, user: User, version: str) -> Framework:
    """Give a version. Raises UnknownFramework, NotAllowed."""
    with store.reading() as tx:
        access.require(tx, user, Action.SEE_FRAMEWORK)
    return frameworks.get(version)


def compare(store: Store, user: User, old: str, new: str) -> list[Difference]:
    """Give what differs between two versions, in words. Raises UnknownFramework, NotAllowed."""
    return differences(opened(store, user, old), opened(store, user, new))


def touched(store: Store, user: User, version: str, on: date) -> Touched:
    """Count what a version touches; the counts may be ten minutes old.

    Raises UnknownFramework, NotAllowed.
    """
    framework = opened(store, user, version)
    key = (str(store.engine.url), framework.hash)
    with store.reading() as tx:
        known = _KEPT.get(key)
        if known is None or not tx.now - FRESH <= known.at <= tx.now:
            known = _KEPT[key] = _count(tx, framework, on)
    return known


@lru_cache(maxsize=8)
def _items(version: str, _language: str) -> tuple[Item, ...]:
    return catalogue(frameworks.get(version))


def _count(tx: Transaction, framework: Framework, on: date) -> Touched:
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
            replies = tx.portfolio.replies(mine)
            yield [replies.get(each, {}) for each in mine]
