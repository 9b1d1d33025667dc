"""Amounts of money where there is little room: the largest in millions, milliards or billions."""

from decimal import ROUND_HALF_UP, Decimal

from assessment.costs.money import euro, euro_rounded
from assessment.numbers import number_text
from texts import _

THOUSAND = Decimal(1000)
# From here on an amount in full does not fit in a column or beside a picture.
LONG = THOUSAND**3


def unit_of(amount: Decimal) -> tuple[Decimal, str]:
    """Return the unit in which an amount of euros is short to read, and its name; none up to a million."""
    names = {4: _("biljoen"), 3: _("miljard"), 2: _("miljoen")}
    for power, name in names.items():
        unit = THOUSAND**power
        if amount > unit:
            return unit, name
    return Decimal(1), ""


def in_column(amount: Decimal) -> str:
    """Write an amount for a column of amounts, to the euro as long as that fits."""
    return euro(amount) if abs(amount) < LONG else _in_units(amount)


def beside_picture(amount: Decimal) -> str:
    """Write an amount in as many digits as an estimate can carry."""
    return euro_rounded(amount) if abs(amount) < LONG else _in_units(amount)


def _in_units(amount: Decimal) -> str:
    unit, name = unit_of(abs(amount))
    rounded = (abs(amount) / unit).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{'−' if amount < 0 else ''}€ {number_text(rounded)} {name}"
