"""The picture of the costs: what each alternative has cost up to and including every year."""

from collections.abc import Iterable
from decimal import Decimal

from assessment.costs.money import euro_rounded
from assessment.costs.pictures import years_alt
from assessment.costs.result import Comparison, Spread
from reports.amounts import beside_picture
from reports.axis import apart, euro_ticks, place, round_numbers
from reports.figures import Line, Lines, Reach
from texts import _


def chart(comparison: Comparison) -> Lines:
    """Return the picture, with the alternative text that the screen has too."""
    years = comparison.years
    numbers = round_numbers(max(max(year.highest.with_, year.highest.without) for year in years))
    top = numbers[-1]
    with_ = tuple(
        _reach(top, year.expected.with_, year.spread.with_, (year.lowest.with_, year.highest.with_))
        for year in years
    )
    without = tuple(
        _reach(top, year.expected.without, year.spread.without, (year.lowest.without, year.highest.without))
        for year in years
    )
    with_at, without_at = apart(with_[-1].line, without[-1].line)
    return Lines(
        lines=(
            Line(_("Met algoritme"), beside_picture(comparison.expected.with_), "solid", with_, with_at),
            Line(
                _("Zonder algoritme"),
                beside_picture(comparison.expected.without),
                "dashed",
                without,
                without_at,
            ),
        ),
        across=tuple(_names(year.number for year in years)),
        up=euro_ticks(numbers),
        up_title=_("Alles wat tot en met dat jaar is uitgegeven, in euro’s van nu"),
        meaning=(_("verwacht"), _("in 8 van de 10 gevallen"), _("van het laagste tot het hoogste")),
        alt=f"{years_alt(comparison)} {_bands(comparison)}",
    )


def _bands(comparison: Comparison) -> str:
    last = comparison.years[-1]
    text = _(
        "In jaar {year} ligt het bedrag in 8 van de 10 gevallen tussen {with_low} en {with_high} met "
        "algoritme, en tussen {without_low} en {without_high} zonder."
    )
    return text.format(
        year=last.number,
        with_low=euro_rounded(last.spread.with_.p10),
        with_high=euro_rounded(last.spread.with_.p90),
        without_low=euro_rounded(last.spread.without.p10),
        without_high=euro_rounded(last.spread.without.p90),
    )


def _names(years: Iterable[int]) -> Iterable[str]:
    for year in years:
        yield _("Jaar {year}").format(year=year) if year else _("Start")


def _reach(top: Decimal, expected: Decimal, spread: Spread, ends: tuple[Decimal, Decimal]) -> Reach:
    lowest, highest = (place(end, top) for end in ends)
    # Draws are floats: what cannot be is off by less than a hair, and stays within the bounds.
    low, line, high = (
        min(max(place(number, top), lowest), highest) for number in (spread.p10, expected, spread.p90)
    )
    return Reach(lowest, low, line, high, highest)
