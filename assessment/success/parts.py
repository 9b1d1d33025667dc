"""The chance of success as it stands in a framework: themes, factors, what helps, domains."""

from collections.abc import Mapping
from functools import cached_property

from pydantic import Field

from assessment.conditions import Condition
from assessment.parts import Identified, Part

LOWEST, HIGHEST = 1, 5
# From GOOD on a factor is in order, up to WEAK it holds back what depends on it, between them it is fair.
GOOD, WEAK = 4, 2


class Theme(Identified):
    """A group of factors that is judged together."""

    name: str
    meaning: str


class Domain(Identified):
    """A field of work in which some factors weigh more: those who choose one of `options` at `question`."""

    name: str
    question: str
    options: tuple[str, ...] = Field(min_length=1)


class Help(Identified):
    """Something that strengthens factors. `verify` says what somebody still has to confirm."""

    name: str
    what: str
    source: str
    verify: str | None = None


class Emphasis(Part):
    """What to look at in one domain. With `weighs_more` the factor itself weighs more there."""

    domain: str
    text: str
    source: str
    weighs_more: bool = False


class Dependency(Part):
    """Another factor without which this one cannot be met."""

    factor: str
    because: str


class Fixed(Part):
    """The score while `when` holds and the question of the factor is not asked."""

    when: Condition
    score: int = Field(ge=LOWEST, le=HIGHEST)
    because: str


class Factor(Identified):
    """One success factor, read from the answer to one question.

    `scores` gives the score (1 to 5) of each option of a question with options; an answer on a scale is the
    score itself. `first` is the first thing to do about it. `source` is where the factor comes from,
    `guide_source` where indicators, first step and dependencies do.
    """

    name: str
    theme: str
    question: str
    scores: Mapping[str, int] = {}
    fixed: Fixed | None = None
    meaning: str
    indicators: tuple[str, ...] = Field(min_length=1)
    emphasis: tuple[Emphasis, ...] = ()
    depends_on: tuple[Dependency, ...] = ()
    helps: tuple[str, ...] = Field(min_length=1)
    first: str
    source: str
    guide_source: str

    @cached_property
    def by_domain(self) -> Mapping[str, Emphasis]:
        """What to look at, by domain."""
        return {emphasis.domain: emphasis for emphasis in self.emphasis}
