"""The pulse of an assessment: whether anything happened since one looked, at the price of one row.

Screens that stay up to date by themselves ask this all the time. Everything that changes a session is entered
in the audit trail with it; answers in an open round are not, so the pulse tells nothing of those.
"""

from uuid import UUID

from services import access
from services.users import User
from storage.store import Store


def beat(store: Store, user: User, assessment: UUID) -> int:
    """Give a number that is another one after anything happened. Raises NotFound, NotAllowed."""
    with store.reading() as tx:
        access.read(tx, user, assessment)
        return tx.audit.head_of(assessment).number
