"""Rule changes: what another version of the framework would do to everything, before it is adopted.

The work runs in a process of its own. A look belongs to a user and outlives the page that started it: who
comes back finds it running, or done.
"""

import atexit
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import IO, cast
from uuid import UUID

import settings
from assessment.columns.by_hand import ByHand
from assessment.columns.changes import Change
from assessment.columns.rejudging import Tally
from assessment.framework import Framework
from services import access, frameworks
from services.access import Action
from services.errors import Refused
from services.rejudge_work import Found, Progress, Request
from services.users import User
from storage.store import Store, Transaction
from texts import _

__all__ = [
    "Found",
    "Look",
    "Progress",
    "Row",
    "State",
    "Tally",
    "framework_of",
    "named",
    "standing",
    "start",
    "stop",
]

AT_ONCE = 2
KEPT = 8


class State(Enum):
    """How a look stands."""

    BUSY = "bezig"
    DONE = "klaar"
    STOPPED = "gestopt"
    FAILED = "mislukt"


class Busy(Refused):
    """Others are looking already."""

    def __init__(self) -> None:
        super().__init__(
            _("Er lopen al {count} berekeningen. Wacht tot er een klaar is en probeer het opnieuw.").format(
                count=AT_ONCE
            )
        )


@dataclass
class Look:
    """One look of one user at what `framework` would change, as of the day `on`."""

    framework: Framework
    on: date
    begun: datetime
    process: "subprocess.Popen[bytes]" = field(repr=False)
    state: State = State.BUSY
    progress: Progress = field(default_factory=lambda: Progress(0, 0))
    found: Found = field(default_factory=Found, repr=False)


@dataclass(frozen=True)
class Row:
    """An assessment or an entry with a change; `old` is the version it was judged in, None for an entry.

    `by_hand` is what applies when a person set a level in it; then `change` may be empty.
    """

    id: UUID
    old: str | None
    change: Change
    by_hand: ByHand | None


@dataclass(frozen=True)
class Named(Row):
    """A row with what people call it; None for whoever may not read it."""

    name: str | None


_LOOKS: dict[tuple[str, str], Look] = {}
_LOCK = threading.Lock()


def start(store: Store, user: User, framework: Framework, on: date) -> Look:
    """Begin to look; an earlier look of this user is dropped. Raises Busy, NotAllowed."""
    with store.reading() as tx:
        _require(tx, user)
        now = tx.now
    with _LOCK:
        _drop(_LOOKS.pop(_key(store, user), None))
        if sum(look.state is State.BUSY for look in _LOOKS.values()) >= AT_ONCE:
            raise Busy
        while len(_LOOKS) >= KEPT:
            _drop(_LOOKS.pop(next(iter(_LOOKS))))
        look = _LOOKS[_key(store, user)] = Look(framework, on, now, _begin())
    request = Request(store.engine.url.render_as_string(hide_password=False), framework, on)
    threading.Thread(target=_follow, args=(look, request), daemon=True, name="rejudging").start()
    return look


def standing(store: Store, user: User) -> Look | None:
    """Give the look of this user; None when there is none. Raises NotAllowed."""
    with store.reading() as tx:
        _require(tx, user)
    return _LOOKS.get(_key(store, user))


def stop(store: Store, user: User) -> None:
    """Stop looking; what was found so far is dropped. Raises NotAllowed."""
    look = standing(store, user)
    if look and look.state is State.BUSY:
        look.state = State.STOPPED
        _drop(look)


def framework_of(look: Look) -> Framework:
    """Give the version that was tried, in the language of the reader when it is installed."""
    tried = look.framework
    if tried.version in frameworks.versions():
        installed = frameworks.get(tried.version)
        if installed.hash == tried.hash:
            return installed
    return tried


def rows(look: Look, *, counting: bool = True) -> list[Row]:
    """List what changes, assessments first; `counting`: only what changes on what was said so far."""
    tallies: list[tuple[str | None, Tally]] = [*look.found.assessments.items(), (None, look.found.entries)]
    return [
        row
        for old, tally in tallies
        for row in _rows(old, tally, look.found.by_hand.get(old or "", {}))
        if row.change.counts or not counting or (row.by_hand and row.by_hand.effects)
    ]


def _rows(old: str | None, tally: Tally, set_: Mapping[str, ByHand]) -> Iterator[Row]:
    told = set()
    for key, change in tally.rows:
        told.add(key)
        yield Row(UUID(key), old, change, set_.get(key))
    # The rules may come out the same, and still ask for something else at a tier that a person set.
    for key, found in set_.items():
        if found.effects and key not in told:
            yield Row(UUID(key), old, Change(()), found)


def named(store: Store, user: User, wanted: Sequence[Row]) -> list[Named]:
    """Give rows the names that this user may read. Raises NotAllowed."""
    with store.reading() as tx:
        _require(tx, user)
        ids = [row.id for row in wanted if row.old is not None]
        entries = {e.id: e.name for e in tx.register.of_ids([row.id for row in wanted if row.old is None])}
        names = _titles(tx, user, ids) | entries
    return [Named(row.id, row.old, row.change, row.by_hand, names.get(row.id)) for row in wanted]


def _titles(tx: Transaction, user: User, ids: list[UUID]) -> dict[UUID, str]:
    found: dict[UUID, str] = {}
    for start_ in range(0, len(ids), 500):
        found |= tx.judging.titles(ids[start_ : start_ + 500])
    if access.allows(tx, user, Action.READ):
        return found
    held = {id_: tx.assessments.find(id_) for id_ in found}
    return {id_: title for id_, title in found.items() if access.allows(tx, user, Action.READ, held[id_])}


def _require(tx: Transaction, user: User) -> None:
    access.require(tx, user, Action.KEEP_FRAMEWORK)


def _key(store: Store, user: User) -> tuple[str, str]:
    return str(store.engine.url), user.name


def _begin() -> "subprocess.Popen[bytes]":
    # A session of its own: Ctrl-C is for the app, which stops its workers itself.
    return subprocess.Popen(
        [sys.executable, "-m", "services.rejudge_worker"],
        cwd=settings.ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )


def _follow(look: Look, request: Request) -> None:
    """Hand over the request and listen until the process is done, or gone."""
    sent, told = cast(IO[bytes], look.process.stdin), cast(IO[bytes], look.process.stdout)
    try:
        pickle.dump(request, sent)
        sent.close()
        while look.state is State.BUSY:
            message = pickle.load(told)  # noqa: S301 - from our own process
            if isinstance(message, Progress):
                look.progress = message
            else:
                look.found, look.state = message, State.DONE
    except (OSError, EOFError, pickle.UnpicklingError):
        # Its own words went to the log of the server.
        if look.state is State.BUSY:
            look.state = State.FAILED
    finally:
        _drop(look)
        told.close()
        with suppress(OSError):
            sent.close()


def _drop(look: Look | None) -> None:
    if look:
        look.process.kill()
        look.process.wait()


def _drop_all() -> None:
    for look in list(_LOOKS.values()):
        _drop(look)


atexit.register(_drop_all)
