"""Agendas: how many minutes each part of a session takes."""

from collections.abc import Sequence
from uuid import UUID

from assessment.review.agenda import MINUTES, is_agenda
from services import access, reviews
from services.review_errors import ReviewRefused, Why
from services.users import User
from storage.store import Store


def of(store: Store, user: User, assessment: UUID) -> tuple[int, ...]:
    """Give the minutes of each part of the latest session, those of any session when nobody changed them.

    Raises ReviewRefused, NotFound, NotAllowed.
    """
    with store.reading() as tx:
        access.read(tx, user, assessment)
        kept = tx.reviews.agenda(reviews.latest(tx, assessment).review.id)
        # A later version may know other parts.
        return tuple(kept) if kept and is_agenda(kept) else MINUTES


def change(store: Store, user: User, assessment: UUID, minutes: Sequence[int]) -> None:
    """Let the parts of this session take other times. Raises ReviewRefused, NotFound, NotAllowed."""
    with store.transaction() as tx:
        session = reviews.led(tx, user, assessment)
        if not is_agenda(minutes):
            raise ReviewRefused(Why.AGENDA)
        tx.reviews.put_agenda(session.review.id, minutes)
        reviews.note(tx, user, session.review, "review", session.review.id, action="agenda")
