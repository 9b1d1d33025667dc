"""Text made plain: to find, to compare and to sort by, without capitals and accents."""

import re
import unicodedata

_DIGITS = re.compile(r"[0-9]+")
_NO_WORD = re.compile(r"[\W_]+")
LONGEST_NUMBER = 12  # digits that sort as one number


def key(text: str) -> str:
    """Give `text` without capitals, accents and needless space; what is written otherwise stays apart."""
    return " ".join((text if text.isascii() else _bare(text)).casefold().split())


def words(text: str) -> str:
    """Give only the words of `text`, plain: "Wettelijke-plicht?" and "wettelijke plicht" are equal."""
    return _NO_WORD.sub(" ", key(text)).strip()


def natural(text: str) -> str:
    """Give a text to sort by in which 2 comes before 10."""
    return _DIGITS.sub(lambda found: found[0].lstrip("0").zfill(LONGEST_NUMBER), key(text))


def _bare(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
