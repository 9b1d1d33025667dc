"""The register: all algorithms of the municipality, looked up, added, changed, and tied to assessments."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from assessment.framework import Framework
from assessment.register.entry import Entry, known
from assessment.register.reading import missing, read_number, read_values
from assessment.register.sheet import NUMBER
from assessment.register.unreadable import Unreadable
from services import access, assessments, looks
from services.access import Action
from services.errors import NotFound
from services.register_errors import (
    EntryChanged,
    EntryExists,
    EntryFaults,
    EntryNotFound,
    LinkedElsewhere,
)
from services.users import User
from storage.records import Assessment
from storage.register_records import (
    FILTERS,
    SORTS,
    ChangeKind,
    EntryChange,
    EntryTaken,
    Wanted,
)
from storage.store import Store, Transaction
from texts import _

__all__ = ["FILTERS", "NUMBER", "SORTS", "ChangeKind", "EntryChange", "Linked", "Wanted"]

PAGE = 50


@dataclass(frozen=True)
class Linked:
    """An assessment of an algorithm; `readable`: this user may open it."""

    assessment: Assessment
    readable: bool


def page(
    store: Store, user: User, wanted: Wanted | None = None, *, limit: int = PAGE, offset: int = 0
) -> list[Entry]:
    """List one page of the entries that are wanted. Raises NotAllowed."""
    with store.reading() as tx:
        access.require(tx, user, Action.SEE_REGISTER)
        return tx.register.page(wanted or Wanted(), limit=limit, offset=offset)


def count(store: Store, user: User, wanted: Wanted | None = None) -> int:
    """Count the entries that are wanted, for the page numbers under the list."""
    with store.reading() as tx:
        access.require(tx, user, Action.SEE_REGISTER)
        return tx.register.count(wanted or Wanted())


def every(store: Store, user: User, wanted: Wanted | None = None) -> list[Entry]:
    """List all entries that are wanted, for an export."""
    with store.reading() as tx:
        access.require(tx, user, Action.SEE_REGISTER)
        return tx.register.all(wanted)


def chosen(store: Store, user: User, entries: Sequence[UUID]) -> list[Entry]:
    """List the entries with these ids, by number."""
    with store.reading() as tx:
        access.require(tx, user, Action.SEE_REGISTER)
        return tx.register.of_ids(entries)


def shares(store: Store, user: User) -> dict[str, Counter[str]]:
    """Count per field that can be filtered on how many entries have each value; "" is what is not known."""
    with store.reading() as tx:
        access.require(tx, user, Action.SEE_REGISTER)
        return {field: tx.register.shares(field) for field in FILTERS}


def read_id(text: str) -> UUID:
    """Read the id of an entry from a link. Raises EntryNotFound, because what is no id names nothing."""
    try:
        return UUID(text)
    except ValueError:
        raise EntryNotFound from None


def opened(store: Store, user: User, entry: UUID) -> Entry:
    """Look up one entry. Raises EntryNotFound, NotAllowed."""
    with store.reading() as tx:
        return see(tx, user, entry)


def history(
    store: Store, user: User, entry: UUID, *, limit: int = PAGE, offset: int = 0
) -> list[EntryChange]:
    """List one page of what happened to an entry, newest first. Raises EntryNotFound, NotAllowed."""
    with store.reading() as tx:
        see(tx, user, entry)
        return tx.register.history(entry, limit=limit, offset=offset)


def count_history(store: Store, user: User, entry: UUID) -> int:
    """Count what happened to an entry. Raises EntryNotFound, NotAllowed."""
    with store.reading() as tx:
        see(tx, user, entry)
        return tx.register.count_history(entry)


def add(store: Store, user: User, values: Mapping[str, str], *, number: str = "") -> Entry:
    """Add an algorithm, with its values as somebody typed them; without a number it gets the next one.

    Raises EntryFaults, EntryExists, NotAllowed.
    """
    with store.transaction() as tx:
        access.require(tx, user, Action.KEEP_REGISTER)
        wanted, read = _read(number, values)
        made = Entry(uuid4(), wanted or next_number(tx.register.numbers()), read, 1, tx.now, user.name)
        try:
            tx.register.add(made)
        except EntryTaken:
            raise EntryExists from None
        looks.renew(tx, [made])
        return made


def change(store: Store, user: User, entry: UUID, values: Mapping[str, str], *, seen: int) -> Entry:
    """Change fields of an entry that had revision `seen` on the screen; an empty text makes one unknown.

    Fields that are not named stay. What is equal already costs no revision.
    Raises EntryChanged when somebody was faster, EntryFaults, EntryExists, EntryNotFound, NotAllowed.
    """
    with store.transaction() as tx:
        access.require(tx, user, Action.KEEP_REGISTER)
        was = _held(tx, entry)
        if was.revision != seen:
            raise EntryChanged(was)
        _number, read = _read("", {**was.values, **values})
        if read == was.values:
            return was
        becomes = replace(
            was, values=read, revision=was.revision + 1, changed_at=tx.now, changed_by=user.name
        )
        try:
            tx.register.change((was, becomes))
        except EntryTaken:
            raise EntryExists from None
        looks.renew(tx, [becomes])
        return becomes


def begin(tx: Transaction, user: User, entry: UUID, framework: Framework) -> Assessment:
    """Begin an assessment of this algorithm, in something larger. Raises EntryNotFound, NotAllowed."""
    access.require(tx, user, Action.SEE_REGISTER)
    held = _held(tx, entry)
    made = assessments.begin(tx, user, held.name, framework)
    tx.register.link(held, made.id, user.name, tx.now)
    return made


def link(store: Store, user: User, entry: UUID, assessment: UUID) -> None:
    """Say that an assessment is about this algorithm.

    Raises LinkedElsewhere, EntryNotFound, NotFound, NotAllowed.
    """
    with store.transaction() as tx:
        access.require(tx, user, Action.KEEP_REGISTER)
        held = _held(tx, entry)
        access.read(tx, user, assessment)
        try:
            tx.register.link(held, assessment, user.name, tx.now)
        except EntryTaken:
            raise LinkedElsewhere from None


def unlink(store: Store, user: User, entry: UUID, assessment: UUID) -> None:
    """Undo `link`. Raises EntryNotFound, NotFound, NotAllowed."""
    with store.transaction() as tx:
        access.require(tx, user, Action.KEEP_REGISTER)
        if not tx.register.unlink(_held(tx, entry), assessment, user.name, tx.now):
            raise NotFound(_("Deze afweging hoort niet meer bij dit algoritme. Ververs de pagina."))


def assessments_of(store: Store, user: User, entry: UUID) -> list[Linked]:
    """List the assessments of an algorithm, newest first. Raises EntryNotFound, NotAllowed."""
    with store.reading() as tx:
        see(tx, user, entry)
        found = tx.register.assessments_of(entry)
        return [Linked(each, access.allows(tx, user, Action.READ, each)) for each in found]


def entry_of(store: Store, user: User, assessment: UUID) -> Entry | None:
    """Give the algorithm in the register that an assessment is about. Raises NotFound, NotAllowed."""
    with store.reading() as tx:
        access.require(tx, user, Action.SEE_REGISTER)
        access.read(tx, user, assessment)
        return tx.register.entry_of(assessment)


def see(tx: Transaction, user: User, entry: UUID) -> Entry:
    """Look up an entry, as part of something larger. Raises EntryNotFound, NotAllowed."""
    access.require(tx, user, Action.SEE_REGISTER)
    found = tx.register.find(entry)
    if found is None:
        raise EntryNotFound
    return found


def next_number(taken: Iterable[str]) -> str:
    """Give the number after the highest; numbers with letters do not count."""
    return str(max((int(number) for number in taken if number.isascii() and number.isdigit()), default=0) + 1)


def _held(tx: Transaction, entry: UUID) -> Entry:
    held = tx.register.hold(entry)
    if held is None:
        raise EntryNotFound
    return held


def _read(number: str, values: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    read, faults = read_values(values)
    try:
        wanted = read_number(number)
    except Unreadable as error:
        faults[NUMBER] = str(error)
    for field in missing(read):
        faults.setdefault(field.id, _("Vul '{field}' in.").format(field=field.text))
    if faults:
        raise EntryFaults(faults)
    return wanted, known(read)
