"""What was done of what an assessment asks for: recorded by who works on it, also after the round closed."""

from collections.abc import Mapping
from uuid import UUID

from assessment.clock import CLOCK
from assessment.entries import Reader
from assessment.portfolio.done import Done
from services import access, frameworks
from services.access import Action
from services.errors import StepIncomplete
from services.users import User
from storage.store import Store, Transaction
from storage.text import clean
from texts import _

__all__ = ["Done"]

INSTRUMENT, ON, WHERE = "instrument", "on", "where"


def of(store: Store, user: User, assessment: UUID) -> Mapping[str, Done]:
    """Give what is recorded now of each instrument that ever had a record. Raises NotFound, NotAllowed."""
    with store.reading() as tx:
        access.read(tx, user, assessment)
        return tx.done.current(assessment)


def record(store: Store, user: User, assessment: UUID, instrument: str, *, on: str, where: str) -> Done:
    """Record that an instrument was done on a day (as people write it), and where it can be found.

    Raises StepIncomplete with a fault per field, NotFound, NotAllowed.
    """
    with store.transaction() as tx:
        given = {ON: on, WHERE: clean(where)}
        reader = Reader(tx.now.astimezone(CLOCK).date())
        day, place = reader.past_day(ON, given), reader.line(WHERE, given)
        return _keep(tx, user, assessment, Done(instrument, day, place, user.name, tx.now), reader)


def take_back(store: Store, user: User, assessment: UUID, instrument: str) -> Done:
    """Record that an instrument was not done after all. Raises StepIncomplete, NotFound, NotAllowed."""
    with store.transaction() as tx:
        return _keep(tx, user, assessment, Done(instrument, None, "", user.name, tx.now), Reader())


def _keep(tx: Transaction, user: User, assessment: UUID, made: Done, reader: Reader) -> Done:
    held = access.hold(tx, user, assessment, Action.DO)
    if made.instrument not in frameworks.get(held.framework_version).instruments:
        reader.refuse(INSTRUMENT, _("Kies wat er klaar is."))
    if reader.faults:
        raise StepIncomplete(reader.faults)
    claim = tx.audit.claim("instrument_done", held.id, tx.done.add(held.id, made))
    said = claim if made.on else {"action": "withdrawn", **claim}
    tx.audit.note(held.id, "done", user.name, made.instrument, said)
    return made
