"""Where the success factors stand by the answers given: what is weak, what holds what back, what helps.

There is no total: a strong factor does not make up for a weak one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from assessment.answers import UNKNOWN, Value
from assessment.framework import Framework
from assessment.outcome import Outcome
from assessment.parts import Question
from assessment.success.parts import GOOD, WEAK, Dependency, Domain, Emphasis, Factor, Help, Theme
from assessment.truth import COUNTED
from assessment.weighing import Weighing

State = Literal["scored", "unknown", "unanswered", "not_asked"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One factor as it stands. `score` (1 to 5): only when it is scored. `because` explains a fixed score."""

    factor: Factor
    question: Question
    state: State
    score: int | None = None
    because: str = ""

    @property
    def is_open(self) -> bool:
        """It is asked, and nobody knows yet: neither low nor high."""
        return self.state in ("unknown", "unanswered")

    @property
    def is_short(self) -> bool:
        """It is known to be less than good."""
        return self.score is not None and self.score < GOOD

    @property
    def is_weak(self) -> bool:
        """It is known to be so low that what depends on it cannot be met."""
        return self.score is not None and self.score <= WEAK


@dataclass(frozen=True, slots=True)
class ThemeReading:
    """The factors of one theme, in the order of the framework."""

    theme: Theme
    readings: tuple[Reading, ...]

    @property
    def scored(self) -> tuple[Reading, ...]:
        """The factors with a score, the lowest first."""
        return tuple(sorted((r for r in self.readings if r.score is not None), key=_score))

    @property
    def weakest(self) -> tuple[Reading, ...]:
        """The factors that share the lowest score, when that is less than good."""
        return tuple(r for r in self.scored if r.is_short and r.score == self.scored[0].score)

    @property
    def open(self) -> tuple[Reading, ...]:
        """The factors that nobody knows about yet."""
        return tuple(r for r in self.readings if r.is_open)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A factor that another one cannot do without, and that is weak, or (not `sure`) still open."""

    dependency: Dependency
    other: Reading

    @property
    def sure(self) -> bool:
        """It is known to be weak."""
        return self.other.is_weak


@dataclass(frozen=True, slots=True)
class Link:
    """A factor that is less than good, with what stands in its way, what it holds back, and what helps."""

    reading: Reading
    obstacles: tuple[Obstacle, ...]
    holds_back: tuple[Factor, ...]
    helps: tuple[Help, ...]
    emphasis: Emphasis | None

    @property
    def is_blocked(self) -> bool:
        """Something else has to be in order first."""
        return any(obstacle.sure for obstacle in self.obstacles)


@dataclass(frozen=True)
class Profile:
    """All factors as they stand. `domain` is None while nobody chose one that has an emphasis of its own."""

    framework: Framework
    readings: Mapping[str, Reading]
    domain: Domain | None
    domain_question: Question | None

    @property
    def is_asked(self) -> bool:
        """At least one factor is asked about."""
        return any(reading.state != "not_asked" for reading in self.readings.values())

    @cached_property
    def themes(self) -> tuple[ThemeReading, ...]:
        """The factors by theme."""
        return tuple(
            ThemeReading(theme, tuple(r for r in self.readings.values() if r.factor.theme == theme.id))
            for theme in self.framework.success_themes.values()
        )

    @property
    def open(self) -> tuple[Reading, ...]:
        """The factors that nobody knows about yet."""
        return tuple(reading for reading in self.readings.values() if reading.is_open)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """What is less than good: the lowest first, of equals what weighs more in the domain."""
        short = [reading for reading in self.readings.values() if reading.is_short]
        return tuple(self._link(reading) for reading in sorted(short, key=self._urgency))

    @property
    def begin_with(self) -> tuple[Link, ...]:
        """The weak factors that nothing else stands in the way of, as far as they hold others back."""
        return tuple(
            link for link in self.links if link.reading.is_weak and not link.is_blocked and link.holds_back
        )

    @property
    def helping(self) -> tuple[tuple[Help, tuple[Factor, ...]], ...]:
        """What helps here, with the factors it helps, in the order of the framework."""
        helps = self.framework.success_helps.values()
        found = ((each, tuple(k.reading.factor for k in self.links if each in k.helps)) for each in helps)
        return tuple((each, helped) for each, helped in found if helped)

    @property
    def doubtful(self) -> tuple[tuple[Reading, Obstacle], ...]:
        """Factors that are called good while one they cannot do without is weak."""
        good = (r for r in self.readings.values() if r.score is not None and not r.is_short)
        return tuple((r, obstacle) for r in good for obstacle in self.obstacles(r) if obstacle.sure)

    def obstacles(self, reading: Reading) -> tuple[Obstacle, ...]:
        """Return what stands, or may stand, in the way of a factor."""
        found = (Obstacle(each, self.readings[each.factor]) for each in reading.factor.depends_on)
        return tuple(obstacle for obstacle in found if obstacle.sure or obstacle.other.is_open)

    def emphasis(self, factor: Factor) -> Emphasis | None:
        """Return what to look at in the domain of this algorithm."""
        return factor.by_domain.get(self.domain.id) if self.domain else None

    def _link(self, reading: Reading) -> Link:
        name = reading.factor.id
        return Link(
            reading=reading,
            obstacles=self.obstacles(reading),
            holds_back=tuple(
                other.factor
                for other in self.readings.values()
                if other.state != "not_asked" and name in {each.factor for each in other.factor.depends_on}
            ),
            helps=tuple(self.framework.success_helps[help_] for help_ in reading.factor.helps),
            emphasis=self.emphasis(reading.factor),
        )

    def _urgency(self, reading: Reading) -> tuple[int, bool]:
        emphasis = self.emphasis(reading.factor)
        return _score(reading), not (emphasis and emphasis.weighs_more)


def profile(outcome: Outcome) -> Profile:
    """Read the success factors from the answers of an outcome. They say nothing about its risk."""
    framework = outcome.framework
    weighing = Weighing(framework, outcome.answers)
    readings = {name: _read(outcome, weighing, factor) for name, factor in framework.success_factors.items()}
    domains = framework.success_domains.values()
    asked = [domain.question for domain in domains if domain.question in outcome.shown]
    return Profile(
        framework=framework,
        readings=readings,
        domain=next((each for each in domains if outcome.answers.get(each.question) in each.options), None),
        domain_question=framework.questions[asked[0]] if asked else None,
    )


def _read(outcome: Outcome, weighing: Weighing, factor: Factor) -> Reading:
    question = outcome.framework.questions[factor.question]
    value = outcome.answers.get(question.id)
    if question.id not in outcome.shown:
        fixed = factor.fixed
        if fixed and fixed.when.judge(weighing).worlds & COUNTED:
            return Reading(factor, question, "scored", fixed.score, fixed.because)
        return Reading(factor, question, "not_asked")
    if value is None:
        return Reading(factor, question, "unanswered")
    if value == UNKNOWN:
        return Reading(factor, question, "unknown")
    return Reading(factor, question, "scored", _points(factor, value))


def _points(factor: Factor, value: Value) -> int:
    return factor.scores[value] if isinstance(value, str) else int(str(value))


def _score(reading: Reading) -> int:
    return reading.score or 0
