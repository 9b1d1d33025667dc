"""A publication for the national register of algorithms: as JSON for its interface, and as a sheet."""

import json
from typing import Any

from assessment.publication.publication import Publication
from assessment.publication.words import origin_text
from assessment.register.links import links
from assessment.register.parts import Field
from reports.sheets import Sheet
from texts import _

LANGUAGE, STANDARD = "nld", "1.0"


def publication_data(found: Publication) -> dict[str, Any]:
    """Give the fields that have a value, under the names of publication standard 1.0."""
    values = {field.national or field.id: _value(field, found.value(field.id)) for field in found.fields}
    made = {"lang": LANGUAGE, "standard_version": STANDARD, "source_id": found.source_id}
    return {name: value for name, value in values.items() if value} | made


def publication_json(found: Publication) -> bytes:
    """Write it as JSON that people can read too."""
    return (json.dumps(publication_data(found), ensure_ascii=False, indent=2) + "\n").encode()


def publication_sheet(found: Publication) -> Sheet:
    """Give every field with its value, where that comes from, and what is still to do."""
    columns = (
        _("Veld"),
        _("Naam in de standaard"),
        _("Waarde"),
        _("Komt uit"),
        _("Tekens"),
        _("Passen"),
        _("Verplicht"),
        _("Nog te doen"),
    )
    return Sheet(_("Algoritmeregister"), columns, [_row(found, field) for field in found.fields])


def _row(found: Publication, field: Field) -> tuple[str | int | bool, ...]:
    value = found.value(field.id)
    said = "; ".join(todo.text for todo in found.to_do if todo.field.id == field.id)
    return (
        field.text,
        field.national or "",
        _shown(field, value),
        origin_text(found.origins[field.id]),
        len(value),
        field.longest,
        field.required_there,
        said,
    )


def _value(field: Field, value: str) -> Any:
    if field.kind == "links":
        return [_link(title, url) for title, url in ((link.title, link.url) for link in links(value))]
    if field.kind == "multi":
        return [field.by_option[key].national or key for key in field.chosen(value)]
    if field.kind == "choice" and value:
        return field.by_option[value].national
    return value


def _link(title: str, url: str) -> dict[str, str]:
    return {"title": title, "link": url} if url else {"title": title}


def _shown(field: Field, value: str) -> str:
    found = _value(field, value)
    return (
        "; ".join(map(str, found))
        if field.kind == "multi"
        else value
        if field.kind == "links"
        else found or ""
    )
