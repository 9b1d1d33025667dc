"""The tables of appendix E: lines, what moves the sum, what is no money, and what the sum rests on."""

from collections.abc import Container, Iterable, Iterator
from decimal import Decimal
from itertools import groupby

from assessment.costs.formula import HOURS_PER_DAY
from assessment.costs.money import CURRENCY, count_text, quantity_text
from assessment.costs.parts import CostParameter
from assessment.costs.quantity import Quantity
from assessment.costs.result import Comparison, InstrumentCost, Judged, Row, Swing
from assessment.dossier import Dossier
from assessment.months import date_text
from assessment.parts import Question
from assessment.wording import answer_text, listed
from reports.amounts import beside_picture, in_column
from reports.document import Block, Column, Heading, Paragraph, Table
from reports.wording import effort, names, short_name
from texts import _, ngettext

MOST_SWINGS = 5


def lines(found: Comparison) -> list[Block]:
    """Return every line of both columns: what was filled in, what that costs, and the totals."""
    columns = (
        Column(_("Regel"), 9, "strong"),
        Column(_("Ingevuld met algoritme"), 9),
        Column(_("Ingevuld zonder algoritme"), 9),
        Column(_("Kosten met algoritme"), 7, "amount"),
        Column(_("Kosten zonder algoritme"), 7, "amount"),
    )
    totals = {
        _("Samen, verwacht"): found.expected,
        _("Samen, meest waarschijnlijk"): found.likely,
        _("Samen, laagste"): found.lowest,
        _("Samen, hoogste"): found.highest,
    }
    rows = [_line(row) for row in found.rows]
    rows += [
        (name, "", "", in_column(total.with_), in_column(total.without)) for name, total in totals.items()
    ]
    text = ngettext(
        "De laatste twee kolommen zijn de verwachte kosten over {count} jaar, in euro’s van nu.",
        "De laatste twee kolommen zijn de verwachte kosten over {count} jaar samen, in euro’s van nu.",
        found.horizon,
    )
    intro = Paragraph(text.format(count=found.horizon), style="intro")
    return [Heading(_("De kosten per regel")), intro, Table(columns, tuple(rows), totals=len(totals))]


def _line(row: Row) -> tuple[str, ...]:
    given = (_given(quantity, row.unit) for quantity in (row.given.with_, row.given.without))
    return (row.name, *given, in_column(row.cost.with_), in_column(row.cost.without))


def _given(quantity: Quantity | None, unit: str) -> str:
    if quantity is None:
        return ""
    text = quantity_text(quantity, unit)
    return _("{amount}\nmet onze eigen marge").format(amount=text) if quantity.own_band else text


def swings(found: Comparison) -> list[Block]:
    """Return the numbers that move the difference most."""
    if not found.swings:
        return []
    columns = (
        Column(_("Aanname"), 5, "strong"),
        Column(_("Laag en hoog"), 5),
        Column(_("Verschil bij laag"), 4, "amount"),
        Column(_("Verschil bij hoog"), 4, "amount"),
    )
    text = _(
        "Hier verandert steeds één aanname. Een bedrag boven nul betekent: met algoritme is goedkoper. "
        "De aanname die het meest uitmaakt staat bovenaan."
    )
    table = Table(columns, tuple(_swing(each) for each in found.swings[:MOST_SWINGS]))
    return [Heading(_("Wat het verschil het meest verandert")), Paragraph(text, style="intro"), table]


def _swing(swing: Swing) -> tuple[str, ...]:
    low = quantity_text(Quantity.exactly(swing.low), _currency(swing.unit))
    high = quantity_text(Quantity.exactly(swing.high), swing.unit)
    between = _("{low} tot {high}").format(low=low, high=high)
    return (swing.name, between, beside_picture(swing.at_low), beside_picture(swing.at_high))


def _currency(unit: str) -> str:
    """Leave of a unit only what says that it is money: "€ 2 tot € 3 per jaar" names the year once."""
    return CURRENCY if unit.startswith(CURRENCY) else ""


def aspects(judgements: tuple[Judged, ...]) -> list[Block]:
    """Return what cannot be put in money."""
    if not judgements:
        return []
    columns = (
        Column(_("Wat telt"), 4, "strong"),
        Column(_("Met algoritme"), 3),
        Column(_("Zonder algoritme"), 3),
    )
    rows = tuple((each.text, _mark(each.marks.with_), _mark(each.marks.without)) for each in judgements)
    text = _("Een 1 is slecht, een 5 is goed. Deze punten tellen niet mee in de euro’s.")
    return [Heading(_("Meer dan geld")), Paragraph(text, style="intro"), Table(columns, rows)]


def _mark(mark: int | None) -> str:
    return _("Niet ingevuld") if mark is None else _("{mark} van 5").format(mark=mark)


def errors(found: Comparison) -> list[Block]:
    """Return the errors of a year, and what residents lose on them; nothing when none are asked."""
    if found.errors is None:
        return []
    columns = (
        Column(_("Per jaar"), 4, "strong"),
        Column(_("Met algoritme"), 3),
        Column(_("Zonder algoritme"), 3),
    )
    rows = {_("Fouten"): found.errors.number}
    if found.errors.hours is not None:
        rows[_("Uren die inwoners eraan kwijt zijn")] = found.errors.hours
    cells = tuple((name, count_text(pair.with_), count_text(pair.without)) for name, pair in rows.items())
    text = _("De kosten van fouten voor de gemeente zijn hierboven meegeteld. De uren van inwoners niet.")
    return [
        Heading(_("Fouten en de tijd van inwoners")),
        Paragraph(text, style="intro"),
        Table(columns, cells),
    ]


def assumptions(dossier: Dossier, found: Comparison) -> list[Block]:
    """Return the numbers the whole sum rests on, with source, day, and what somebody has to confirm."""
    columns = (
        Column(_("Aanname"), 4, "strong"),
        Column(_("Waarde"), 4),
        Column(_("Bron"), 5),
        Column(_("Laat dit nagaan"), 6),
    )
    parameters = dossier.outcome.framework.cost_parameters.values()
    rows = tuple(
        (each.text, _value(dossier, each), _source(each), each.verify or "")
        for each in parameters
        if _asked(dossier, each).kind != "single"
    )
    told = {each.question for each in parameters}
    return [Heading(_("Aannames")), Table(columns, rows), *_by_default(dossier, found, told)]


def _by_default(dossier: Dossier, found: Comparison, told: Container[str]) -> Iterator[Block]:
    numbers = sorted(dossier.numbers[asked.id] for asked in found.assumed if asked.id not in told)
    if numbers:
        text = ngettext("vraag {numbers} van bijlage A.", "vragen {numbers} van bijlage A.", len(numbers))
        lead = _("Niet ingevuld, dus gerekend met de standaard van het kader:")
        yield Paragraph(text.format(numbers=listed(map(str, numbers))), lead=lead)


def _asked(dossier: Dossier, parameter: CostParameter) -> Question:
    return dossier.outcome.framework.questions[parameter.question]


def _value(dossier: Dossier, parameter: CostParameter) -> str:
    question = _asked(dossier, parameter)
    given = dossier.outcome.answers.get(question.id)
    if given is None and question.default is not None:
        text = _("{amount}\nNiet ingevuld: dit is onze standaard.")
        return text.format(amount=answer_text(question, Decimal(question.default)))
    return answer_text(question, given)


def _source(parameter: CostParameter) -> str:
    if parameter.since is None:
        return parameter.source
    return _("{source}\nSinds {day}").format(source=parameter.source, day=date_text(parameter.since))


def assessments(found: Comparison) -> list[Block]:
    """Return the days that count for the assessments, and which instruments were left out, and why."""
    counted = [each for each in found.instruments if each.counted]
    blocks: list[Block] = [Heading(_("Wat is meegeteld voor de toetsen"))]
    if counted:
        columns = (Column(_("Instrument"), 6, "strong"), Column(_("Schatting"), 2, "amount"))
        rows = [(short_name(each.instrument), effort(each.instrument.days)) for each in counted]
        rows.append((_("Samen"), effort(_together(counted))))
        text = _("Een dag is {hours} uur, tegen het uurtarief hierboven.").format(hours=HOURS_PER_DAY)
        blocks += [Paragraph(text, style="intro"), Table(columns, tuple(rows), totals=1)]
    else:
        blocks.append(Paragraph(_("Er zijn geen toetsen die meetellen.")))
    left_out = sorted((each for each in found.instruments if not each.counted), key=lambda each: each.why)
    for why, some in groupby(left_out, key=lambda each: each.why):
        lead = _("Niet meegeteld ({why}):").format(why=why)
        blocks.append(Paragraph(names(each.instrument for each in some) + ".", lead=lead))
    return blocks


def _together(counted: Iterable[InstrumentCost]) -> tuple[Decimal, Decimal]:
    lows, highs = zip(*(each.instrument.days for each in counted), strict=True)
    return sum(lows, start=Decimal(0)), sum(highs, start=Decimal(0))
