"""Overrides: the tier or an instrument set by hand, upwards freely, downwards with a reason."""

from datetime import date
from uuid import UUID

from assessment.entries import Reader
from assessment.evaluation import evaluate
from assessment.outcome import Outcome
from assessment.override import Override, Settled, set_by_hand, settle
from assessment.road import State
from services import access, answers, frameworks, road
from services.access import Action
from services.errors import DecidedAlready, LowersOwnWork, OnlyUpwards, Refused, StepIncomplete
from services.users import User
from storage.records import Assessment
from storage.store import Store, Transaction
from storage.text import clean
from texts import _

__all__ = ["Override", "Settled"]

# What was decided on does not become milder afterwards; weighing it again can make it so.
_BEFORE_DECISION = frozenset({State.CONCEPT, State.IN_REVIEW, State.ADVISED})


def of(store: Store, user: User, assessment: UUID) -> list[Override]:
    """List what was ever set by hand, oldest first. Raises NotFound, NotAllowed."""
    with store.reading() as tx:
        access.read(tx, user, assessment)
        return tx.overrides.of(assessment)


def standing(store: Store, user: User, assessment: UUID, outcome: Outcome) -> tuple[Settled, ...]:
    """Give what stands or lapsed of what was set by hand, beside what `outcome` says. Raises as `of`."""
    with store.reading() as tx:
        access.read(tx, user, assessment)
        return set_by_hand(outcome, tx.overrides.current(assessment))


def settled(store: Store, user: User, assessment: UUID, outcome: Outcome) -> dict[str, Settled]:
    """Give what counts for the tier and each instrument, by id. Raises NotFound, NotAllowed."""
    with store.reading() as tx:
        access.read(tx, user, assessment)
        return settle(outcome, tx.overrides.current(assessment))


def rights(store: Store, user: User, assessment: UUID) -> tuple[bool, bool]:
    """Tell whether this user may set a level higher, and lower. Raises NotFound, NotAllowed."""
    with store.reading() as tx:
        held = access.read(tx, user, assessment)
        return access.allows(tx, user, Action.RAISE, held), _why_not_lower(tx, user, held) is None


def set_level(
    store: Store, user: User, assessment: UUID, about: str, level: str, *, why: str = "", on: date
) -> Override:
    """Set the tier or an instrument by hand, beside what is computed as of the day `on`.

    Choosing the level that counts without it withdraws what was set. Whether it goes up or down is seen from
    what counts now. Raises StepIncomplete with a fault per field, OnlyUpwards, LowersOwnWork, DecidedAlready,
    NotFound, NotAllowed.
    """
    with store.transaction() as tx:
        held = access.hold(tx, user, assessment, Action.RAISE)
        now = _settled(tx, held, about, on)
        lower = _is_lower(now, level)
        barred = _why_not_lower(tx, user, held) if lower else None
        if barred:
            raise barred
        reason = _reason(now, why, lower)
        chosen = None if level == now.base else level
        made = Override(about, now.base, chosen, reason, user.name, tx.now)
        number = tx.overrides.add(held.id, made)
        claim = tx.audit.claim("override", held.id, number)
        tx.audit.note(held.id, "override", user.name, about, {"level": chosen, **claim})
        return made


def _settled(tx: Transaction, held: Assessment, about: str, on: date) -> Settled:
    given = answers.values(tx.answers.current(held.id))
    outcome = evaluate(frameworks.get(held.framework_version), given, on)
    found = settle(outcome, tx.overrides.current(held.id)).get(about)
    if found is None:
        raise StepIncomplete({"about": _("Kies wat je met de hand wilt zetten.")})
    return found


def _is_lower(now: Settled, level: str) -> bool:
    rank = now.found.dimension.rank
    if level not in rank or level == now.level:
        raise StepIncomplete({"level": _("Dit is al zo. Kies een ander niveau.")})
    return rank[level] < rank[now.level]


def _why_not_lower(tx: Transaction, user: User, held: Assessment) -> Refused | None:
    if not access.allows(tx, user, Action.LOWER, held):
        return OnlyUpwards()
    if user.name in tx.answers.authors(held.id):
        return LowersOwnWork()
    return None if road.state(tx, held.id) in _BEFORE_DECISION else DecidedAlready()


def _reason(now: Settled, why: str, lower: bool) -> str:
    reader = Reader()
    reason = reader.text("why", {"why": clean(why)}, required=False)
    if lower and not reason:
        text = _("Lager dan {level} kan alleen met een reden. Schrijf op waarom.")
        reader.refuse("why", text.format(level=now.name(now.level)))
    if reader.faults:
        raise StepIncomplete(reader.faults)
    return reason
