"""What the data says about a norm: measured on the algorithms, never declared by whoever is measured."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum, auto

from assessment.portfolio.algorithm import UNKNOWN, Algorithm, Basis
from assessment.portfolio.parts import Measure, Norm
from assessment.portfolio.portfolio import Portfolio, once


class Grade(StrEnum):
    """How a norm stands today."""

    GOOD = auto()
    FAIR = auto()
    POOR = auto()
    NO_DATA = auto()  # no algorithm counts for it yet
    UNMEASURABLE = auto()


@dataclass(frozen=True)
class Measured:
    """What a measure found: for which algorithms it holds, and for which it does not (`short`)."""

    measure: Measure
    met: tuple[Algorithm, ...]
    short: tuple[Algorithm, ...]

    @property
    def whole(self) -> int:
        """How many algorithms count."""
        return len(self.met) + len(self.short)

    @property
    def percent(self) -> int:
        """For how many of each hundred it holds; rounded down, so that 100 means every one."""
        return 100 * len(self.met) // self.whole if self.whole else 0


@dataclass(frozen=True)
class NormToday:
    """A norm with what the data says of it; without `found` no data can."""

    norm: Norm
    found: Measured | None

    @property
    def grade(self) -> Grade:
        """How the norm stands."""
        if self.found is None:
            return Grade.UNMEASURABLE
        if not self.found.whole:
            return Grade.NO_DATA
        if self.found.percent >= self.norm.good:
            return Grade.GOOD
        return Grade.FAIR if self.found.percent >= self.norm.fair else Grade.POOR


@once
def norms_today(portfolio: Portfolio) -> tuple[NormToday, ...]:
    """Hold a portfolio against every norm of its framework."""
    return tuple(
        NormToday(norm, measure(portfolio, norm.measure) if norm.measure else None)
        for norm in portfolio.framework.norms
    )


def measure(portfolio: Portfolio, wanted: Measure) -> Measured:
    """Find for which of the algorithms that count a measure holds, and for which it does not."""
    holds = _TESTS[wanted.by]
    met: list[Algorithm] = []
    short: list[Algorithm] = []
    for each in portfolio.algorithms:
        answer = holds(portfolio, wanted, each) if _is_among(wanted, each) else None
        if answer is not None:
            (met if answer else short).append(each)
    return Measured(wanted, tuple(met), tuple(short))


def _is_among(wanted: Measure, each: Algorithm) -> bool:
    if wanted.tiers and each.tier not in wanted.tiers:
        return False
    # What is out of use, or was decided against, needs no test and no owner any more.
    if wanted.among == "all":
        return True
    return not each.is_gone and (each.runs if wanted.among == "running" else each.basis is Basis.WEIGHED)


def _fields(_portfolio: Portfolio, wanted: Measure, each: Algorithm) -> bool:
    entry = each.entry
    return entry is not None and all(entry.value(name) not in ("", UNKNOWN) for name in wanted.fields)


def _weighed(_portfolio: Portfolio, _wanted: Measure, each: Algorithm) -> bool:
    return each.basis is Basis.WEIGHED


def _rating(portfolio: Portfolio, _wanted: Measure, each: Algorithm) -> bool | None:
    """Tell only where both are known: a tier, and what the facts show at least."""
    rank = portfolio.framework.dimensions["trede"].rank
    facts = each.entry.look_at_least if each.entry else ""
    if each.tier not in rank or facts not in rank:
        return None
    return rank[each.tier] >= rank[facts]


def _answer(_portfolio: Portfolio, wanted: Measure, each: Algorithm) -> bool | None:
    weighed = each.assessment
    if weighed is None or wanted.question is None or not weighed.was_asked(wanted.question):
        return None
    # Who was asked and stayed silent gives no reason to think that it is in order.
    return weighed.said(wanted.question) in wanted.sufficient


def _instruments(_portfolio: Portfolio, wanted: Measure, each: Algorithm) -> bool | None:
    lines = each.assessment.instruments if each.assessment else ()
    owed = [
        line
        for line in lines
        if line.is_owed and (not wanted.instruments or line.instrument.id in wanted.instruments)
    ]
    return all(not line.is_missing for line in owed) if owed else None


def _in_time(portfolio: Portfolio, _wanted: Measure, each: Algorithm) -> bool | None:
    weighed = each.assessment
    if weighed is None or not weighed.in_use:
        return None
    return not weighed.is_overdue(portfolio.on)


_Test = Callable[[Portfolio, Measure, Algorithm], bool | None]
# By what a measure measures; None: this algorithm says nothing about it.
_TESTS: Mapping[str, _Test] = {
    "fields": _fields,
    "weighed": _weighed,
    "rating": _rating,
    "answer": _answer,
    "instruments": _instruments,
    "in_time": _in_time,
}
