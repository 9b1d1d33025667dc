"""The audit trail of an assessment, to read and to take along."""

from collections.abc import Sequence
from uuid import UUID

from assessment.audit import Entry
from assessment.audit_words import ABOUT_PEOPLE
from services import access, people
from services.access import Action
from services.users import User
from storage.store import Store

__all__ = ["Entry"]

PAGE = 25
LOG = "logboek"  # what an export was of


def page(store: Store, user: User, assessment: UUID, *, limit: int = PAGE, offset: int = 0) -> list[Entry]:
    """List one page of what happened to an assessment, newest first. Raises NotFound, NotAllowed."""
    with store.reading() as tx:
        access.require(tx, user, Action.AUDIT, access.read(tx, user, assessment))
        return tx.audit.page_of(assessment, limit=limit, offset=offset)


def count(store: Store, user: User, assessment: UUID) -> int:
    """Count what happened, for the page numbers under the list. Raises NotFound, NotAllowed."""
    with store.reading() as tx:
        access.require(tx, user, Action.AUDIT, access.read(tx, user, assessment))
        return tx.audit.count_of(assessment)


def names(store: Store, entries: Sequence[Entry]) -> dict[str, str]:
    """Give what people read for each account that these entries name."""
    members = {entry.about for entry in entries if entry.event in ABOUT_PEOPLE}
    return people.names(store, {entry.who for entry in entries} | members)


def export(store: Store, user: User, assessment: UUID) -> list[Entry]:
    """Give the whole trail, oldest first, for a file; that too is entered. Raises NotFound, NotAllowed."""
    with store.transaction() as tx:
        access.require(tx, user, Action.AUDIT, access.read(tx, user, assessment))
        tx.audit.note(assessment, "export", user.name, LOG)
        return tx.audit.of(assessment)
