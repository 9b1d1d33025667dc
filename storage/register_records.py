"""What comes out of the tables of the register, and what one asks of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum, auto
from uuid import UUID

from assessment.register.entry import Differences
from assessment.register.sheet import NUMBER

# What lists sort on, besides these fields: the number and the moment of the last change.
CHANGED = "gewijzigd"
# What the second look found: to filter on its signal, and to see first what it marks most.
LOOK = "tweede_blik"
FILTERS = ("domein", "status", "werking", "eigen_risico", "keuze_of_plicht")
SORTS = (NUMBER, "naam", *FILTERS, "volgende_datum", CHANGED, LOOK)


@dataclass(frozen=True)
class Wanted:
    """Which entries, in which order.

    `search`: every word of it stands in number, name, purpose or supplier. `filters`: per field of `FILTERS`,
    or `LOOK`, the values that will do, "" for what is not known. `sort` is one of `SORTS`.
    """

    search: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = NUMBER
    descending: bool = False


class ChangeKind(StrEnum):
    """What somebody did to an entry."""

    ADDED = auto()
    CHANGED = auto()
    LINKED = auto()  # to an assessment
    UNLINKED = auto()


@dataclass(frozen=True)
class EntryChange:
    """One step in the history of an entry: field -> (was, became).

    `nummer` stands for its number, `afweging` for the id of an assessment; all others are fields.
    """

    entry: UUID
    revision: int
    kind: ChangeKind
    detail: Differences
    author: str
    at: datetime


class EntryTaken(Exception):
    """Another entry has this number, or this name in this domain."""
