"""Re-judging everything in the database in another version of the framework, piece by piece."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from assessment.answers import Answers
from assessment.columns.by_hand import ByHand, by_hand
from assessment.columns.comparing import Comparison
from assessment.columns.rejudging import Tally, add
from assessment.framework import Framework
from assessment.override import Override
from assessment.register.entry import Entry
from assessment.second_look import reading
from assessment.second_look.known import statements
from services import frameworks
from services.errors import UnknownFramework
from storage.store import Store

AT_ONCE = 500


@dataclass(frozen=True)
class Request:
    """What to do: judge everything in the database at `url` as of the day `on` in another version."""

    url: str
    framework: Framework
    on: date


@dataclass
class Found:
    """What changes: per version in which assessments were made, and for entries without an assessment.

    `by_hand` has, per version again, what applies in each assessment in which a person set a level; the rest
    goes by what is computed. `same` counts assessments of this very version already, `unreadable` those whose
    version is not on this server any more.
    """

    assessments: dict[str, Tally] = field(default_factory=dict)
    by_hand: dict[str, dict[str, ByHand]] = field(default_factory=dict)
    entries: Tally = field(default_factory=Tally)
    same: int = 0
    unreadable: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Progress:
    """How far the work is."""

    done: int
    total: int


class Rejudging:
    """One look at everything; `progress` yields until all is found."""

    def __init__(self, store: Store, request: Request) -> None:
        self.found = Found()
        self._store, self._request = store, request
        self._comparisons: dict[str, Comparison | None] = {}
        self._overrides: Mapping[str, Mapping[str, Override]] = {}

    def progress(self) -> Iterator[Progress]:
        """Judge everything in pieces, and tell after each how far it is."""
        with self._store.reading() as tx:
            total, entries, tied = tx.judging.count(), tx.register.all(), set(tx.register.links().values())
            self._overrides = {str(id_): made for id_, made in tx.portfolio.overrides().items()}
        free = [entry for entry in entries if entry.id not in tied]
        total += len(free)
        done = 0
        for done in self._assessments():
            yield Progress(min(done, total), total)
        self._entries(free)
        yield Progress(max(done + len(free), total), max(done + len(free), total))

    def _assessments(self) -> Iterator[int]:
        last: UUID | None = None
        done = 0
        while True:
            # A transaction for each piece: a long one would keep the database from tidying up.
            with self._store.reading() as tx:
                found = tx.judging.after(last, AT_ONCE)
                replies = tx.judging.replies(found[0].id, found[-1].id) if found else {}
            if not found:
                return
            by_version: dict[str, list[UUID]] = {}
            for each in found:
                by_version.setdefault(each.framework_version, []).append(each.id)
            for version, ids in by_version.items():
                self._add(version, [(str(id_), replies.get(id_, {})) for id_ in ids])
            last, done = found[-1].id, done + len(found)
            yield done

    def _add(self, version: str, part: list[tuple[str, Answers]]) -> None:
        comparison = self._comparison(version)
        if comparison is None:
            self.found.unreadable[version] += len(part)
        elif comparison.old.hash == comparison.new.hash:
            self.found.same += len(part)
        else:
            add(comparison, part, self.found.assessments.setdefault(version, Tally()))
            self._settle(comparison, part)

    def _settle(self, comparison: Comparison, part: list[tuple[str, Answers]]) -> None:
        """Look at each assessment in which a person set something: there more counts than the rules."""
        old, new = comparison.old, comparison.new
        for key, answers in part:
            if overrides := self._overrides.get(key):
                found = by_hand(old, new, answers, overrides, comparison.on)
                if found:
                    self.found.by_hand.setdefault(old.version, {})[key] = found

    def _entries(self, entries: list[Entry]) -> None:
        old = frameworks.current()
        comparison = Comparison(old, self._request.framework, self._request.on)
        guide = reading.shipped()
        for start in range(0, len(entries), AT_ONCE):
            part = [
                (
                    str(entry.id),
                    {each.question: each.value for each in statements(guide, old, entry.values)},
                )
                for entry in entries[start : start + AT_ONCE]
            ]
            add(comparison, part, self.found.entries)

    def _comparison(self, version: str) -> Comparison | None:
        if version not in self._comparisons:
            made = None
            with suppress(UnknownFramework):
                made = Comparison(frameworks.get(version), self._request.framework, self._request.on)
            self._comparisons[version] = made
        return self._comparisons[version]
