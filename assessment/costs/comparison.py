"""Compare the costs of an assessment: with the algorithm, and without it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from assessment.answers import Reply, is_unknown
from assessment.costs import exact, simulation
from assessment.costs.formula import RATE, VOLUME
from assessment.costs.instruments import instrument_costs
from assessment.costs.reading import ALTERNATIVE, DISCOUNT, Reader
from assessment.costs.result import (
    Caution,
    Comparison,
    Incomplete,
    Judged,
    Pair,
    Year,
)
from assessment.costs.sheet import Sheet
from assessment.costs.simulation import Draws
from assessment.outcome import Outcome
from assessment.wording import answer_text

# Answers of the framework that say something of the whole sum.
STOPPING = "stoppen"
CHECK, ALWAYS_CHECKED = "w_tussenkomst", "altijd"
# Numbers that are chosen, not met: they are not drawn by chance.
POLICY = (RATE, DISCOUNT)


def compare(outcome: Outcome, replies: Mapping[str, Reply]) -> Comparison | Incomplete:
    """Compare the costs that were filled in.

    `replies` tell how somebody knows an amount; the amounts are those of the outcome, so what is not asked
    any more does not count. Incomplete when an amount is missing, or when costs are not asked.
    """
    if not _is_asked(outcome):
        return Incomplete(())
    instruments = instrument_costs(outcome)
    reader = Reader(outcome, replies)
    sheet = reader.sheet(instruments)
    if sheet is None:
        return Incomplete(tuple(reader.missing))
    compared = replace(
        _remembered(sheet),
        alternative=_alternative(outcome),
        instruments=instruments,
        assumed=tuple(reader.assumed),
        own_bands=tuple(reader.own_bands),
    )
    return replace(compared, cautions=tuple(_cautions(outcome, compared)))


def judged(outcome: Outcome) -> tuple[Judged, ...]:
    """Return what was said of both alternatives beside money; nothing when that is not asked."""

    def mark(question: str) -> int | None:
        given = outcome.answers.get(question)
        return int(given) if isinstance(given, Decimal) else None

    return tuple(
        Judged(aspect.text, Pair(mark(aspect.with_), mark(aspect.without)))
        for aspect in outcome.framework.aspects
        if aspect.with_ in outcome.shown
    )


def _is_asked(outcome: Outcome) -> bool:
    return any(
        question in outcome.shown for line in outcome.framework.cost_lines for question in line.questions
    )


def _alternative(outcome: Outcome) -> str:
    asked = outcome.framework.questions[outcome.framework.cost_parameters[ALTERNATIVE].question]
    chosen = outcome.answers.get(asked.id)
    return "" if chosen is None or is_unknown(chosen) else answer_text(asked, chosen)


def computed(sheet: Sheet) -> Comparison:
    """Compute everything that follows from the amounts alone."""
    draws = simulation.draw(sheet)
    expected = exact.present(sheet, exact.mean)
    return Comparison(
        horizon=sheet.horizon,
        discount=sheet.by_key[DISCOUNT].quantity.likely,
        hourly_rate=sheet.by_key[RATE].quantity.likely,
        volume=sheet.by_key[VOLUME].quantity,
        alternative="",
        rows=tuple(exact.rows(sheet)),
        likely=exact.present(sheet, exact.likely),
        expected=expected,
        lowest=exact.present(sheet, exact.lowest),
        highest=exact.present(sheet, exact.highest),
        saving=exact.saving(expected),
        chance=simulation.chance(draws),
        difference=simulation.spreads(draws.saving[None])[0],
        years=tuple(_years(sheet, draws)),
        histogram=simulation.histogram(draws),
        break_even=simulation.break_even(sheet, draws),
        payback=simulation.payback(sheet, draws),
        swings=exact.swings(sheet),
        instruments=(),
        errors=exact.errors(sheet),
        cautions=(),
        assumed=(),
        own_bands=(),
    )


# A page is drawn anew at every click; equal sheets give equal numbers.
_remembered = lru_cache(maxsize=256)(computed)


def _years(sheet: Sheet, draws: Draws) -> Iterator[Year]:
    picks = (exact.mean, exact.lowest, exact.highest)
    expected, lowest, highest = (exact.values(sheet, pick) for pick in picks)
    spreads = zip(simulation.spreads(draws.with_), simulation.spreads(draws.without), strict=True)
    for number, (with_, without) in enumerate(spreads):
        yield Year(
            number=number,
            expected=exact.until(sheet, expected, number),
            spread=Pair(with_, without),
            lowest=exact.until(sheet, lowest, number),
            highest=exact.until(sheet, highest, number),
        )


def _cautions(outcome: Outcome, compared: Comparison) -> Iterator[Caution]:
    alternative = outcome.answers.get(outcome.framework.cost_parameters[ALTERNATIVE].question)
    if not compared.alternative:
        yield Caution.NO_ALTERNATIVE
    if alternative == STOPPING:
        yield Caution.STOPS
    if compared.difference.p10 < 0 < compared.difference.p90:
        yield Caution.UNCERTAIN
    if compared.break_even.volume is not None and compared.saving < 0:
        yield Caution.WRONG_SIDE
    if any(swing.id in POLICY and swing.turns for swing in compared.swings):
        yield Caution.POLICY
    yield from _doubts(outcome, compared)
    if compared.own_bands:
        yield Caution.OWN_BAND


def _doubts(outcome: Outcome, compared: Comparison) -> Iterator[Caution]:
    """Yield what looks like a slip in what was filled in."""
    given = {row.basis: row.given for row in compared.rows}
    errors, minutes = given.get("errors"), given.get("minutes")
    if errors and errors.with_ and errors.with_ == errors.without:
        yield Caution.SAME_ERRORS
    if minutes and minutes.with_ and not minutes.with_.high and outcome.answers.get(CHECK) == ALWAYS_CHECKED:
        yield Caution.NO_CHECK
