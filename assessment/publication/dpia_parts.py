"""The parts of the files about the form tool of the government for a DPIA."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field as Default

from assessment.parts import Part

Form = Literal["prescan", "dpia"]


class Task(Part):
    """A question of the tool; `group` is the list it stands in, `needs` what has to be answered for it."""

    kind: Literal["text", "one", "many"]
    options: tuple[str, ...] = ()
    group: str | None = None
    needs: dict[str, str] = Default(default_factory=dict)


class TaskForm(Part):
    """One form of the tool: its name with version, and its questions by number."""

    urn: str
    tasks: dict[str, Task]


class TaskFile(Part):
    """Both forms of the tool."""

    prescan: TaskForm
    dpia: TaskForm

    def of(self, form: Form) -> TaskForm:
        """Give one of the two."""
        return self.prescan if form == "prescan" else self.dpia


class Answer(Part):
    """Where the answer to one question comes from; see the head of the file for what its keys mean."""

    task: str
    text: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    true_for: dict[str, tuple[str, ...]] = Default(default_factory=dict)
    false_for: dict[str, tuple[str, ...]] = Default(default_factory=dict)
    facts: tuple[str, ...] = ()
    picks: dict[str, dict[str, str]] = Default(default_factory=dict)
    by_fact: dict[str, str] = Default(default_factory=dict)
    setting: Literal["municipality"] | None = None
    fixed: str | None = None
    to_do: bool = False


class Cell(Part):
    """Where one answer of an item in a list comes from."""

    option: bool = False
    reason: bool = False
    choices: dict[str, str] = Default(default_factory=dict)
    text: tuple[str, ...] = ()
    all_of: str | None = None


class Group(Part):
    """A list of the tool, and what makes an item of it."""

    group: str
    cells: dict[str, Cell]
    each_of: str | None = None
    reasons_of: str | None = None


class FormFilling(Part):
    """What one form is filled in with."""

    answers: tuple[Answer, ...]
    groups: tuple[Group, ...] = ()


class FormFile(Part):
    """What both forms are filled in with."""

    source: str
    forms: Mapping[Form, FormFilling]
