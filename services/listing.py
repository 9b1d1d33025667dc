"""Listing: the assessments of everybody, for whoever may see them all."""

from services import access
from services.access import Action
from services.users import User
from storage.records import Summary
from storage.store import Store

PAGE = 50


def everybodys(
    store: Store, user: User, *, search: str = "", limit: int = PAGE, offset: int = 0
) -> list[Summary]:
    """List one page of all assessments with these words in their title, last changed first.

    Raises NotAllowed.
    """
    with store.reading() as tx:
        access.require(tx, user, Action.LIST_ALL)
        return tx.assessments.page_of_all(user.name, search.strip(), limit=limit, offset=offset)


def count_everybodys(store: Store, user: User, *, search: str = "") -> int:
    """Count the assessments with these words in their title, for the page numbers under the list."""
    with store.reading() as tx:
        access.require(tx, user, Action.LIST_ALL)
        return tx.assessments.count_of_all(search.strip())
