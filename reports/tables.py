"""The tables on screen as sheets: costs and success factors. Amounts are euros of today."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from assessment.costs.quantity import Quantity
from assessment.costs.result import Comparison, Judged, Pair, Spread
from assessment.outcome import Outcome
from assessment.success import wording
from assessment.success.profile import Profile
from assessment.wording import answer_text
from reports.sheets import Cell, Sheet
from texts import _

CENT = Decimal("0.01")
Row = tuple[Cell, ...]


def costs(outcome: Outcome, found: Comparison, judged: Sequence[Judged]) -> list[Sheet]:
    """Give every table of the comparison of costs."""
    sums = [_lines(found), _years(found), *_chances(found), _swings(found), _counted(found)]
    return [*sums, *aspects(judged), *_errors(found), _assumptions(outcome)]


def _assumptions(outcome: Outcome) -> Sheet:
    rows: list[Row] = []
    for each in outcome.framework.cost_parameters.values():
        asked = outcome.framework.questions[each.question]
        given = outcome.answers.get(asked.id)
        value = answer_text(asked, asked.default if given is None else given)
        rows.append((each.text, value, given is not None, each.source, each.since, each.verify))
    columns = (_("Aanname"), _("Waarde"), _("Ingevuld"), _("Bron"), _("Sinds"), _("Laat dit nagaan"))
    return Sheet(_("Aannames"), columns, rows)


def _lines(found: Comparison) -> Sheet:
    rows: list[Row] = [
        (row.name, row.unit, *_given(row.given.with_), *_given(row.given.without), *_compared(row.cost))
        for row in found.rows
    ]
    totals = {
        _("Samen, verwacht"): found.expected,
        _("Samen, elk getal op zijn waarschijnlijkst"): found.likely,
        _("Samen, laagste"): found.lowest,
        _("Samen, hoogste"): found.highest,
    }
    none: Row = ("", *(None,) * 6)
    rows += [(name, *none, *_compared(pair)) for name, pair in totals.items()]
    columns = (
        _("Kosten"),
        _("Eenheid"),
        _("Met algoritme: laag"),
        _("Met algoritme: waarschijnlijk"),
        _("Met algoritme: hoog"),
        _("Zonder algoritme: laag"),
        _("Zonder algoritme: waarschijnlijk"),
        _("Zonder algoritme: hoog"),
        _("Kosten met algoritme (euro)"),
        _("Kosten zonder algoritme (euro)"),
        _("Verschil: zonder min met (euro)"),
    )
    return Sheet(_("Kosten per regel"), columns, tuple(rows))


def _given(quantity: Quantity | None) -> tuple[Cell, Cell, Cell]:
    return (quantity.low, quantity.likely, quantity.high) if quantity else (None, None, None)


def _compared(cost: Pair[Decimal]) -> tuple[Decimal, Decimal, Decimal]:
    return _cents(cost.with_), _cents(cost.without), _cents(cost.without - cost.with_)


def _years(found: Comparison) -> Sheet:
    columns = (
        _("Jaar"),
        _("Met algoritme: verwacht"),
        _("Met algoritme: laagste"),
        _("Met algoritme: 1 op de 10 lager"),
        _("Met algoritme: 1 op de 10 hoger"),
        _("Met algoritme: hoogste"),
        _("Zonder algoritme: verwacht"),
        _("Zonder algoritme: laagste"),
        _("Zonder algoritme: 1 op de 10 lager"),
        _("Zonder algoritme: 1 op de 10 hoger"),
        _("Zonder algoritme: hoogste"),
    )
    rows: list[Row] = [
        (
            year.number,
            *_year(year.expected.with_, year.lowest.with_, year.spread.with_, year.highest.with_),
            *_year(year.expected.without, year.lowest.without, year.spread.without, year.highest.without),
        )
        for year in found.years
    ]
    return Sheet(_("Kosten per jaar"), columns, tuple(rows))


def _year(expected: Decimal, lowest: Decimal, spread: Spread, highest: Decimal) -> tuple[Decimal, ...]:
    low, high = Decimal(spread.p10), Decimal(spread.p90)
    return tuple(map(_cents, (expected, lowest, low, high, highest)))


def _chances(found: Comparison) -> Iterator[Sheet]:
    total = sum(each.count for each in found.histogram)
    if len(found.histogram) > 1:  # otherwise there is no table on the screen either
        columns = (_("Verschil: van (euro)"), _("Verschil: tot (euro)"), _("Van de 100 keer"))
        rows = [
            (_cents(Decimal(each.low)), _cents(Decimal(each.high)), _cents(Decimal(100 * each.count) / total))
            for each in found.histogram
        ]
        yield Sheet(_("Hoe zeker het verschil is"), columns, tuple(rows))


def _swings(found: Comparison) -> Sheet:
    columns = (
        _("Aanname"),
        _("Eenheid"),
        _("Laag"),
        _("Hoog"),
        _("Verschil bij laag (euro)"),
        _("Verschil bij hoog (euro)"),
    )
    rows = [
        (each.name, each.unit, each.low, each.high, _cents(each.at_low), _cents(each.at_high))
        for each in found.swings
    ]
    return Sheet(_("Aannames die tellen"), columns, tuple(rows))


def _counted(found: Comparison) -> Sheet:
    columns = (_("Toets"), _("Dagen: laag"), _("Dagen: hoog"), _("Telt mee"), _("Waarom niet"))
    rows = [
        (each.instrument.name, each.days.low, each.days.high, each.counted, each.why)
        for each in found.instruments
    ]
    return Sheet(_("Toetsen in de kosten"), columns, tuple(rows))


def aspects(judged: Sequence[Judged]) -> Iterator[Sheet]:
    """Give what is no money, when anybody judged it; that needs no numbers."""
    if judged:
        columns = (_("Wat telt"), _("Met algoritme (1 tot 5)"), _("Zonder algoritme (1 tot 5)"))
        rows = [(each.text, each.marks.with_, each.marks.without) for each in judged]
        yield Sheet(_("Meer dan geld"), columns, tuple(rows))


def _errors(found: Comparison) -> Iterator[Sheet]:
    if found.errors:
        pairs = {_("Fouten"): found.errors.number}
        if found.errors.hours:
            pairs[_("Uren van inwoners")] = found.errors.hours
        columns = (_("Per jaar"), _("Met algoritme"), _("Zonder algoritme"))
        rows = [(name, _cents(pair.with_), _cents(pair.without)) for name, pair in pairs.items()]
        yield Sheet(_("Fouten en inwoners"), columns, tuple(rows))


def success(outcome: Outcome, found: Profile) -> list[Sheet]:
    """Give the ten factors with their scores, and what helps."""
    columns = (_("Factor"), _("Thema"), _("Score (1 tot 5)"), _("Stand"), _("Vraag"), _("Antwoord"))
    rows = [
        (
            reading.factor.name,
            theme.theme.name,
            reading.score,
            wording.standing(reading),
            reading.question.text,
            answer_text(reading.question, outcome.answers.get(reading.question.id)),
        )
        for theme in found.themes
        for reading in theme.readings
    ]
    helps = [(each.name, each.what, wording.quoted(helped), each.source) for each, helped in found.helping]
    heads = (_("Wat helpt"), _("Hoe"), _("Helpt hier bij"), _("Bron"))
    return [
        Sheet(_("Factoren"), columns, tuple(rows)),
        Sheet(_("Wat helpt"), heads, tuple(helps)),
    ]


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)
