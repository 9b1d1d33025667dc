"""The comparison in exact numbers: at the most likely amounts, at the means, at the bounds."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from assessment.costs import formula
from assessment.costs.formula import VOLUME, Item, Items, Values
from assessment.costs.quantity import Quantity
from assessment.costs.reading import DISCOUNT
from assessment.costs.result import Errors, Pair, Row, Swing, Tipping
from assessment.costs.sheet import Entry, Sheet

# Where the key of the hours stands in an item of errors.
HOURS = 2
Pick = Callable[[Quantity], Decimal]


def likely(quantity: Quantity) -> Decimal:
    """Pick the most likely number."""
    return quantity.likely


def mean(quantity: Quantity) -> Decimal:
    """Pick the expected number."""
    return quantity.mean


def lowest(quantity: Quantity) -> Decimal:
    """Pick the lowest number."""
    return quantity.low


def highest(quantity: Quantity) -> Decimal:
    """Pick the highest number."""
    return quantity.high


def values(sheet: Sheet, pick: Pick, moved: tuple[str, Decimal] | None = None) -> Values[Decimal]:
    """Return one number per key, and the factors that follow; `moved` replaces the number of one key."""
    numbers = {entry.key: pick(entry.quantity) for entry in sheet.entries}
    if moved is not None:
        numbers[moved[0]] = moved[1]
    growth = 1 + numbers[DISCOUNT] / 100
    return Values(numbers, tuple(growth**-year for year in range(sheet.horizon + 1)), Decimal(0))


def present(sheet: Sheet, pick: Pick) -> Pair[Decimal]:
    """Return the net present cost of both alternatives."""
    return until(sheet, values(sheet, pick), sheet.horizon)


def until(sheet: Sheet, chosen: Values[Decimal], year: int) -> Pair[Decimal]:
    """Return what both alternatives cost up to and including a year."""
    return Pair(
        formula.until(sheet.sides.with_, chosen, year), formula.until(sheet.sides.without, chosen, year)
    )


def saving(pair: Pair[Decimal]) -> Decimal:
    """Return how much cheaper the algorithm is."""
    return pair.without - pair.with_


def rows(sheet: Sheet) -> Iterator[Row]:
    """Yield every line with what was filled in and its expected cost; together they are the whole sum."""
    chosen = values(sheet, mean)
    for line in sheet.lines:
        given = [item for item in (line.items.with_, line.items.without) if item]
        if given:
            sides = [(item,) if item else () for item in (line.items.with_, line.items.without)]
            first = [sheet.by_key[key] for key in given[0].keys]
            yield Row(
                id=line.id,
                basis=line.basis,
                name=line.name,
                unit=first[0].unit,
                given=Pair(*(sheet.by_key[side[0].keys[0]].quantity if side else None for side in sides)),
                price=first[1].quantity if line.basis == "errors" else None,
                cost=Pair(*(formula.present(side, chosen) for side in sides)),
            )


def swings(sheet: Sheet) -> tuple[Swing, ...]:
    """Move every number that is not sure from low to high, one at a time; the largest effect first."""
    moved = [_swing(sheet, entry) for entry in sheet.entries if entry.moved[0] != entry.moved[1]]
    return tuple(sorted((swing for swing in moved if swing.size), key=lambda swing: -swing.size))


def tipping(sheet: Sheet) -> tuple[Tipping, Decimal | None]:
    """Tell for which numbers of cases the algorithm is cheaper, and at which number both cost the same."""
    chosen = values(sheet, mean)
    extra, gain = extra_and_gain(sheet, chosen)
    if not gain and not extra:
        return Tipping.EVEN, None
    if (gain > 0) == (extra > 0) and gain and extra:
        return (Tipping.ABOVE if gain > 0 else Tipping.BELOW), extra / gain
    return (Tipping.ALWAYS if gain > 0 or extra < 0 else Tipping.NEVER), None


def extra_and_gain(sheet: Sheet, chosen: Values[formula.Number]) -> tuple[formula.Number, formula.Number]:
    """Return what the algorithm costs more without any case, and what it saves per case a year."""

    def per_case(items: Items) -> formula.Number:
        return formula.per_case(items, chosen) * chosen.annuity(sheet.horizon)

    extra = formula.fixed(sheet.sides.with_, chosen) - formula.fixed(sheet.sides.without, chosen)
    return extra, per_case(sheet.sides.without) - per_case(sheet.sides.with_)


def errors(sheet: Sheet) -> Errors | None:
    """Return the expected errors of a year, and the hours residents lose on them when those are known."""
    numbers = values(sheet, mean).numbers
    with_, without = (
        [item for item in side if item.basis == "errors"] for side in (sheet.sides.with_, sheet.sides.without)
    )
    if not with_ or not without:
        return None

    def per_year(items: list[Item], weight: int | None) -> Decimal:
        parts = [numbers[i.keys[0]] / 100 * (numbers[i.keys[weight]] if weight else 1) for i in items]
        return sum(parts, start=Decimal(0)) * numbers[VOLUME]

    is_known = all(len(item.keys) > HOURS for item in (*with_, *without))
    hours = Pair(per_year(with_, HOURS), per_year(without, HOURS)) if is_known else None
    return Errors(Pair(per_year(with_, None), per_year(without, None)), hours)


def _swing(sheet: Sheet, entry: Entry) -> Swing:
    at_low, at_high = (
        saving(until(sheet, values(sheet, mean, (entry.key, number)), sheet.horizon))
        for number in entry.moved
    )
    return Swing(entry.key, entry.name, entry.unit, *entry.moved, at_low, at_high)
