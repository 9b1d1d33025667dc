"""What a set of answers amounts to: per dimension what is certain and what is possible, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from assessment.answers import Value
from assessment.findings import Finding
from assessment.framework import Framework
from assessment.parts import Dimension, Instrument, Rule, Safeguard, StopSignal
from assessment.truth import CERTAIN, COUNTED, POSSIBLE


class RuleFinding(NamedTuple):
    """One rule, the judgement of its condition, and the day from which its duty holds (None: always)."""

    rule: Rule
    finding: Finding
    starts: date | None = None

    @property
    def is_certain(self) -> bool:
        """The rule holds whatever is still answered."""
        return bool(self.finding.worlds & CERTAIN)

    @property
    def counts(self) -> bool:
        """The rule holds on what was said so far, with don't-knows at their most severe."""
        return bool(self.finding.worlds & (CERTAIN | COUNTED))

    @property
    def is_possible(self) -> bool:
        """The rule holds or may still come to hold."""
        return bool(self.finding.worlds & POSSIBLE)


@dataclass(frozen=True, slots=True)
class DimensionOutcome:
    """Where a dimension stands: level ids, and the rules behind them.

    `counted` lies between the bounds: what was said so far, with don't-knows at their most severe and silence
    left out.
    """

    dimension: Dimension
    at_least: str
    counted: str
    at_most: str
    findings: tuple[RuleFinding, ...]
    open_questions: tuple[str, ...]

    @property
    def settled(self) -> bool:
        """No answer can move this outcome any more."""
        return self.at_least == self.at_most

    @property
    def raised_by(self) -> tuple[str, ...]:
        """Ids of the rules that count, the most severe first."""
        return tuple(
            found.rule.id for found in _severest_first(self.dimension, self.findings) if found.counts
        )

    def reasons(self, level: str | None = None) -> tuple[RuleFinding, ...]:
        """Give the rules that count, the most severe first; those that raise to `level` when it is given."""
        counting = (found for found in self.findings if found.counts)
        return tuple(
            found
            for found in _severest_first(self.dimension, counting)
            if level is None or found.rule.level == level
        )


@dataclass(frozen=True, slots=True)
class Coming:
    """A duty of the future: the level it will have, and from which day."""

    level: str
    starts: date


@dataclass(frozen=True, slots=True)
class InstrumentOutcome(DimensionOutcome):
    """Whether an instrument is needed. A duty of the future recommends now and says when it starts."""

    instrument: Instrument
    coming: Coming | None

    @property
    def limit(self) -> str:
        """In which case a required instrument is required, when no question asks about that case."""
        limits = [found.rule.only_if for found in self.reasons("verplicht")]
        return (limits[0] or "") if limits and all(limits) else ""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that has to be found out, and the role that does."""

    question: str
    owner: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What answers amount to on a day. `answers` holds only what counts, `shown` what is asked now."""

    framework: Framework
    on: date
    answers: Mapping[str, Value]
    shown: frozenset[str]
    dimensions: Mapping[str, DimensionOutcome]
    instruments: Mapping[str, InstrumentOutcome]
    stop_signals: tuple[StopSignal, ...]
    open_safeguards: tuple[Safeguard, ...]
    actions: tuple[Action, ...]

    @property
    def tier(self) -> DimensionOutcome:
        """The risk tier."""
        return self.dimensions["trede"]

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Questions that are asked, not answered, and missed, in the order of the framework."""
        return tuple(
            name
            for name, question in self.framework.questions.items()
            if name in self.shown and name not in self.answers and not question.may_be_empty
        )


def _severest_first(dimension: Dimension, findings: Iterable[RuleFinding]) -> list[RuleFinding]:
    return sorted(findings, key=lambda found: -dimension.rank[found.rule.level])
