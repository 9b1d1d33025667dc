"""The norms with what the data says of each today, and the building blocks."""

from html import escape

import streamlit as st

from assessment.portfolio.measuring import Grade, NormToday, measure, norms_today
from assessment.portfolio.portfolio import Portfolio
from assessment.portfolio.selecting import NORM
from assessment.portfolio.wording import counted_text, grade_text, measured_text
from texts import _, ngettext
from ui import links, page
from ui.portfolio import picture, tables
from ui.portfolio.picture import Bar
from ui.portfolio.tables import Figure, Table


def draw(portfolio: Portfolio) -> None:
    """Draw every norm: what it asks, what the data shows, and which algorithms fall short."""
    found = norms_today(portfolio)
    page.heading(
        ngettext("{count} norm", "{count} normen", len(found)).format(count=len(found)),
        about=_("Gemeten aan de gegevens in het register en de afwegingen, niet aan wat iemand ervan vindt."),
        anchor="normen",
    )
    _picture(found)
    tables.draw(norms_table(portfolio))
    for today in found:
        _norm(today)


def norms_table(portfolio: Portfolio) -> Table:
    """Return the norms as a table."""
    rows: list[list[tables.Cell]] = [
        [
            today.norm.name,
            grade_text(today.grade),
            f"{known.percent}%" if known else "–",
            Figure(len(known.short), {NORM: today.norm.id}) if known else "–",
        ]
        for today in norms_today(portfolio)
        for known in [today.found if today.found and today.found.whole else None]
    ]
    heads = (_("Norm"), _("Vandaag"), _("Op orde bij"), _("Algoritmes die nog niet voldoen"))
    return Table(_("Normen"), heads, rows)


def blocks(portfolio: Portfolio) -> None:
    """Draw the building blocks with what the data says of each."""
    framework = portfolio.framework
    page.heading(
        _("Bouwstenen"),
        about=_(
            "Wat een organisatie nodig heeft. Hier staat wat de gegevens laten zien; zelf oordelen doe je "
            "in de zelfscan."
        ),
        anchor="bouwstenen",
    )
    for block in framework.building_blocks:
        page.heading(block.name, level=3, about=block.meaning)
        items = "".join(
            f"<li>{escape(measured_text(measure(portfolio, each)))}</li>" for each in block.measures
        )
        st.html(f'<ul class="ws-used">{items}</ul>')
        page.paragraph(_("Bron: {source}").format(source=block.source), style="ws-source")


def _picture(found: tuple[NormToday, ...]) -> None:
    known = [(today.norm.name, today.found.percent) for today in found if today.found and today.found.whole]
    if not known:
        return
    shown = [Bar(name, percent, f"{percent}%") for name, percent in known]
    told = "; ".join(f"{bar.name}: {bar.text}" for bar in shown)
    text = _("Balken: bij hoeveel van de 100 algoritmes een norm op orde is. {bars}.").format(bars=told)
    picture.bars(shown, text, "normen", whole=100)


def _norm(today: NormToday) -> None:
    norm = today.norm
    page.heading(f"{norm.name}: {grade_text(today.grade)}", level=3, about=norm.text)
    page.paragraph(counted_text(today))
    if today.found and today.grade in (Grade.FAIR, Grade.POOR):
        behind = links.place(links.PORTFOLIO_LIST, _("Welke algoritmes voldoen nog niet?"), **{NORM: norm.id})
        st.html(f"<p>{behind}</p>")
    if today.found:
        limits = _("Op orde vanaf {good}%, deels vanaf {fair}%.").format(good=norm.good, fair=norm.fair)
        page.paragraph(limits, style="ws-source")
    source = _("Bron: {source}. Laat dit nagaan: {what}.").format(source=norm.source, what=norm.verify)
    page.paragraph(source, style="ws-source")
