"""People: everybody who ever signed in."""

from collections.abc import Iterable
from datetime import datetime

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
    with store.reading() as tx:
        found = {account: tx.people.find(account) for account in set(accounts)}
    return {account: person.display if person else account for account, person in found.items()}
