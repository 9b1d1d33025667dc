"""What happened to an entry, or would happen, in words."""

from collections.abc import Mapping

from assessment.register.fields import register_fields
from services.register import NUMBER
from texts import _
from ui.register import values

# Of a long text the history shows the beginning; the whole stands in its field.
PREVIEW = 200


def changes(detail: Mapping[str, tuple[str, str]]) -> list[str]:
    """Say of each field what it was and what it became, in the order of the screen."""
    places = {name: place for place, name in enumerate((NUMBER, *register_fields()))}
    names = sorted(detail, key=lambda name: places.get(name, len(places)))
    return [_change(name, *detail[name]) for name in names]


def _change(name: str, was: str, became: str) -> str:
    if not was:
        return _("{field}: {now}.").format(field=_label(name), now=_short(name, became))
    if not became:
        return _("{field} is leeggemaakt. Eerst: {before}.").format(
            field=_label(name), before=_short(name, was)
        )
    return _("{field}. Eerst: {before}. Nu: {now}.").format(
        field=_label(name), before=_short(name, was), now=_short(name, became)
    )


def _label(name: str) -> str:
    return _("Nummer") if name == NUMBER else register_fields()[name].text if _is_field(name) else name


def _short(name: str, value: str) -> str:
    text = values.plain(register_fields()[name], value) if _is_field(name) else value
    return short(" ".join(text.split()).removesuffix("."))


def short(text: str) -> str:
    """Give the beginning of a long text, and say that it is not all."""
    return text if len(text) <= PREVIEW else _("{begin}… (ingekort)").format(begin=text[:PREVIEW].rstrip())


def _is_field(name: str) -> bool:
    # A field may be gone from the file since; what happened to it stays in the history.
    return name in register_fields()
