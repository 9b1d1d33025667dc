"""What was done of what an assessment asks for: recorded by who works on it, also after the round closed."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from assessment.portfolio.done import Done
from services import access, frameworks
from services.access import Action
from services.errors import StepIncomplete
from services.users import User
from storage.store import Store, Transaction
from texts import _

__all__ = ["Done"]

CLOCK = ZoneInfo("Europe/Amsterdam")
MAX_WHERE = 500


def of(store: Store, user: User, assessment: UUID) -> Mapping[str, Done]:
    """Give what is recorded now of each instrument that ever had a record. Raises NotFound, NotAllowed."""
    with store.reading() as tx:
        access.read(tx, user, assessment)
        return tx.done.current(assessment)


def record(
    store: Store, user: User, assessment: UUID, instrument: str, on: date | None, *, where: str = ""
) -> Done:
    """Record that an instrument was done on a day, and where it can be found; None: it was not, after all.

    Raises StepIncomplete with a fault per field, NotFound, NotAllowed.
    """
    with store.transaction() as tx:
        held = access.hold(tx, user, assessment, Action.DO)
        place = " ".join(where.split())
        faults = _faults(tx, on, place)
        if instrument not in frameworks.get(held.framework_version).instruments:
            faults["instrument"] = _("Kies wat er klaar is.")
        if faults:
            raise StepIncomplete(faults)
        made = Done(instrument, on, place if on else "", user.name, tx.now)
        claim = tx.audit.claim("instrument_done", held.id, tx.done.add(held.id, made))
        said = claim if on else {"action": "withdrawn", **claim}
        tx.audit.note(held.id, "done", user.name, instrument, said)
        return made


def _faults(tx: Transaction, on: date | None, where: str) -> dict[str, str]:
    faults = {}
    if on and on > tx.now.astimezone(CLOCK).date():
        faults["on"] = _("Deze dag moet nog komen. Vul de dag in waarop het klaar was.")
    if on and not where:
        faults["where"] = _("Schrijf op waar het te vinden is, bijvoorbeeld een zaaknummer.")
    if len(where) > MAX_WHERE:
        faults["where"] = _("Dit past niet. Gebruik hooguit {limit} tekens.").format(limit=MAX_WHERE)
    return faults
