"""People: everybody who ever signed in, and where they came."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from services import access
from services.users import User
from storage.records import Person
from storage.store import Store


def remember(store: Store, user: User, since: datetime) -> None:
    """Remember how somebody is called who signed in at the moment `since`; once is enough."""
    with store.reading() as tx:
        known = tx.people.find(user.name)
    if known is None or known.seen_at < since:
        with store.transaction() as tx:
            tx.people.put(Person(user.name, user.display, frozenset(user.roles), since))


def names(store: Store, accounts: Iterable[str]) -> dict[str, str]:
    """Give what people read for each account; the account itself for who never signed in."""
    asked = set(accounts)
    if not asked:
        return {}
    with store.reading() as tx:
        known = {person.name: person.display for person in tx.people.among(asked)}
    return {account: known.get(account, account) for account in asked}


def enter(store: Store, user: User, assessment: UUID, since: datetime) -> None:
    """Note in the audit trail who came to an assessment with a sign-in of the moment `since`.

    Raises NotFound, NotAllowed.
    """
    with store.transaction() as tx:
        access.read(tx, user, assessment)
        tx.audit.note(assessment, "sign-in", user.name, detail={"since": since.isoformat()})
