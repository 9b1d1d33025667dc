"""The signal: does what the register says fit how the municipality rates the risk itself?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assessment.answers import Value
from assessment.evaluation import evaluate
from assessment.framework import Framework
from assessment.outcome import DimensionOutcome, Outcome, RuleFinding
from assessment.parts import Dimension
from assessment.register.entry import Values
from assessment.second_look.known import own_rating, statements
from assessment.second_look.parts import Guide, Statement


class Signal(StrEnum):
    """What to do with an entry, from nothing to most."""

    NONE = "geen"
    CHECK = "nader_onderzoek"
    HIGHER = "waarschijnlijk_hoger"


ORDER = tuple(Signal)


@dataclass(frozen=True, eq=False)
class Judgement:
    """What a set of answers says against a rating (a tier, None: not given), and the rules that say so.

    Equal answers share one judgement, so what follows from it can be kept by it.
    """

    signal: Signal
    own: str | None
    outcome: Outcome
    deciding: tuple[RuleFinding, ...]

    @property
    def tier(self) -> DimensionOutcome:
        """Where the tier stands: certain, counted with doubts at their most severe, and possible."""
        return self.outcome.tier

    @property
    def rank(self) -> int:
        """How far this goes before others in a list: first the signal, then how far above the own rating."""
        height = self.tier.dimension.rank
        reached = max((height[found.rule.level] for found in self.deciding), default=0)
        above = reached - height[self.own] if self.own and self.deciding else 0
        return 100 * ORDER.index(self.signal) + 10 * above + height[self.tier.at_least]


@dataclass(frozen=True)
class Look:
    """A second look at one entry: what the register says, and what that amounts to."""

    known: tuple[Statement, ...]
    judgement: Judgement

    @property
    def signal(self) -> Signal:
        """Whether the rating is probably too low."""
        return self.judgement.signal


class Looker:
    """Takes a second look at many entries: equal answers and ratings are judged once."""

    def __init__(self, framework: Framework, guide: Guide, on: date) -> None:
        self.framework = framework
        self.guide = guide
        self._on = on
        self._judged: dict[tuple[object, ...], Judgement] = {}

    def look(self, values: Values) -> Look:
        """Look at an entry with these values."""
        known = statements(self.guide, self.framework, values)
        own = own_rating(self.guide, values)
        key = (own, *((each.question, each.value) for each in known))
        found = self._judged.get(key)
        if found is None:
            answers = {each.question: each.value for each in known}
            found = self._judged[key] = judge(self.framework, self.guide, answers, own, self._on)
        return Look(known, found)


def judge(
    framework: Framework, guide: Guide, answers: Mapping[str, Value], own: str | None, on: date
) -> Judgement:
    """Weigh what is known in the framework, and hold it against the municipality's own rating."""
    outcome = evaluate(framework, answers, on)
    signal, deciding = signal_of(guide, outcome.tier.dimension, own, outcome.tier.reasons())
    return Judgement(signal, own, outcome, deciding)


def signal_of(
    guide: Guide, tier: Dimension, own: str | None, counting: Iterable[RuleFinding]
) -> tuple[Signal, tuple[RuleFinding, ...]]:
    """Give the signal and the rules it rests on, from the rules that count.

    Probably higher: a rule above the own rating holds for certain, and says more than where the algorithm is
    used. A closer look: one may hold, or only precaution says so, or there is no rating.
    """
    if own is None:
        return Signal.CHECK, ()
    above = tuple(found for found in counting if tier.rank[found.rule.level] > tier.rank[own])
    certain = tuple(f for f in above if f.is_certain and f.rule.id not in guide.rules.precaution)
    if certain:
        return Signal.HIGHER, certain
    return (Signal.CHECK, above) if above else (Signal.NONE, ())
