"""What the national register is filled in with, as it stands in data/publication/algoritmeregister.yaml."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from assessment.fault_words import reason, subject, unknown
from assessment.faults import Fault, FrameworkFaults, did_you_mean, shown_path
from assessment.framework import Framework
from assessment.publication.parts import Filling, FillingFile
from assessment.register.fields import register_fields
from assessment.strict_yaml import Document, read
from texts import _

FILE = Path(__file__).resolve().parents[2] / "data" / "publication" / "algoritmeregister.yaml"
Wrong = tuple[str, str]  # what is wrong, and what may be meant


def load(path: Path = FILE, framework: Framework | None = None) -> FillingFile:
    """Read the file. Raises FrameworkFaults with everything that is wrong, each with its line.

    With a framework the questions, options, levels and instruments that it names are checked too.
    """
    document, faults = read(path, shown_path(path, Path.cwd()))
    if document.node is None:
        raise FrameworkFaults(faults)
    try:
        file = FillingFile.model_validate(document.data)
    except ValidationError as error:
        raise FrameworkFaults([*faults, *_form(document, error)]) from error
    faults.extend(_check(document, file, framework))
    if faults:
        raise FrameworkFaults(faults)
    return file


@cache
def filling_file() -> FillingFile:
    """Give everything in the file, read once."""
    return load()


def fillings() -> Mapping[str, Filling]:
    """Give where each field comes from, by its id, in the order of the standard."""
    return {filling.field: filling for filling in filling_file().fields}


def _form(document: Document, error: ValidationError) -> Iterator[Fault]:
    for detail in error.errors():
        path = list(detail["loc"])
        place = ".".join(map(str, path))
        yield Fault(document.file, document.line(path), f"{place}: {reason(detail)}.")


def _check(document: Document, file: FillingFile, framework: Framework | None) -> Iterator[Fault]:
    national = {field.id for field in register_fields().values() if field.national}
    named = [filling.field for filling in file.fields]
    for index, filling in enumerate(file.fields):
        wrong = list(_of_field(filling, national, named[:index]))
        if framework is not None:
            wrong += _of_framework(filling, framework)
        for message, hint in wrong:
            line = document.line(["fields", index])
            yield Fault(document.file, line, f"{subject('fields', filling.field)} {message}", hint)
    for name in sorted(national - set(named)):
        message = _("veld '{name}' van de standaard ontbreekt hier.").format(name=name)
        yield Fault(document.file, document.line(["fields"]), message)


def _of_field(filling: Filling, national: set[str], before: list[str]) -> Iterator[Wrong]:
    if filling.field not in national:
        yield _("bestaat niet in de standaard."), did_you_mean(filling.field, national)
    if filling.field in before:
        yield _("staat hier nog een keer."), ""
    options = _options(filling.field)
    values = [*(case.value for case in filling.cases), *filling.levels.values()]
    yield from _unknown("value", values if options else (), options)


def _of_framework(filling: Filling, framework: Framework) -> Iterator[Wrong]:
    questions = framework.questions
    asked = [*filling.text, *filling.told, *(name for case in filling.cases for name in case.when)]
    yield from _unknown("question", asked, questions)
    for case in filling.cases:
        for name, option in case.when.items():
            if name in questions:
                yield from _unknown("option", [option], [each.id for each in questions[name].options])
    yield from _unknown("instrument", filling.not_needed, framework.instruments)
    if filling.outcome:
        yield from _unknown("dimension", [filling.outcome], framework.dimensions)
        if filling.outcome in framework.dimensions:
            levels = [level.id for level in framework.dimensions[filling.outcome].levels]
            yield from _unknown("level", filling.levels, levels)


def _unknown(what: str, names: Iterable[str], known: Iterable[str]) -> Iterator[Wrong]:
    there = list(known)
    for name in names:
        if name not in there:
            yield unknown(what, name, there)


def _options(field: str) -> list[str]:
    found = register_fields().get(field)
    return list(found.by_option) if found else []
