"""What never leaves the town hall: names of civil servants, addresses (also of computers), numbers of people.

A safety net below the real safeguard, which is that only public fields are told at all. It errs on the side
of leaving out: who keeps the register sees what was left out and can write it better.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from texts import _

MAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w.,])(?:\+31|0031|0)[\s-]?(?:\(0\))?(?:[\s-]?\d){9}(?![\w])")
CITIZEN = re.compile(r"(?<![\w.,])\d{9}(?![\w])")
COMPUTER = re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]*\d)")
# Shorter names are words too: "Ad", "Bas".
SHORTEST_NAME = 5


@dataclass(frozen=True)
class Redacted:
    """A text that may be public, and the pieces that were left out of it."""

    text: str
    left_out: tuple[str, ...] = ()


class Redactor:
    """Leaves out what is not public, for one set of known names."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = _pattern(names)

    def redact(self, text: str, owner: str = "") -> Redacted:
        """Replace names, addresses of mail and computers, telephone and citizen service numbers in `text`.

        `owner` is who owns what the text is about. One word may be a department, which is no secret.
        """
        left_out: list[str] = []

        def hide(found: re.Match[str]) -> str:
            left_out.append(found[0])
            return _("[weggelaten]")

        own = _pattern([owner]) if len(owner.split()) > 1 else None
        patterns = filter(None, (MAIL, self._names, own, PHONE, COMPUTER))
        for pattern in patterns:
            text = pattern.sub(hide, text)
        text = CITIZEN.sub(_only_if(is_citizen_number, hide), text)
        return Redacted(text, tuple(left_out))


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    known = {" ".join(written.split()) for name in names for written in _written(name)}
    longest_first = sorted((name for name in known if len(name) >= SHORTEST_NAME), key=len, reverse=True)
    spelled = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)", re.IGNORECASE) if spelled else None


def _written(name: str) -> tuple[str, ...]:
    """Give the ways to write a name: lists of an organisation have "Achternaam, Voornaam (Afdeling)"."""
    person = re.sub(r"\([^()]*\)", " ", name)
    last, comma, first = person.partition(",")
    return (name, person, f"{first} {last}") if comma else (name, person)


def is_citizen_number(digits: str) -> bool:
    """Tell whether nine digits pass the check of the citizen service number (BSN)."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % 11 == 0 and int(digits) > 0


def _only_if(
    fits: Callable[[str], bool], hide: Callable[[re.Match[str]], str]
) -> Callable[[re.Match[str]], str]:
    return lambda found: hide(found) if fits(found[0]) else found[0]
