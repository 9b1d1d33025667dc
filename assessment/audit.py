"""The audit trail as a chain: each entry holds the hash of the one before it.

Whoever changes, removes, inserts or moves an entry breaks the chain there. The head, kept apart from the
entries, tells where a chain ends, so that the last entries cannot disappear unseen either.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Any

from assessment.snapshot import canonical, sha256
from texts import _

START = "0" * 64  # stands before the first entry
# What an entry says of the row it is about: its table, its key there, and the hash of its content.
TABLE, ROW, SHA256 = "table", "row", "sha256"

Claimed = tuple[str, str]  # a table and a row in it


@dataclass(frozen=True)
class Head:
    """The end of a chain: the number and the hash of its last entry."""

    number: int = 0
    hash: str = START


@dataclass(frozen=True)
class Note:
    """Something that happened: who did what (`event`), where (`about`), `detail` as canonical JSON."""

    who: str
    event: str
    about: str
    detail: str

    @property
    def details(self) -> Mapping[str, Any]:
        """The detail as data; nothing when somebody spoilt it, so that an entry can always be shown."""
        try:
            found = json.loads(self.detail)
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}


@dataclass(frozen=True)
class Entry(Note):
    """A note in the chain with this name. `at` is a moment in UTC as ISO text, exactly what was hashed."""

    chain: str
    number: int
    at: str
    previous: str
    hash: str

    @property
    def moment(self) -> datetime | None:
        """When it happened; None when somebody spoilt it."""
        try:
            return datetime.fromisoformat(self.at)
        except ValueError:
            return None

    @property
    def head(self) -> Head:
        """The head of a chain that ends here."""
        return Head(self.number, self.hash)


class Kind(Enum):
    """What is wrong with a trail."""

    CHANGED = auto()
    REMOVED = auto()
    CUT = auto()
    ADDED = auto()
    BROKEN = auto()
    HEAD = auto()
    FORGOTTEN = auto()
    ROW_CHANGED = auto()
    ROW_REMOVED = auto()
    ROW_ADDED = auto()
    UNREADABLE = auto()


@dataclass(frozen=True)
class Fault:
    """One place where a trail, or what it tells of, is not as it was written."""

    kind: Kind
    place: str

    def __str__(self) -> str:
        return f"{self.place}: {_said(self.kind)}"


def link(head: Head, chain: str, at: str, note: Note) -> Entry:
    """Make the entry that follows `head`."""
    said = (note.who, note.event, note.about, note.detail)
    number = head.number + 1
    return Entry(*said, chain, number, at, head.hash, _digest(chain, number, at, *said, head.hash))


def verify(entries: Sequence[Entry], head: Head) -> list[Fault]:
    """List where a chain, given in the order of its numbers, is not as it was written; empty when all is."""
    faults: list[Fault] = []
    before = Head()
    for entry in entries:
        faults += _faults(entry, before)
        before = entry.head
    return faults + _end(before, head)


def _faults(entry: Entry, before: Head) -> Iterable[Fault]:
    if entry.number > before.number + 1:
        yield Fault(Kind.REMOVED, _entries(before.number + 1, entry.number - 1))
    elif entry.number <= before.number or entry.previous != before.hash:
        yield Fault(Kind.BROKEN, _entries(entry.number, entry.number))
    if entry.hash != _hash_of(entry):
        yield Fault(Kind.CHANGED, _entries(entry.number, entry.number))


def _end(last: Head, head: Head) -> list[Fault]:
    if last.number < head.number:
        return [Fault(Kind.CUT, _entries(last.number + 1, head.number))]
    if last.number > head.number:
        return [Fault(Kind.ADDED, _entries(head.number + 1, last.number))]
    return [] if last == head else [Fault(Kind.HEAD, _entries(last.number, last.number))]


def remembers(entries: Sequence[Entry], noted: Head) -> list[Fault]:
    """Compare a chain with a head of it that somebody noted earlier, outside the database."""
    known = {entry.number: entry.hash for entry in entries} | {0: START}
    if known.get(noted.number) == noted.hash:
        return []
    return [Fault(Kind.FORGOTTEN, _entries(noted.number, noted.number))]


def claims(entries: Iterable[Entry]) -> dict[Claimed, str]:
    """Give the hash of each row that the entries tell of; the last entry about a row counts."""
    found: dict[Claimed, str] = {}
    for entry in entries:
        detail = entry.details
        if TABLE in detail:
            found[str(detail[TABLE]), str(detail.get(ROW))] = str(detail.get(SHA256))
    return found


def compare(claimed: Mapping[Claimed, str], rows: Mapping[Claimed, str]) -> list[Fault]:
    """Compare what the entries tell of rows with the rows as they are now."""
    faults = []
    for key in sorted(claimed.keys() | rows.keys()):
        place = _("rij {row} van {table}").format(table=key[0], row=key[1])
        if key not in rows:
            faults.append(Fault(Kind.ROW_REMOVED, place))
        elif key not in claimed:
            faults.append(Fault(Kind.ROW_ADDED, place))
        elif rows[key] != claimed[key]:
            faults.append(Fault(Kind.ROW_CHANGED, place))
    return faults


def _hash_of(entry: Entry) -> str:
    said = (entry.who, entry.event, entry.about, entry.detail)
    return _digest(entry.chain, entry.number, entry.at, *said, entry.previous)


def _digest(*fields: str | int) -> str:
    return sha256(canonical(fields))


def _entries(first: int, last: int) -> str:
    if first == last:
        return _("stap {number} in het logboek").format(number=first)
    return _("stap {first} tot en met {last} in het logboek").format(first=first, last=last)


def _said(kind: Kind) -> str:
    return {
        Kind.CHANGED: _("is veranderd"),
        Kind.REMOVED: _("ontbreekt"),
        Kind.CUT: _("ontbreekt aan het eind"),
        Kind.ADDED: _("kwam erbij na het eind"),
        Kind.BROKEN: _("past niet achter de stap ervoor: een van de twee is vervangen of ertussen gezet"),
        Kind.HEAD: _("is niet de laatste stap die bij dit logboek bewaard is"),
        Kind.FORGOTTEN: _("is niet de stap die buiten de database is genoteerd"),
        Kind.ROW_CHANGED: _("zegt iets anders dan toen dit in het logboek kwam"),
        Kind.ROW_REMOVED: _("is weg, en staat wel in het logboek"),
        Kind.ROW_ADDED: _("staat niet in het logboek"),
        Kind.UNREADABLE: _("is niet te lezen"),
    }[kind]
