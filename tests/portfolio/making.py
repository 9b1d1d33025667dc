"""Portfolios for tests, made of as little as a claim needs."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from assessment.portfolio.lines import AssessmentLine, EntryLine, InstrumentLine
from assessment.portfolio.portfolio import Portfolio
from services import frameworks

ON = date(2026, 11, 22)
FRAMEWORK = frameworks.current()


def entry(number: int, **values: str) -> EntryLine:
    """Make a register entry with a name and these values."""
    return EntryLine(UUID(int=number), str(number), {"naam": f"Algoritme {number}", **values})


def weighed(number: int, tier: str = "hoog", **changes: object) -> AssessmentLine:
    """Make an assessment that was finished, with a tier."""
    given = {"at_least": tier, "counted": tier, "at_most": tier, "recorded": True, "finished": True}
    whole = {**given, "framework": FRAMEWORK, "on": ON, **changes}
    return AssessmentLine(UUID(int=1000 + number), f"Afweging {number}", FRAMEWORK.version, **whole)


def asked(name: str, level: str = "verplicht", **changes: object) -> InstrumentLine:
    """Make what an assessment asks for."""
    return InstrumentLine(FRAMEWORK.instruments[name], level, **changes)


def portfolio(
    entries: Sequence[EntryLine] = (),
    assessments: Sequence[AssessmentLine] = (),
    links: Mapping[int, int] | None = None,
    on: date = ON,
) -> Portfolio:
    """Put them together; `links`: number of an assessment → number of its entry."""
    ids = {UUID(int=1000 + one): UUID(int=other) for one, other in (links or {}).items()}
    return Portfolio(on, FRAMEWORK, tuple(entries), tuple(assessments), ids)
