"""What the form tool for a DPIA asks, and what it is filled in with: data/publication/dpia_form*.yaml."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from assessment.fault_words import reason, subject, unknown
from assessment.faults import Fault, FrameworkFaults, did_you_mean, shown_path
from assessment.framework import Framework
from assessment.publication.dpia_parts import Answer, Form, FormFile, FormFilling, Group, TaskFile, TaskForm
from assessment.strict_yaml import Document, read
from texts import _

FOLDER = Path(__file__).resolve().parents[2] / "data" / "publication"
TASKS, FILLING = FOLDER / "dpia_form_tasks.yaml", FOLDER / "dpia_form.yaml"
Wrong = tuple[str, str]
Read = TypeVar("Read", bound=BaseModel)


@cache
def tasks() -> TaskFile:
    """Give the questions of the tool, read once. Raises FrameworkFaults."""
    return _read(TASKS, TaskFile)[0]


@cache
def filling() -> FormFile:
    """Give what they are filled in with, read once. Raises FrameworkFaults."""
    return load()


def load(path: Path = FILLING, framework: Framework | None = None) -> FormFile:
    """Read what they are filled in with. Raises FrameworkFaults with everything wrong, each with its line.

    With a framework the questions, options, facts and dimensions that it names are checked too.
    """
    file, document = _read(path, FormFile)
    faults = [
        fault for form, filled in file.forms.items() for fault in _check(document, form, filled, framework)
    ]
    if faults:
        raise FrameworkFaults(faults)
    return file


def _read(path: Path, kind: type[Read]) -> tuple[Read, Document]:
    document, faults = read(path, shown_path(path, Path.cwd()))
    if faults:
        raise FrameworkFaults(faults)
    try:
        return kind.model_validate(document.data), document
    except ValidationError as error:
        wrong = [
            Fault(document.file, document.line(list(one["loc"])), f"{one['loc'][-1]}: {reason(one)}.")
            for one in error.errors()
        ]
        raise FrameworkFaults(wrong) from error


def _check(
    document: Document, form: Form, filled: FormFilling, framework: Framework | None
) -> Iterator[Fault]:
    known = tasks().of(form)
    for index, answer in enumerate(filled.answers):
        wrong = [*_answer(known, answer), *(_in_framework(answer, framework) if framework else ())]
        for message, hint in wrong:
            line = document.line(["forms", form, "answers", index])
            yield Fault(document.file, line, f"{subject('task', answer.task)} {message}", hint)
    for index, group in enumerate(filled.groups):
        for message, hint in _group(known, group, framework):
            line = document.line(["forms", form, "groups", index])
            yield Fault(document.file, line, f"{subject('group', group.group)} {message}", hint)


def _answer(known: TaskForm, answer: Answer) -> Iterator[Wrong]:
    task = known.tasks.get(answer.task)
    if task is None or task.group:
        yield _("bestaat niet in het hulpmiddel."), did_you_mean(answer.task, known.tasks)
        return
    picked = [choice for choices in answer.picks.values() for choice in choices.values()]
    picked += [*answer.by_fact.values(), *((answer.fixed,) if answer.fixed else ())]
    picked += ["true", "false"] if answer.true_for or answer.facts else []
    yield from _unknown("choice", picked, task.options)


def _group(known: TaskForm, group: Group, framework: Framework | None) -> Iterator[Wrong]:
    for name, cell in group.cells.items():
        task = known.tasks.get(name)
        if task is None or task.group != group.group:
            yield _("heeft geen taak '{name}'.").format(name=name), did_you_mean(name, known.tasks)
        else:
            yield from _unknown("choice", cell.choices.values() if task.options else (), task.options)
    if framework:
        asked = [name for name in (group.each_of, *(cell.all_of for cell in group.cells.values())) if name]
        asked += [name for cell in group.cells.values() for name in cell.text]
        yield from _unknown("question", asked, framework.questions)
        yield from _unknown("dimension", [group.reasons_of] if group.reasons_of else [], framework.dimensions)
        for cell in group.cells.values():
            if group.each_of in framework.questions:
                yield from _unknown("option", cell.choices, _options(framework, group.each_of or ""))


def _in_framework(answer: Answer, framework: Framework) -> Iterator[Wrong]:
    chosen = {**answer.true_for, **answer.false_for, **answer.picks}
    yield from _unknown("question", [*answer.text, *answer.told, *chosen], framework.questions)
    yield from _unknown("fact", [*answer.facts, *answer.by_fact], framework.facts)
    for options in (answer.true_for, answer.false_for, answer.picks):
        for question, names in options.items():
            if question in framework.questions:
                yield from _unknown("option", names, _options(framework, question))


def _options(framework: Framework, question: str) -> list[str]:
    return [option.id for option in framework.questions[question].options]


def _unknown(what: str, names: Iterable[str], known: Iterable[str]) -> Iterator[Wrong]:
    there = list(known)
    for name in names:
        if name not in there:
            yield unknown(what, name, there)
