"""The parts of the file with the fields of the register."""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from pydantic import Field as Limited

from assessment.parts import Identified, Part

UNKNOWN = "onbekend"
# Between the options of a field that takes several; no key of an option holds it.
BETWEEN = ";"


class Option(Identified):
    """One choice; `national` is what the national register calls it, `synonyms` what spreadsheets do."""

    text: str
    national: str | None = None
    synonyms: tuple[str, ...] = ()


class Group(Identified):
    """Fields that stand together on the screen."""

    text: str


class Field(Identified):
    """One thing that is kept of an algorithm; see the head of the file for what its keys mean."""

    group: str
    kind: Literal["text", "long", "choice", "multi", "month", "date", "url", "contact", "links"]
    text: str
    help: str
    source: str
    longest: int = Limited(default=100, ge=1)
    advised: int | None = None
    longest_title: int = Limited(default=500, ge=1)
    required: bool = False
    open: bool = False
    national: str | None = None
    required_there: bool = False
    options: tuple[Option, ...] = ()
    headers: tuple[str, ...] = ()

    @cached_property
    def by_option(self) -> Mapping[str, Option]:
        """Options by key."""
        return {option.id: option for option in self.options}

    def chosen(self, value: str) -> tuple[str, ...]:
        """Give the option keys in a stored value."""
        return tuple(filter(None, value.split(BETWEEN)))

    def said(self, value: str) -> str:
        """Give a stored value in words, with the labels of its options."""
        if self.kind not in ("choice", "multi"):
            return value
        keys = self.chosen(value) if self.kind == "multi" else (value,)
        return f"{BETWEEN} ".join(self.by_option[key].text if key in self.by_option else key for key in keys)


class Made(Part):
    """A field of the national standard that nobody fills in."""

    national: str
    because: str


class FieldFile(Part):
    """Everything in the file."""

    sources: dict[str, str]
    groups: tuple[Group, ...]
    unknown_words: tuple[str, ...]
    number_headers: tuple[str, ...]
    fields: tuple[Field, ...]
    made: tuple[Made, ...]
