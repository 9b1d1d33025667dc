"""The comparison of costs in tables: per line, and beside the euros."""

from decimal import Decimal

import streamlit as st

from assessment.costs.money import count_text, euro_rounded, quantity_text
from assessment.costs.quantity import Quantity
from assessment.costs.result import Comparison, Judged, Pair, Row
from assessment.wording import listed
from texts import _
from ui import page, table
from ui.costs.amounts import between, html, in_days, saved
from ui.sides import SIDES, of_side, side_text

HIGHEST_MARK = 5


def lines(comparison: Comparison) -> None:
    """Draw every line with its cost on both sides, and the totals."""
    page.heading(
        _("Wat kost het, regel voor regel?"),
        about=_("Over {years} jaar, in euro’s van nu. Onder elk bedrag staat wat is ingevuld.").format(
            years=comparison.horizon
        ),
        anchor="regels",
    )
    filled = [row for row in comparison.rows if row.cost.with_ or row.cost.without]
    heads = [_("Kosten"), *(side_text(side) for side in SIDES), _("Verschil")]
    rows = [*map(_line, filled), _total(_("Samen, verwacht"), comparison.expected)]
    rows.append(_total(_("Samen, elk getal op zijn waarschijnlijkst"), comparison.likely))
    ends = [between(of_side(comparison.lowest, side), of_side(comparison.highest, side)) for side in SIDES]
    rows.append((html(_("Samen, van laagste tot hoogste")), *map(html, ends), ""))
    st.html(table.html(_("Kosten per regel"), heads, rows))
    empty = [row.name for row in comparison.rows if row not in filled]
    if empty:
        page.paragraph(_("Geen kosten bij: {names}.").format(names=listed(empty)), style="ws-about")


def totals(comparison: Comparison) -> None:
    """Draw only the totals."""
    heads = [_("Kosten over {years} jaar").format(years=comparison.horizon)]
    heads += [_("Verwacht"), _("Van laagste tot hoogste")]
    rows = [
        (
            html(side_text(side)),
            f"<strong>{html(euro_rounded(of_side(comparison.expected, side)))}</strong>",
            html(between(of_side(comparison.lowest, side), of_side(comparison.highest, side))),
        )
        for side in SIDES
    ]
    st.html(table.html(_("Totale kosten"), heads, rows))


def _line(row: Row) -> tuple[str, ...]:
    return (
        html(row.name),
        _cost(row.cost.with_, row.given.with_, row),
        _cost(row.cost.without, row.given.without, row),
        html(saved(row.cost.without - row.cost.with_)),
    )


def _cost(cost: Decimal, given: Quantity | None, row: Row) -> str:
    if given is None:
        return html(euro_rounded(cost))
    said = [in_days(given) if row.basis == "assessments" else quantity_text(given, row.unit)]
    if row.price and given.high:
        said.append(_("à {price}").format(price=quantity_text(row.price, _("euro per fout"))))
    if given.own_band:
        said.append(_("met onze eigen marge"))
    small = f'<span class="ws-what">{html(", ".join(said))}</span>'
    return html(euro_rounded(cost)) + small


def _total(name: str, pair: Pair[Decimal]) -> tuple[str, ...]:
    said = (euro_rounded(pair.with_), euro_rounded(pair.without), saved(pair.without - pair.with_))
    return (html(name), *(f"<strong>{html(text)}</strong>" for text in said))


def aspects(judged: tuple[Judged, ...]) -> None:
    """Draw what is no money on one scale, so that the whole weighing is on one page."""
    if not judged:
        return
    page.heading(
        _("Meer dan geld"),
        about=_("Een 1 is slecht, een 5 is goed. Deze punten tellen niet mee in de euro’s."),
        anchor="meer-dan-geld",
    )
    heads = [_("Wat telt"), *(side_text(side) for side in SIDES), _("Beter")]
    rows = [
        (html(each.text), _mark(each.marks.with_), _mark(each.marks.without), html(_better(each)))
        for each in judged
    ]
    st.html(table.html(_("Meer dan geld"), heads, rows))


def _mark(mark: int | None) -> str:
    if mark is None:
        return html(_("Niet ingevuld"))
    dots = "".join(f"<i{' class=ws-on' if place < mark else ''}></i>" for place in range(HIGHEST_MARK))
    text = _("{mark} van 5").format(mark=mark)
    return f'<span class="ws-dots" aria-hidden="true">{dots}</span> {html(text)}'


def _better(judged: Judged) -> str:
    with_, without = judged.marks.with_, judged.marks.without
    if with_ is None or without is None:
        return ""
    if with_ == without:
        return _("Gelijk")
    return side_text(SIDES[0] if with_ > without else SIDES[1])


def residents(comparison: Comparison) -> None:
    """Draw the errors of a year, and the hours that residents lose on them; nothing when none are asked."""
    if comparison.errors is None:
        return
    page.heading(
        _("Wat merken inwoners van fouten?"),
        about=_("Per jaar. Deze uren zijn geen kosten van de gemeente en tellen niet mee in de euro’s."),
        anchor="inwoners",
    )
    rows = [_counts(_("Fouten per jaar"), comparison.errors.number)]
    if comparison.errors.hours:
        rows.append(_counts(_("Uren van inwoners per jaar"), comparison.errors.hours))
    heads = [_("Per jaar"), *(side_text(side) for side in SIDES)]
    st.html(table.html(_("Fouten en de tijd van inwoners"), heads, rows))
    if comparison.errors.hours is None:
        page.paragraph(
            _("Hoeveel uur een inwoner kwijt is aan een fout, is niet ingevuld."), style="ws-about"
        )


def _counts(name: str, pair: Pair[Decimal]) -> tuple[str, ...]:
    return (html(name), html(count_text(pair.with_)), html(count_text(pair.without)))
