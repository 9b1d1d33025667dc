"""The instruments of the outcome as a cost of the algorithm: the days they take."""

from collections.abc import Sequence
from decimal import Decimal

from assessment.costs.quantity import Quantity
from assessment.costs.result import InstrumentCost
from assessment.outcome import InstrumentOutcome, Outcome
from assessment.parts import Instrument
from texts import _

# The human rights assessment and the one of the AI Act ask much the same: done together, the larger counts.
SHARED = frozenset({"iama", "fria"})


def instrument_costs(outcome: Outcome) -> tuple[InstrumentCost, ...]:
    """Return every instrument that is at least advised, and whether its days count.

    Nothing when the cost model has no line for them.
    """
    if not any(line.basis == "assessments" for line in outcome.framework.cost_lines):
        return ()
    needed = [each for each in outcome.instruments.values() if each.counted != "niet"]
    seldom = {name for line in outcome.framework.cost_lines for name in line.seldom}
    why_not = {each.instrument.id: _why_not(each, seldom) for each in needed}
    lighter = _lighter([each.instrument for each in needed if not why_not[each.instrument.id]])
    if lighter:
        why_not[lighter] = _("telt mee bij de zwaarste van IAMA en FRIA")
    return tuple(_cost(each.instrument, why_not[each.instrument.id]) for each in needed)


def days(costs: Sequence[InstrumentCost]) -> Quantity:
    """Return the days that count, together.

    The bounds are those of all at once: whoever takes long over one assessment takes long over the next.
    """
    counted = [cost.days for cost in costs if cost.counted]
    low, likely, high = (
        sum((getattr(each, part) for each in counted), start=Decimal(0)) for part in ("low", "likely", "high")
    )
    return Quantity(low, likely, high)


def _cost(instrument: Instrument, why_not: str) -> InstrumentCost:
    low, high = instrument.days
    return InstrumentCost(instrument, Quantity(low, (low + high) / 2, high), counted=not why_not, why=why_not)


def _why_not(each: InstrumentOutcome, seldom: set[str]) -> str:
    if each.counted == "aanbevolen":
        return _("aanbevolen, niet verplicht")
    return each.limit if each.instrument.id in seldom else ""


def _lighter(counted: Sequence[Instrument]) -> str:
    shared = [each for each in counted if each.id in SHARED]
    return min(shared, key=lambda each: sum(each.days)).id if len(shared) == len(SHARED) else ""
