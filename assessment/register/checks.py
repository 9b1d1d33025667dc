"""Does the file with the fields of the register mean something? All faults at once, each with its line."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from assessment.condition_checks import unknown
from assessment.faults import Fault, did_you_mean
from assessment.register.parts import Field, FieldFile, Group, Made, Option
from assessment.register.plain import key, words
from assessment.register.sheet import NUMBER
from assessment.strict_yaml import Document

LABELLED = ("choice", "multi")
Found = tuple[tuple[str | int, ...], str, str]


def check(document: Document) -> tuple[FieldFile | None, list[Fault]]:
    """Read a document as the file with the fields; give it with everything that is wrong."""
    try:
        file = FieldFile.model_validate(document.data)
    except ValidationError as error:
        return None, [_form_fault(document, detail) for detail in error.errors()]
    return file, list(_check_names(file, document))


def _check_names(file: FieldFile, document: Document) -> Iterator[Fault]:
    yield from _twice(document, "groups", [group.id for group in file.groups])
    yield from _twice(document, "fields", [field.id for field in file.fields])
    for index, field in enumerate(file.fields):
        for path, message, hint in _field_faults(file, field):
            line = document.line(["fields", index, *path])
            yield Fault(document.file, line, f"field '{field.id}' {message}", hint)
    yield from _national_twice(file, document)
    yield from _headers_twice(file, document)


def _form_fault(document: Document, detail: Any) -> Fault:
    path = list(detail["loc"])
    last = str(path[-1]) if path else ""
    place = _subject(document, path)
    if detail["type"] == "extra_forbidden":
        message = f"{place}has a key '{last}' that does not exist."
        return Fault(document.file, document.line(path), message, did_you_mean(last, _known_keys(path)))
    if detail["type"] == "missing":
        return Fault(document.file, document.line(path[:-1]), f"{place}has no '{last}'.")
    return Fault(document.file, document.line(path), f"{place}has a wrong '{last}': {detail['msg'].lower()}.")


def _known_keys(path: list[Any]) -> Iterable[str]:
    models: dict[str, type[BaseModel]] = {"groups": Group, "fields": Field, "made": Made}
    model = Option if "options" in path else models.get(str(path[0]), FieldFile)
    return model.model_fields


def _subject(document: Document, path: list[Any]) -> str:
    if len(path) < 2:
        return "the file "
    part = _at(document.data, path[:2])
    name = part.get("id", path[1]) if isinstance(part, dict) else path[1]
    return f"{str(path[0]).removesuffix('s')} '{name}' "


def _at(data: Any, path: list[Any]) -> Any:
    for step in path:
        data = data[step]
    return data


def _twice(document: Document, section: str, names: list[str]) -> Iterator[Fault]:
    for index, name in enumerate(names):
        first = names.index(name)
        if first != index:
            message = f"{section.removesuffix('s')} '{name}' exists twice."
            hint = f"The first is on line {document.line([section, first])}."
            yield Fault(document.file, document.line([section, index]), message, hint)


def _field_faults(file: FieldFile, field: Field) -> Iterator[Found]:
    groups = [group.id for group in file.groups]
    if field.group not in groups:
        yield ("group",), *unknown("group", field.group, groups)
    if field.source not in file.sources:
        yield ("source",), *unknown("source", field.source, file.sources)
    if field.kind in LABELLED and not field.options:
        yield ("kind",), f"is of the kind '{field.kind}' and has no options.", "Add 'options'."
    if field.kind not in LABELLED and field.options:
        yield ("options",), f"has options, and is of the kind '{field.kind}'.", ""
    if field.open and field.kind != "choice":
        yield ("open",), "is 'open', which only a choice can be.", ""
    if field.advised is not None and field.advised > field.longest:
        yield ("advised",), f"advises {field.advised} characters, and {field.longest} fit.", ""
    if field.required_there and field.national is None:
        yield ("required_there",), "is required there, and has no 'national' name.", ""
    yield from _option_faults(field)


def _option_faults(field: Field) -> Iterator[Found]:
    seen: dict[str, str] = {}
    for index, option in enumerate(field.options):
        if not option.id.replace("_", "").isalnum():
            yield ("options", index), f"has an option '{option.id}'.", "A key is letters, digits and '_'."
        for word in {key(name) for name in (option.id, option.text, *option.synonyms)}:
            if seen.setdefault(word, option.id) != option.id:
                message = f"reads '{word}' as option '{option.id}' and as option '{seen[word]}'."
                yield ("options", index), message, "A word leads to one option."


def _national_twice(file: FieldFile, document: Document) -> Iterator[Fault]:
    seen = {part.national for part in file.made}
    for index, field in enumerate(file.fields):
        if field.national in seen and field.national is not None:
            line = document.line(["fields", index, "national"])
            yield Fault(
                document.file, line, f"field '{field.id}' is a second '{field.national}' of the standard."
            )
        seen.add(field.national or "")


def _headers_twice(file: FieldFile, document: Document) -> Iterator[Fault]:
    seen = {words(header): NUMBER for header in (NUMBER, *file.number_headers)}
    for index, field in enumerate(file.fields):
        for header in {words(name) for name in (field.id, field.text, *field.headers)}:
            if seen.setdefault(header, field.id) != field.id:
                line = document.line(["fields", index, "headers"])
                message = f"field '{field.id}' has the header '{header}', which is field '{seen[header]}'."
                yield Fault(document.file, line, message, "A header leads to one field.")
