"""Numbers the Dutch way: a point between thousands, a comma before decimals."""

import re
from decimal import Decimal, InvalidOperation

from texts import _

LARGEST = Decimal(10) ** 12
# With three decimals under the largest number a JSON number still holds every digit.
DECIMALS = 3
_THOUSANDS = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?")


class NotANumber(ValueError):
    """A text that is no number we can take; it says in Dutch what to do."""


def read_number(raw: object) -> Decimal:
    """Read a number, or what somebody typed as one: "20.000", "12,5" and "12.5". Raises NotANumber."""
    text = re.sub(r"[\s\u20ac]", "", str(raw))
    if isinstance(raw, str):
        text = text.replace(".", "") if _THOUSANDS.fullmatch(text) else text
        text = text.replace(",", ".")
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if isinstance(raw, bool) or not number.is_finite():
        raise NotANumber(_("‘{raw}’ is geen getal. Vul alleen cijfers in.").format(raw=raw))
    exponent = number.normalize().as_tuple().exponent
    if isinstance(exponent, int) and -exponent > DECIMALS:
        raise NotANumber(_("Vul hooguit {count} cijfers achter de komma in.").format(count=DECIMALS))
    return number


def number_text(number: Decimal | int) -> str:
    """Write a number the Dutch way: 1234567.5 is 1.234.567,5."""
    text = f"{number:,f}" if isinstance(number, Decimal) else f"{number:,}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))
