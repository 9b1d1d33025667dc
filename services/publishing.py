"""Publishing: what the national register would say of an algorithm, with what somebody wrote for it."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from assessment.evaluation import evaluate
from assessment.outcome import Outcome
from assessment.publication.fillings import fillings
from assessment.publication.prefilled import Known, prefilled
from assessment.publication.publication import Publication, merged
from assessment.register.entry import Entry
from assessment.register.reading import read_values
from services import access, answers, frameworks, register
from services.access import Action
from services.register_errors import EntryFaults
from services.users import User
from storage.records import Assessment
from storage.store import Store, Transaction
from texts import SOURCE_LANGUAGE, _, speaking

PUBLICATION = "algoritmeregister"  # what an export was of


def prepare(
    store: Store,
    user: User,
    assessment: UUID,
    on: date,
    *,
    municipality: str,
    left_out: Collection[str] = (),
) -> Publication:
    """Give what is known for the national register as of the day `on`.

    `left_out` counts for fields of which the law allows it. Raises NotFound, NotAllowed, UnknownFramework.
    """
    with store.reading() as tx:
        return _prepared(tx, user, access.read(tx, user, assessment), on, municipality, left_out)


def export(
    store: Store,
    user: User,
    assessment: UUID,
    on: date,
    *,
    municipality: str,
    left_out: Collection[str] = (),
) -> Publication:
    """Do what `prepare` does, for a file that leaves the app: that is entered in the audit trail."""
    with store.transaction() as tx:
        held = access.read(tx, user, assessment)
        tx.audit.note(assessment, "export", user.name, PUBLICATION)
        return _prepared(tx, user, held, on, municipality, left_out)


def of_entry(store: Store, user: User, entry: UUID, *, municipality: str) -> Publication:
    """Give what the register alone knows, for an algorithm without an assessment to tell more.

    Raises EntryNotFound, NotAllowed.
    """
    with store.reading() as tx:
        held = register.see(tx, user, entry)
        known = {"organization": _named(municipality)}
        values, origins = merged(register=held.values, own={}, answers=known)
        return Publication(values, origins, held.number, True, False, frozenset(), _people(tx))


def may_write(store: Store, user: User, assessment: UUID) -> bool:
    """Tell whether this user may write the texts: in the register when that has the algorithm.

    Raises NotFound, NotAllowed.
    """
    with store.reading() as tx:
        held = access.read(tx, user, assessment)
        if tx.register.entry_of(assessment):
            return access.allows(tx, user, Action.KEEP_REGISTER)
        return access.allows(tx, user, Action.ANSWER, held)


def write(store: Store, user: User, assessment: UUID, texts: Mapping[str, str]) -> None:
    """Keep values by field id: in the register when that has the algorithm, beside the assessment otherwise.

    An empty text takes back what was written. Raises EntryFaults, EntryChanged, EntryExists, NotFound,
    NotAllowed.
    """
    with store.reading() as tx:
        access.read(tx, user, assessment)
        entry = tx.register.entry_of(assessment)
    if entry is not None:
        register.change(store, user, entry.id, texts, seen=entry.revision)
        return
    read, faults = read_values({name: text for name, text in texts.items() if name in fillings()})
    if faults:
        raise EntryFaults(faults)
    with store.transaction() as tx:
        access.hold(tx, user, assessment, Action.ANSWER)
        before = tx.publications.current(assessment)
        for name, value in read.items():
            if before.get(name, "") != value:
                number = tx.publications.add(assessment, name, value, user.name, tx.now)
                said = tx.audit.claim("publication_text", assessment, number)
                tx.audit.note(assessment, "publication", user.name, name, said)


def _prepared(
    tx: Transaction, user: User, held: Assessment, on: date, municipality: str, left_out: Collection[str]
) -> Publication:
    entry = tx.register.entry_of(held.id) if access.allows(tx, user, Action.SEE_REGISTER) else None
    # The national register speaks Dutch, whatever the reader does.
    with speaking(SOURCE_LANGUAGE):
        outcome = _outcome(tx, held, on)
        known = prefilled(Known(outcome, _named(municipality), tx.done.current(held.id)))
    values, origins = merged(
        register=entry.values if entry else {}, own=tx.publications.current(held.id), answers=known
    )
    allowed = outcome.dimensions["publicatie"].counted == "deels_mogelijk"
    may = {name for name, filling in fillings().items() if filling.may_leave_out} if allowed else set()
    return Publication(
        values=values,
        origins=origins,
        source_id=_source(entry, held),
        settled=outcome.dimensions["register"].settled,
        may_leave_out=allowed,
        left_out=frozenset(left_out) & may,
        names=_people(tx),
    )


def _outcome(tx: Transaction, held: Assessment, on: date) -> Outcome:
    snapshot = tx.snapshots.latest(held.id) if held.finished else None
    given = answers.values(tx.answers.current(held.id))
    return evaluate(frameworks.get(held.framework_version), given, snapshot.on if snapshot else on)


def _named(municipality: str) -> str:
    # Without a setting the name is a word that names no municipality.
    return "" if municipality == _("Gemeente") else municipality


def _people(tx: Transaction) -> frozenset[str]:
    return frozenset(person.display for person in tx.people.all())


def _source(entry: Entry | None, held: Assessment) -> str:
    return entry.number if entry else str(held.id)
