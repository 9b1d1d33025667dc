"""Withdrawing: an invitation to a session that was a mistake, or of who cannot come after all."""

from uuid import UUID

from services import reviews
from services.review_errors import ReviewRefused, Why
from services.users import User
from storage.store import Store


def withdraw(store: Store, user: User, assessment: UUID, name: str) -> None:
    """Let somebody answer no more; what they answered in closed rounds stays. Who is not invited stays so.

    Raises ReviewRefused when they answered in the round that is open, NotFound, NotAllowed.
    """
    with store.transaction() as tx:
        session = reviews.led(tx, user, assessment)
        if session.advice:
            raise ReviewRefused(Why.ADVISED)
        if name not in session.invitees:
            tx.undo()
            return
        opened = session.open_round
        if opened:
            # Whoever is answering now does so before this, and then stays.
            tx.reviews.hold_round(opened.id, to_close=True)
            if tx.ballots.progress(opened.id, [name], session.items)[name]:
                raise ReviewRefused(Why.ANSWERED)
        tx.reviews.withdraw(session.review.id, name, user.name, tx.now)
        reviews.note(tx, user, session.review, "review", session.review.id, action="withdrawn")
