"""What the register knows of an algorithm, as people read it."""

from collections.abc import Callable, Mapping
from datetime import date
from html import escape
from urllib.parse import urlsplit

from assessment.months import date_text, month_text
from assessment.register.links import links
from assessment.register.parts import Field
from texts import _


def plain(field: Field, value: str) -> str:
    """Return a value in words; "Niet ingevuld" for none."""
    if not value:
        return _("Niet ingevuld")
    return _PLAIN.get(field.kind, field.said)(value)


def html(field: Field, value: str) -> str:
    """Return a value as HTML, in which addresses are links."""
    if value and field.kind in _HTML:
        return _HTML[field.kind](value)
    return escape(plain(field, value))


def _day(value: str) -> str:
    return date_text(date.fromisoformat(value))


def _address(value: str) -> str:
    # Whatever brought the value in: no other kind of address ever becomes a link.
    if urlsplit(value).scheme not in ("http", "https"):
        return escape(value)
    return _link(value, value)


def _link(address: str, label: str) -> str:
    return f'<a href="{escape(address)}" target="_blank" rel="noreferrer">{escape(label)}</a>'


def _links(value: str) -> str:
    items = (
        _link(link.url, link.title) if link.url.startswith("http") else escape(link.title)
        for link in links(value)
    )
    return f'<ul class="ws-used">{"".join(f"<li>{item}</li>" for item in items)}</ul>'


def _contact(value: str) -> str:
    return _address(value) if "://" in value else escape(value)


_PLAIN: Mapping[str, Callable[[str], str]] = {"date": _day, "month": month_text}
_HTML: Mapping[str, Callable[[str], str]] = {"url": _address, "links": _links, "contact": _contact}
