"""Does the file with the fields of the register mean something? All faults at once, each with its line."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from assessment.fault_words import has_no, no_such_key, subject, twice, unknown, wrong
from assessment.faults import Fault, did_you_mean
from assessment.register.parts import Field, FieldFile, Group, Made, Option
from assessment.register.plain import key, words
from assessment.register.sheet import NUMBER
from assessment.strict_yaml import Document
from texts import _

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
            yield Fault(document.file, line, f"{subject('fields', field.id)} {message}", hint)
    yield from _national_twice(file, document)
    yield from _headers_twice(file, document)


def _form_fault(document: Document, detail: Any) -> Fault:
    path = list(detail["loc"])
    last = str(path[-1]) if path else ""
    place = _subject(document, path)
    if detail["type"] == "extra_forbidden":
        hint = did_you_mean(last, _known_keys(path))
        return Fault(document.file, document.line(path), f"{place} {no_such_key(last)}", hint)
    if detail["type"] == "missing":
        return Fault(document.file, document.line(path[:-1]), f"{place} {has_no(last)}")
    return Fault(document.file, document.line(path), f"{place} {wrong(last, detail)}")


def _known_keys(path: list[Any]) -> Iterable[str]:
    models: dict[str, type[BaseModel]] = {"groups": Group, "fields": Field, "made": Made}
    model = Option if "options" in path else models.get(str(path[0]), FieldFile)
    return model.model_fields


def _subject(document: Document, path: list[Any]) -> str:
    if len(path) < 2:
        return _("het bestand")
    part = _at(document.data, path[:2])
    name = part.get("id", path[1]) if isinstance(part, dict) else path[1]
    return subject(str(path[0]), name)


def _at(data: Any, path: list[Any]) -> Any:
    for step in path:
        data = data[step]
    return data


def _twice(document: Document, section: str, names: list[str]) -> Iterator[Fault]:
    for index, name in enumerate(names):
        first = names.index(name)
        if first != index:
            hint = _("De eerste staat op regel {line}.").format(line=document.line([section, first]))
            yield Fault(document.file, document.line([section, index]), twice(section, name), hint)


def _field_faults(file: FieldFile, field: Field) -> Iterator[Found]:
    groups = [group.id for group in file.groups]
    if field.group not in groups:
        yield ("group",), *unknown("group", field.group, groups)
    if field.source not in file.sources:
        yield ("source",), *unknown("source", field.source, file.sources)
    if field.kind in LABELLED and not field.options:
        message = _("is van de soort '{kind}' en heeft geen keuzes.").format(kind=field.kind)
        yield ("kind",), message, _("Voeg '{key}' toe.").format(key="options")
    if field.kind not in LABELLED and field.options:
        yield ("options",), _("heeft keuzes, en is van de soort '{kind}'.").format(kind=field.kind), ""
    if field.open and field.kind != "choice":
        yield ("open",), _("is 'open', en dat kan alleen een veld met één keuze zijn."), ""
    yield from _size_faults(field)
    yield from _option_faults(field)


def _size_faults(field: Field) -> Iterator[Found]:
    if field.advised is not None and field.advised > field.longest:
        message = _("raadt {advised} tekens aan, en er passen er {longest}.")
        yield ("advised",), message.format(advised=field.advised, longest=field.longest), ""
    if field.required_there and field.national is None:
        yield ("required_there",), _("is daar verplicht, en heeft geen naam bij 'national'."), ""


def _option_faults(field: Field) -> Iterator[Found]:
    seen: dict[str, str] = {}
    for index, option in enumerate(field.options):
        if not option.id.replace("_", "").isalnum():
            message = _("heeft een keuze '{option}'.").format(option=option.id)
            yield ("options", index), message, _("Een sleutel bestaat uit letters, cijfers en '_'.")
        for word in {key(name) for name in (option.id, option.text, *option.synonyms)}:
            if seen.setdefault(word, option.id) != option.id:
                text = _("leest '{word}' als keuze '{option}' en als keuze '{other}'.")
                message = text.format(word=word, option=option.id, other=seen[word])
                yield ("options", index), message, _("Een woord leidt naar één keuze.")


def _national_twice(file: FieldFile, document: Document) -> Iterator[Fault]:
    seen = {part.national for part in file.made}
    for index, field in enumerate(file.fields):
        if field.national in seen and field.national is not None:
            line = document.line(["fields", index, "national"])
            message = _("{part} is een tweede '{name}' van de standaard.").format(
                part=subject("fields", field.id), name=field.national
            )
            yield Fault(document.file, line, message)
        seen.add(field.national or "")


def _headers_twice(file: FieldFile, document: Document) -> Iterator[Fault]:
    seen = {words(header): NUMBER for header in (NUMBER, *file.number_headers)}
    for index, field in enumerate(file.fields):
        for header in {words(name) for name in (field.id, field.text, *field.headers)}:
            if seen.setdefault(header, field.id) != field.id:
                line = document.line(["fields", index, "headers"])
                message = _("{part} heeft de kop '{header}', maar die hoort bij veld '{other}'.").format(
                    part=subject("fields", field.id), header=header, other=seen[header]
                )
                yield Fault(document.file, line, message, _("Een kop leidt naar één veld."))
