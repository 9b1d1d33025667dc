"""The second look at entries of the register, for whoever may see them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from assessment.framework import Framework
from assessment.parts import Question
from assessment.register.entry import Entry
from assessment.second_look.look import Judgement, Look
from assessment.second_look.settling import settling_question
from services import access, looks, register
from services.access import Action
from services.users import User
from storage.looks import Looked
from storage.register_records import LOOK, Wanted
from storage.store import Store

__all__ = ["Looked", "Seen"]

# Trying out every answer takes 30 ms; thousands of entries of which as much is known share one question.
_SETTLING: dict[Judgement, Question | None] = {}


@dataclass(frozen=True)
class Seen:
    """A second look at one entry, with the question that would settle most.

    `weighed`: an assessment of it is finished, which says more than any second look.
    """

    entry: Entry
    look: Look
    question: Question | None
    framework: Framework
    weighed: bool = False


def page(
    store: Store, user: User, signals: tuple[str, ...] = (), *, limit: int, offset: int = 0
) -> list[Seen]:
    """List one page of the entries with these signals (all without any), those rated too low first.

    Raises NotAllowed.
    """
    wanted = _wanted(signals)
    return _marked(store, register.page(store, user, wanted, limit=limit, offset=offset))


def every(store: Store, user: User, signals: tuple[str, ...] = ()) -> list[Seen]:
    """List all entries with these signals, for a file. Raises NotAllowed."""
    return _marked(store, register.every(store, user, _wanted(signals)))


def count(store: Store, user: User, signals: tuple[str, ...] = ()) -> int:
    """Count the entries with these signals. Raises NotAllowed."""
    return register.count(store, user, _wanted(signals))


def _marked(store: Store, entries: Sequence[Entry]) -> list[Seen]:
    with store.reading() as tx:
        weighed = tx.looks.weighed([entry.id for entry in entries])
    return [replace(each, weighed=each.entry.id in weighed) for each in seen(entries)]


def _wanted(signals: tuple[str, ...]) -> Wanted:
    return Wanted(filters={LOOK: signals}, sort=LOOK)


def seen(entries: Iterable[Entry]) -> Iterator[Seen]:
    """Take a second look at these entries, in the framework in which new assessments start."""
    looker = looks.looker()
    for entry in entries:
        look = looker.look(entry.values)
        if look.judgement not in _SETTLING:
            _SETTLING[look.judgement] = settling_question(looker.guide, look)
        yield Seen(entry, look, _SETTLING[look.judgement], looker.framework)


def found(store: Store, user: User, entries: Iterable[UUID]) -> dict[UUID, Looked]:
    """Give what the last look at these entries found, for a list. Raises NotAllowed."""
    with store.reading() as tx:
        access.require(tx, user, Action.SEE_REGISTER)
        return tx.looks.of(list(entries))


def shares(store: Store, user: User) -> Counter[str]:
    """Count the entries per signal, after a new look where one is stale. Raises NotAllowed."""
    looks.follow(store)
    with store.reading() as tx:
        access.require(tx, user, Action.SEE_REGISTER)
        return tx.looks.shares()
