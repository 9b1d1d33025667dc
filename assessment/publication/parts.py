"""The parts of the file that says what the national register is filled in with."""

from typing import Literal

from pydantic import Field as Default

from assessment.parts import Part


class Case(Part):
    """A value for when every one of these questions has this answer."""

    when: dict[str, str]
    value: str


class Filling(Part):
    """Where one field comes from; see the head of the file for what its keys mean."""

    field: str
    todo: str
    cases: tuple[Case, ...] = ()
    outcome: str | None = None
    levels: dict[str, str] = Default(default_factory=dict)
    text: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    done: bool = False
    not_needed: tuple[str, ...] = ()
    setting: Literal["municipality"] | None = None
    may_leave_out: bool = False


class FillingFile(Part):
    """Everything in the file; `assessments` names instruments as the national register does."""

    source: str
    assessments: dict[str, str]
    fields: tuple[Filling, ...]
