"""The self-scan: how far the organisation says it is, filled in once a year."""

from collections.abc import Mapping

from assessment.portfolio.scan import History, Scan, subjects
from services import access, frameworks
from services.access import Action
from services.errors import StepIncomplete
from services.users import User
from storage.audit import OVER_ALL
from storage.store import Store
from storage.text import clean
from texts import _

__all__ = ["History", "Scan"]

FIRST_YEAR = 2020
MAX_NOTE = 2000


def history(store: Store, user: User) -> History:
    """Give all self-scans. Raises NotAllowed."""
    with store.reading() as tx:
        access.require(tx, user, Action.SEE_PORTFOLIO)
        return History(tuple(tx.self_scans.all()))


def fill(
    store: Store,
    user: User,
    year: int,
    levels: Mapping[str, str],
    *,
    notes: Mapping[str, str] | None = None,
) -> Scan:
    """Record a self-scan of a year, in the place of an earlier one of that year, which stays in the history.

    What is left open is not judged. Raises StepIncomplete with a fault per field, NotAllowed.
    """
    framework = frameworks.current()
    with store.transaction() as tx:
        access.require(tx, user, Action.SCAN)
        known, allowed = subjects(framework), {level.id for level in framework.maturity_levels}
        chosen = {key: level for key, level in levels.items() if key in known and level in allowed}
        said = {key: clean(note.strip()) for key, note in (notes or {}).items() if key in known}
        faults = {key: _too_long() for key, note in said.items() if len(note) > MAX_NOTE}
        if not FIRST_YEAR <= year <= tx.now.year:
            faults["year"] = _("Kies een jaar van {first} tot en met {last}.").format(
                first=FIRST_YEAR, last=tx.now.year
            )
        if not chosen:
            faults["levels"] = _("Kies bij minstens één onderdeel een niveau.")
        if faults:
            raise StepIncomplete(faults)
        told = {key: note for key, note in said.items() if note}
        scan = Scan(year, framework.version, chosen, user.name, tx.now, told)
        number = tx.self_scans.add(scan)
        tx.audit.note(OVER_ALL, "self-scan", user.name, str(year), {"number": number})
        return scan


def _too_long() -> str:
    return _("Deze toelichting past niet. Gebruik hooguit {limit} tekens.").format(limit=MAX_NOTE)
