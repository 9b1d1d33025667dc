"""Random cost sheets: every basis on both sides, any number sure or not."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from assessment.costs.formula import RATE, VOLUME, Item
from assessment.costs.parts import Basis
from assessment.costs.quantity import Quantity
from assessment.costs.reading import DISCOUNT
from assessment.costs.result import Pair
from assessment.costs.sheet import Entry, Line, Sheet

BASES: tuple[Basis, ...] = ("once", "assessments", "yearly", "minutes", "per_case", "errors", "exit")


def entry(key: str, *numbers: float | str) -> Entry:
    """Make an entry of one number or three."""
    low, likely, high = (Decimal(str(n)) for n in (numbers if len(numbers) == 3 else numbers * 3))
    return Entry(key, key, "euro", Quantity(low, likely, high), (low, high))


def sheet(entries: list[Entry], lines: list[Line], horizon: int = 5) -> Sheet:
    """Make a sheet: 100 cases a year, 60 euros an hour, no discount, unless an entry says otherwise."""
    usual = {VOLUME: entry(VOLUME, 100), RATE: entry(RATE, 60), DISCOUNT: entry(DISCOUNT, 0)}
    return Sheet(tuple((usual | {each.key: each for each in entries}).values()), tuple(lines), horizon)


def line(basis: Basis, with_: str | None = None, without: str | None = None) -> Line:
    """Make a line from the keys of its sides; errors cost what the entry "price" says."""

    def item(key: str | None) -> Item | None:
        return Item(basis, (key, "price") if basis == "errors" else (key,)) if key else None

    return Line(basis, basis, basis, Pair(item(with_), item(without)))


def with_number(found: Sheet, key: str, quantity: Quantity) -> Sheet:
    """Give the sheet with another number at `key`."""
    entries = [replace(each, quantity=quantity) if each.key == key else each for each in found.entries]
    return replace(found, entries=tuple(entries))


def quantities(most: int = 100_000) -> st.SearchStrategy[Quantity]:
    """Any quantity up to `most`: three numbers in order, sometimes equal."""
    numbers = st.decimals(0, most, places=2)
    return st.lists(numbers, min_size=3, max_size=3).map(lambda three: Quantity(*sorted(three)))


@st.composite
def sheets(draw: Any) -> Sheet:
    """A sheet with a line of every basis, each side with its own number."""
    entries = [
        Entry(VOLUME, VOLUME, "", draw(quantities(10_000)), (Decimal(0), Decimal(0))),
        entry(RATE, draw(st.integers(1, 200))),
        entry(DISCOUNT, draw(st.sampled_from(["0", "1.6", "2.25", "10"]))),
        Entry("price", "price", "", draw(quantities(1000)), (Decimal(0), Decimal(0))),
    ]
    lines = []
    for basis in BASES:
        most = 100 if basis in ("errors", "minutes", "assessments") else 100_000
        keys = (f"{basis}-met", f"{basis}-zonder")
        for key in keys:
            found = draw(quantities(most))
            entries.append(Entry(key, key, "", found, (found.low, found.high)))
        lines.append(line(basis, *keys))
    return Sheet(tuple(entries), tuple(lines), draw(st.integers(1, 10)))
