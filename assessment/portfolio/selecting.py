"""The algorithms behind a figure: every number of a portfolio can be opened as a list."""

from collections.abc import Callable, Mapping

from assessment.portfolio.algorithm import Algorithm
from assessment.portfolio.lines import InstrumentLine
from assessment.portfolio.measuring import measure
from assessment.portfolio.portfolio import Portfolio

# Names as they stand in an address.
DOMAIN, TIER, BASIS, STATUS, MISSING = "domein", "trede", "grond", "status", "mist"
OVERDUE, ROLE, DUTY, FROM, NORM = "opnieuw", "rol", "plicht", "vanaf", "norm"
NOT_KNOWN = "-"  # the domain that nobody filled in
EVERY, YES = "alles", "ja"
Wanted = Mapping[str, str]


def select(portfolio: Portfolio, wanted: Wanted) -> tuple[Algorithm, ...]:
    """Give the algorithms for which everything wanted holds; names that mean nothing are left out."""
    chosen = {name: value for name, value in wanted.items() if name in _TESTS}
    found = portfolio.algorithms
    for name, value in chosen.items():
        found = tuple(each for each in found if _TESTS[name](each, value))
    found = _with_instrument(found, wanted)
    if OVERDUE in wanted:
        found = tuple(each for each in found if _is_overdue(portfolio, each))
    return _short_of(portfolio, found, wanted[NORM]) if NORM in wanted else found


def inside(portfolio: Portfolio) -> dict[str, str]:
    """Give what stays chosen in the lists behind a part of the portfolio."""
    return {} if portfolio.domain is None else {DOMAIN: domain_key(portfolio.domain)}


def domain_key(domain: str) -> str:
    """Give a domain as it stands in an address."""
    return domain or NOT_KNOWN


def domain_of(key: str) -> str:
    """Give the domain that an address names."""
    return "" if key == NOT_KNOWN else key


_TESTS: Mapping[str, Callable[[Algorithm, str], bool]] = {
    DOMAIN: lambda each, value: each.domain == domain_of(value),
    TIER: lambda each, value: each.tier in value.split(","),
    BASIS: lambda each, value: each.basis.value in value.split(","),
    STATUS: lambda each, value: each.status == value,
}


def _with_instrument(found: tuple[Algorithm, ...], wanted: Wanted) -> tuple[Algorithm, ...]:
    tests: list[Callable[[InstrumentLine], bool]] = []
    if MISSING in wanted:
        name = wanted[MISSING]
        tests.append(lambda line: line.is_missing and name in (EVERY, line.instrument.id))
    if ROLE in wanted:
        tests.append(lambda line: line.is_missing and line.instrument.role == wanted[ROLE])
    if DUTY in wanted:
        tests.append(lambda line: line.is_coming and _is_duty(line, wanted))
    return tuple(each for each in found if all(_has(each, test) for test in tests))


def _is_duty(line: InstrumentLine, wanted: Wanted) -> bool:
    starts = line.starts.isoformat() if line.starts else ""
    return wanted[DUTY] in (EVERY, line.instrument.id) and wanted.get(FROM, starts) == starts


def _has(each: Algorithm, test: Callable[[InstrumentLine], bool]) -> bool:
    lines = each.assessment.instruments if each.assessment and not each.is_gone else ()
    return any(test(line) for line in lines)


def _is_overdue(portfolio: Portfolio, each: Algorithm) -> bool:
    weighed = each.assessment
    return weighed is not None and not each.is_gone and weighed.is_overdue(portfolio.on)


def _short_of(portfolio: Portfolio, found: tuple[Algorithm, ...], norm: str) -> tuple[Algorithm, ...]:
    measures = (each.measure for each in portfolio.framework.norms if each.id == norm)
    wanted = next(measures, None)
    short = {id(each) for each in measure(portfolio, wanted).short} if wanted else set()
    return tuple(each for each in found if id(each) in short)
