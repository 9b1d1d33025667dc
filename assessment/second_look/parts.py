"""What follows from the register, as it stands in data/register/."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pydantic import Field

from assessment.answers import Value, is_unknown
from assessment.parts import Part
from assessment.register.plain import key


class Always(Part):
    """An answer that holds for every entry."""

    question: str
    answer: tuple[str, ...] = Field(min_length=1)
    because: str
    source: str


class Says(Always):
    """An answer that holds when a field of the entry has one of these options."""

    field: str
    options: tuple[str, ...] = Field(min_length=1)


class Taken(Part):
    """A question whose answer a new assessment takes from the first of these fields that has a value."""

    question: str
    fields: tuple[str, ...] = Field(min_length=1)


class Rules(Part):
    """Everything in second_look.yaml; see there for what its keys mean."""

    always: tuple[Always, ...]
    says: tuple[Says, ...]
    own_ratings: Mapping[str, str]
    precaution: tuple[str, ...]
    not_first: tuple[str, ...]
    intake: tuple[Taken, ...]


@dataclass(frozen=True)
class Described:
    """What the description of one algorithm says.

    It holds as long as `quote` stands in that description; `line` is its line in the file.
    """

    line: int
    number: str
    name: str
    question: str
    answer: tuple[str, ...]
    quote: str
    note: str
    source: str


@dataclass(frozen=True)
class Guide:
    """The rules, and what is known of single algorithms."""

    rules: Rules
    described: tuple[Described, ...]

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Described, ...]]:
        """What is described per name, made plain."""
        found: dict[str, list[Described]] = {}
        for each in self.described:
            found.setdefault(key(each.name), []).append(each)
        return {name: tuple(all_of_it) for name, all_of_it in found.items()}


@dataclass(frozen=True)
class Statement:
    """What the register says about one question: an answer, or (`doubt`) that it is open.

    `quote` is what it says word for word, when that is where this comes from.
    """

    question: str
    value: Value
    quote: str
    note: str
    source: str

    @property
    def doubt(self) -> bool:
        """The register raises this question and does not answer it, or only in part."""
        return is_unknown(self.value)
