"""Cleaning of texts for strict PDF standards, in which a character without a glyph is an error.

The stored text is never changed: this concerns what is printed, and the count says whether to mention it.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from reports import fonts

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
BREAK = "\N{ZERO WIDTH SPACE}"
# Invisible characters that shape the text around them: kept. All other control and format characters go,
# direction overrides among them, because they can make a sentence read differently than it is stored.
JOINERS = {"\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}"}
SELECTORS = {chr(code) for code in range(0xFE00, 0xFE10)}
INVISIBLE = JOINERS | SELECTORS | {BREAK, "\N{SOFT HYPHEN}"}
SKIN_TONES = {chr(code) for code in range(0x1F3FB, 0x1F400)}
EMOJI = {chr(code) for code in range(0x1F000, 0x1FB00)}
NEWLINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
MARKS_PER_BASE = 3
LONG_RUN = 40
RUN_PIECE = 28
# Where a line can break by itself; a slash or dot cannot, so long addresses are broken by us.
UNBROKEN = re.compile(rf"[^\s{BREAK}\N{{SOFT HYPHEN}}-]{{{LONG_RUN + 1},}}")
LAST_LATIN = "\u024f"
# Ordinary Western text: every character of it is in the first font, so the careful road is not needed.
PLAIN = re.compile("[\n -~\xa0-\u017e\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]*")


@dataclass(frozen=True)
class Cleaned:
    """A text that can be printed, and how many characters were replaced or left out for that."""

    text: str
    changed: int


def clean(text: str, *, latin_only: bool = False) -> Cleaned:
    """Return `text` as it can be printed with the bundled fonts.

    `latin_only` is the safety net: it also replaces every character outside Latin, whatever the fonts hold.
    """
    lines = NEWLINES.sub("\n", text).replace("\t", "    ")
    if PLAIN.fullmatch(lines):
        return Cleaned(_breakable(lines), 0)
    kept, dropped = _without_controls(lines)
    kept = unicodedata.normalize("NFC", kept)
    printed = list(_printable(kept, latin_only))
    replaced = sum(new != old for new, old in zip(printed, kept, strict=True))
    return Cleaned(_breakable("".join(printed)), dropped + replaced)


def _without_controls(text: str) -> tuple[str, int]:
    kept = []
    for character in text:
        category = unicodedata.category(character)
        if category == "Cs":
            kept.append("?")
        elif category not in ("Cc", "Cf") or character == "\n" or character in INVISIBLE:
            kept.append(character)
    surrogates = sum("\ud800" <= character <= "\udfff" for character in text)
    return "".join(kept), len(text) - len(kept) + surrogates


def _printable(text: str, latin_only: bool) -> Iterator[str]:
    """Yield one character for each of `text`: itself or the replacement."""
    base, marks = "", 0
    for character in text:
        if unicodedata.category(character).startswith("M") and character not in SELECTORS:
            marks += 1
            fits = marks <= MARKS_PER_BASE and _carries(base, character)
        elif character in SKIN_TONES:
            fits = fonts.family_of(base) == "Noto Emoji" if base else False
        else:
            fits = character == "\n" or character in INVISIBLE or _is_covered(character)
            if character not in INVISIBLE:
                base, marks = character if fits else "", 0
        if latin_only and not _is_latin(character):
            fits = False
        yield character if fits else REPLACEMENT


def _is_covered(character: str) -> bool:
    # A character younger than this Python may be a mark; only among the emoji it is sure to stand alone.
    known = unicodedata.category(character) != "Cn" or character in EMOJI
    return known and fonts.family_of(character) is not None


def _carries(base: str, mark: str) -> bool:
    """Tell whether the font of `base` holds `mark` too, so that they can be shaped as one."""
    if not base or base.isspace():
        return False
    family = fonts.family_of(base)
    return any(mark in found for found in fonts.coverages() if found.family == family)


def _is_latin(character: str) -> bool:
    return character <= LAST_LATIN or "\u2010" <= character <= "\u203a" or character in (BREAK, "\u20ac")


def _breakable(text: str) -> str:
    return UNBROKEN.sub(lambda run: BREAK.join(_pieces(run[0])), text)


def _pieces(run: str) -> Iterator[str]:
    """Cut a long run in pieces, never between a character and the marks or joiners that follow it."""
    start = 0
    for place in range(1, len(run)):
        if place - start >= RUN_PIECE and _may_break(run[place - 1], run[place]):
            yield run[start:place]
            start = place
    yield run[start:]


def _may_break(before: str, after: str) -> bool:
    joined = after in JOINERS | SELECTORS | SKIN_TONES or unicodedata.category(after).startswith("M")
    return not joined and before not in JOINERS
