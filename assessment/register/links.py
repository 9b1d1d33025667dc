"""Addresses, and lists of documents: one per line, a title and perhaps an address."""

import re
from dataclasses import dataclass

from assessment.register.unreadable import Unreadable
from texts import _

LONGEST_ADDRESS = 500
_ADDRESS = re.compile(r"https?://[^\s/?#]+\.[^\s]+|https?://localhost\S*", re.IGNORECASE)


@dataclass(frozen=True)
class Link:
    """A document, law, source or test; `url` is empty when it stands nowhere."""

    title: str
    url: str


def links(value: str) -> tuple[Link, ...]:
    """Give the links in a stored value."""
    parts = (line.partition(" | ") for line in value.splitlines())
    return tuple(Link(title, url) for title, _sign, url in parts)


def read_address(raw: str) -> str:
    """Read an address of the web. Raises Unreadable."""
    text = raw.strip()
    address = f"https://{text}" if text.lower().startswith("www.") else text
    if not _ADDRESS.fullmatch(address):
        raise Unreadable(
            _("'{text}' is geen webadres. Een webadres begint met https://.").format(text=text[:60])
        )
    if len(address) > LONGEST_ADDRESS:
        raise Unreadable(
            _("Een webadres heeft {count} tekens. Er passen er {limit}. Kies een korter adres.").format(
                count=len(address), limit=LONGEST_ADDRESS
            )
        )
    return address


def read_links(raw: str, longest_title: int) -> str:
    """Read lines of "title | address", "title" or "address". Raises Unreadable."""
    lines = (_line(line, longest_title) for line in raw.splitlines() if line.strip(" |"))
    return "\n".join(lines)


def _line(raw: str, longest_title: int) -> str:
    title, sign, address = (" ".join(part.split()) for part in raw.rpartition("|"))
    if not sign:
        title, address = (address, "") if not _ADDRESS.fullmatch(address) else (address, address)
    if not title:
        title = address
    if len(title) > longest_title:
        raise Unreadable(
            _("'{text}...' heeft {count} tekens. Er passen er {limit} op één regel.").format(
                text=title[:40], count=len(title), limit=longest_title
            )
        )
    return f"{title} | {read_address(address)}" if address else title
