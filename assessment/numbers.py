"""Numbers the Dutch way: a point between thousands, a comma before decimals; in English the other way."""

import re
from decimal import Decimal

from texts import SOURCE_LANGUAGE, _, language

LARGEST = Decimal(10) ** 12
# With three decimals under the largest number a JSON number still holds every digit.
DECIMALS = 3
_NOISE = re.compile(r"[\s€%]|euro|,-+$", re.IGNORECASE)
_THOUSANDS = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?")
_ENGLISH = re.compile(r"-?[1-9][0-9]{0,2}(,[0-9]{3})+")
# Only plain digits, and not too many: "1e-999999999" is a number too, and would fill the memory.
_PLAIN = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,20})?")
_SWAP = str.maketrans(",.", ".,")
_DIGITS = re.compile(r"-?[0-9]+(\.[0-9]+)?")


class NotANumber(ValueError):
    """A text that is no number we can take; it says in Dutch what to do."""


def read_number(raw: object) -> Decimal:
    """Read a number, or what somebody typed as one: "6.000", "€ 12,50" and "12.5". Raises NotANumber.

    "6,000" is refused: in Dutch that is six, and nobody who types it means six. In English so is "6.000".
    """
    text = _typed(raw) if isinstance(raw, str) else format(raw, "f") if isinstance(raw, Decimal) else str(raw)
    if isinstance(raw, bool) or not _PLAIN.fullmatch(text):
        shown = str(raw)[:40]
        if _DIGITS.fullmatch(text):
            raise NotANumber(_("Dit getal heeft te veel cijfers. Klopt het? Vul een kleiner getal in."))
        raise NotANumber(_("‘{raw}’ is geen getal. Vul alleen cijfers in.").format(raw=shown))
    number = Decimal(text)
    if number != round(number, DECIMALS):
        raise NotANumber(_("Vul hooguit {count} cijfers achter de komma in.").format(count=DECIMALS))
    return number


def _typed(raw: str) -> str:
    text = _dutch(_NOISE.sub("", raw))
    if _ENGLISH.fullmatch(text):
        meant = _dutch(text.replace(",", "."))
        raise NotANumber(
            _("Bedoel je {meant}? Schrijf dan {meant}. Een komma is voor cijfers achter de komma.").format(
                meant=meant
            )
        )
    return (text.replace(".", "") if _THOUSANDS.fullmatch(text) else text).replace(",", ".")


def number_text(number: Decimal | int) -> str:
    """Write a number as the reader does; the Dutch way 1234567.5 is 1.234.567,5."""
    text = f"{number:,f}" if isinstance(number, Decimal) else f"{number:,}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return notation(text)


def notation(digits: str) -> str:
    """Write digits with "," between thousands and "." before decimals as the reader does."""
    return _dutch(digits.translate(_SWAP))


def _dutch(text: str) -> str:
    """Turn the notation of the reader into the Dutch one, or back."""
    return text if language() == SOURCE_LANGUAGE else text.translate(_SWAP)
