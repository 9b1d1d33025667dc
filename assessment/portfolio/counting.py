"""What a portfolio amounts to: how many, where, what is missing, who has how much to do, and by when."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assessment.parts import Instrument
from assessment.portfolio.algorithm import Algorithm, Basis
from assessment.portfolio.lines import InstrumentLine
from assessment.portfolio.portfolio import Portfolio, once

Days = tuple[Decimal, Decimal]  # low, high
NOTHING: Days = (Decimal(0), Decimal(0))


@dataclass(frozen=True)
class Gap:
    """An instrument that has to be done now, and the algorithms for which nobody recorded that it was."""

    instrument: Instrument
    algorithms: tuple[Algorithm, ...]


@dataclass(frozen=True)
class Duty:
    """What becomes a duty on a day that is still to come, for these algorithms, and was not done yet."""

    starts: date
    instrument: Instrument
    algorithms: tuple[Algorithm, ...]


@dataclass(frozen=True)
class Overdue:
    """An algorithm that has to be weighed again; `due`: since when, None when no day says so."""

    algorithm: Algorithm
    due: date | None


@once
def by_domain_and_tier(portfolio: Portfolio) -> Mapping[tuple[str, str], int]:
    """Count the algorithms per (domain, tier)."""
    return Counter((each.domain, each.tier) for each in portfolio.algorithms)


@once
def by_status(portfolio: Portfolio) -> Mapping[str, int]:
    """Count the algorithms per status."""
    return Counter(each.status for each in portfolio.algorithms)


@once
def by_basis(portfolio: Portfolio) -> Mapping[Basis, int]:
    """Count the algorithms per basis of their tier."""
    return Counter(each.basis for each in portfolio.algorithms)


@once
def gaps(portfolio: Portfolio) -> tuple[Gap, ...]:
    """List what has to be done now and was not, what is missing most first."""
    found: dict[str, tuple[Instrument, list[Algorithm]]] = {}
    for each, line in _instruments(portfolio):
        if line.is_missing:
            found.setdefault(line.instrument.id, (line.instrument, []))[1].append(each)
    listed = (Gap(instrument, tuple(algorithms)) for instrument, algorithms in found.values())
    return tuple(sorted(listed, key=lambda gap: (-len(gap.algorithms), gap.instrument.name)))


def duties(portfolio: Portfolio, before: date | None = None) -> tuple[Duty, ...]:
    """List the duties that are still to come, the first to start first; those before a day, when given."""
    return tuple(duty for duty in _duties(portfolio) if before is None or duty.starts < before)


@once
def _duties(portfolio: Portfolio) -> tuple[Duty, ...]:
    found: dict[tuple[date, str], tuple[Instrument, list[Algorithm]]] = {}
    for each, line in _instruments(portfolio):
        if line.starts and line.is_coming:
            found.setdefault((line.starts, line.instrument.id), (line.instrument, []))[1].append(each)
    listed = (Duty(starts, instrument, tuple(those)) for (starts, _id), (instrument, those) in found.items())
    return tuple(sorted(listed, key=lambda duty: (duty.starts, duty.instrument.name)))


@once
def overdue(portfolio: Portfolio) -> tuple[Overdue, ...]:
    """List what has to be weighed again now, the longest overdue first."""
    found = (
        Overdue(each, line.due)
        for each in portfolio.algorithms
        if not each.is_gone and (line := each.assessment) and line.is_overdue(portfolio.on)
    )
    return tuple(sorted(found, key=lambda late: (late.due or date.max, late.algorithm.name)))


@once
def work_by_role(portfolio: Portfolio) -> Mapping[str, Days]:
    """Add up the working days that missing instruments ask of each role, the most work first."""
    found: dict[str, Days] = {}
    for _algorithm, line in _instruments(portfolio):
        if line.is_missing:
            low, high = found.get(line.instrument.role, NOTHING)
            found[line.instrument.role] = (low + line.instrument.days[0], high + line.instrument.days[1])
    return dict(sorted(found.items(), key=lambda item: (-item[1][1], item[0])))


def _instruments(portfolio: Portfolio) -> Iterator[tuple[Algorithm, InstrumentLine]]:
    """Yield the instruments of every algorithm that there is still something to do for."""
    for each in portfolio.algorithms:
        if each.assessment and not each.is_gone:
            yield from ((each, line) for line in each.assessment.instruments)
