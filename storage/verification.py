"""Verify the audit trail of a database: the chains themselves, and the rows they tell of."""

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from assessment import audit
from assessment.audit import Entry, Fault, Head, Kind
from storage.audit import OVER_ALL
from storage.store import Store, Transaction
from storage.traced import TRACED
from texts import _

Heads = Mapping[UUID, Head]
# What reading a row gives when somebody put something in it that its column cannot hold.
_SPOILT = (ValueError, TypeError, KeyError)


def faults(store: Store, only: UUID | None = None, noted: Heads | None = None) -> list[tuple[UUID, Fault]]:
    """List what is not as it was written, with the assessment it is in (`OVER_ALL`: in the list of them).

    `noted` are heads that somebody kept outside the database; only those show that all of it was forged.
    Raises Unavailable.
    """
    known = noted or {}
    with store.reading() as tx:
        try:
            chains = sorted({*tx.audit.chains(), *known, OVER_ALL})
        except _SPOILT:
            return [(OVER_ALL, Fault(Kind.UNREADABLE, _("het nummer van een afweging")))]
        return [
            (chain, fault)
            for chain in chains
            if only in (None, chain)
            for fault in faults_of(tx, chain, known.get(chain, Head()))
        ]


def heads(store: Store) -> dict[UUID, Head]:
    """Give where each chain ends now, to be kept outside the database. Raises Unavailable."""
    with store.reading() as tx:
        return {chain: tx.audit.head_of(chain) for chain in tx.audit.chains()}


def faults_of(tx: Transaction, chain: UUID, noted: Head) -> Iterator[Fault]:
    """Yield what is not as it was written in one chain and the rows it tells of."""
    try:
        entries = tx.audit.of(chain)
        yield from audit.verify(entries, tx.audit.head_of(chain))
        yield from audit.remembers(entries, noted)
    except _SPOILT:
        yield Fault(Kind.UNREADABLE, _("een stap in het logboek"))
        return
    yield from _assessments(tx, entries) if chain == OVER_ALL else _rows(tx, chain, entries)


def _rows(tx: Transaction, chain: UUID, entries: Iterable[Entry]) -> Iterator[Fault]:
    claimed = audit.claims(entries)
    for table in TRACED:
        try:
            rows = tx.audit.rows(table, chain)
        except _SPOILT:
            yield Fault(Kind.UNREADABLE, _("een rij van {table}").format(table=table))
            continue
        yield from audit.compare({key: sha for key, sha in claimed.items() if key[0] == table}, rows)
    unknown = {key: sha for key, sha in claimed.items() if key[0] not in TRACED}
    yield from audit.compare(unknown, {})


def _assessments(tx: Transaction, entries: Iterable[Entry]) -> Iterator[Fault]:
    """Compare the list of assessments that were ever made with those there are."""
    made = {("assessment", entry.about): "" for entry in entries if entry.event == "created"}
    found = {("assessment", str(assessment)): "" for assessment in tx.assessments.ids()}
    yield from audit.compare(made, found)
