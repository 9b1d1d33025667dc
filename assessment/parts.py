"""The parts of a framework as they stand in its files: questions, facts, rules, instruments.

Every model is frozen and refuses unknown keys, so a typing error in a file never passes for silence.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from assessment.conditions import Condition


class Part(BaseModel):
    """A piece of the framework as it stands in a file."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, ignored_types=(cached_property,)
    )


class Identified(Part):
    """A part with an id of its own; ids are unique among parts of the same sort."""

    id: str


class Option(Part):
    """One choice; `article` is where the law names it, `applies_from` the day on which that starts to hold.

    Not `by_choice`: a fact of the matter, which working differently does not bring about.
    """

    id: str
    text: str
    by_choice: bool = True
    article: str | None = None
    applies_from: date | None = None


class Question(Identified):
    """One question on the screen.

    `owner` is the role that finds out what nobody knows. `changeable`: a municipality can choose another
    answer by working differently; `effort` (1 light to 3 heavy) says how hard that is.
    """

    step: str
    kind: Literal["single", "multi", "text", "month", "number", "money", "scale", "line"]
    text: str
    help: str = ""
    source: str
    owner: str = "bim"
    options: tuple[Option, ...] = ()
    show_if: Condition | None = None
    unit: str | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    default: Decimal | None = None
    max_length: int | None = None
    whole: bool = False
    estimate: bool = False
    changeable: bool = False
    effort: int = Field(default=2, ge=1, le=3)
    register_field: str | None = None
    success_factor: str | None = None
    used_by: Literal["summary", "costs"] | None = None

    @cached_property
    def by_option(self) -> Mapping[str, Option]:
        """Options by id."""
        return {option.id: option for option in self.options}

    def option(self, option: str) -> Option:
        """Give the option with this id. Raises KeyError."""
        return self.by_option[option]

    @property
    def may_be_empty(self) -> bool:
        """Nothing is missing when nobody answers: a default stands in, or there is just no such line."""
        return self.default is not None or self.kind == "line"


class Step(Identified):
    """One page of questions; `council_part` is the part of the council's framework it belongs to.

    A step that is `always` asked stands apart from the weighing: the register wants it even when there is
    nothing to weigh.
    """

    title: str
    intro: str
    council_part: str | None = None
    always: bool = False


class Level(Identified):
    """One level of a dimension: a name in words, and what it means."""

    label: str
    meaning: str = ""


class Dimension(Identified):
    """A scale that rules raise; levels from low to high, the first is what holds when no rule does."""

    title: str
    levels: tuple[Level, ...] = Field(min_length=2)

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """Height of each level, 0 for the lowest."""
        return {level.id: height for height, level in enumerate(self.levels)}

    def level(self, level: str) -> Level:
        """Give the level with this id. Raises KeyError."""
        return self.levels[self.rank[level]]


class Later(Part):
    """A later start of a duty, for those who prove `when`."""

    when: Condition
    from_: date = Field(alias="from")
    because: str


class Moment(Identified):
    """A day on which part of the law starts to hold."""

    from_: date = Field(alias="from")
    what: str
    source: str
    later: Later | None = None


class Rule(Identified):
    """When this holds, raise that dimension (or the instrument it stands under) to that level, because.

    `starts` names the moment from which a duty holds. `only_if` limits the duty in words that no question
    asks about. `verify` says what a lawyer still has to confirm.
    """

    dimension: str = Field(default="", alias="raise")
    level: str = Field(alias="to")
    when: Condition
    because: str
    source: str
    starts: str | None = Field(default=None, alias="from")
    only_if: str | None = None
    verify: str | None = None


class Fact(Identified):
    """A condition with a name and a sentence of its own."""

    sentence: str
    when: Condition


class Instrument(Identified):
    """A test, document, decision or duty; `days` is an estimate of the effort in working days (low, high)."""

    name: str
    what: str
    role: str
    days: tuple[Decimal, Decimal]
    moment: str
    source: str
    rules: tuple[Rule, ...] = Field(min_length=1)
    not_needed: str
    verify: str | None = None


class StopSignal(Identified):
    """A message that stands above everything."""

    when: Condition
    text: str
    source: str


class Safeguard(Identified):
    """What has to be in order from (and at most until) a tier: one of the `sufficient` answers."""

    question: str
    sufficient: tuple[str, ...] = Field(min_length=1)
    from_tier: str
    until_tier: str | None = None
    instrument: str
    todo: str


class Named(Identified):
    """A role, or a moment in the life cycle, with its name on the screen."""

    name: str


class Source(Identified):
    """A law, report or guideline; a citation starts with its `abbreviation`."""

    abbreviation: str
    name: str
    url: str | None = None
