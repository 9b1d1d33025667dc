"""The counts of what another version would change: tiers, instruments, and questions to answer."""

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from assessment.columns.change_words import level_name, subject_name
from assessment.columns.changes import Subject
from assessment.framework import Framework
from assessment.numbers import number_text
from services import frameworks, rejudging
from services.rejudging import Look, Tally
from texts import _
from ui import page, table
from ui.sheets import Cell, Sheet

TIER = Subject("dimension", "trede")


def draw(look: Look) -> list[Sheet]:
    """Draw the tables; return them, to offer as files."""
    old, new = frameworks.current(), rejudging.framework_of(look)
    assessments = list(look.found.assessments.values())
    tables = list(_tables(old, new, assessments, look.found.entries))
    for sheet, about in tables:
        page.heading(sheet.title, level=3, about=about)
        rows = [[escape(_text(cell)) for cell in row] for row in sheet.rows]
        st.html(table.html(sheet.title, sheet.columns, rows))
    return [sheet for sheet, _about in tables]


def _tables(
    old: Framework, new: Framework, assessments: Sequence[Tally], entries: Tally
) -> Iterable[tuple[Sheet, str]]:
    across = _("Elke rij is de trede van nu, elke kolom de trede met de andere versie.")
    for title, tallies in (
        (_("Tredes van afwegingen"), assessments),
        (_("Tredes zonder afweging"), [entries]),
    ):
        if any(tally.seen for tally in tallies):
            yield _matrix(title, old, new, tallies), across
    instruments = _instruments(old, new, [*assessments, entries])
    if instruments.rows:
        about = _("In hoeveel afwegingen en algoritmes een instrument zwaarder of lichter wordt.")
        yield instruments, about
    questions = _open(new, assessments)
    if questions.rows:
        yield questions, _("Deze vragen komen erbij en hebben nog geen antwoord.")


def _matrix(title: str, old: Framework, new: Framework, tallies: Sequence[Tally]) -> Sheet:
    counts: Counter[tuple[str, str]] = Counter()
    for tally in tallies:
        counts.update(tally.levels.get(TIER, {}))
    levels = dict.fromkeys(level.id for each in (old, new) for level in each.dimensions[TIER.id].levels)
    names = {level: level_name(old, new, TIER, level) for level in levels}
    before, after = (
        [level for level in levels if any(pair[side] == level for pair in counts)] for side in (0, 1)
    )
    rows: list[tuple[Cell, ...]] = [(names[now], *(counts[now, later] for later in after)) for now in before]
    heads = (_("Wordt: {level}").format(level=names[level]) for level in after)
    return Sheet(title, (_("Trede nu"), *heads), rows)


def _instruments(old: Framework, new: Framework, tallies: Sequence[Tally]) -> Sheet:
    rows: list[tuple[Cell, ...]] = []
    height = {level.id: place for each in (old, new) for place, level in enumerate(each.instrument_levels)}
    for subject in dict.fromkeys(subject for tally in tallies for subject in tally.levels):
        counts: Counter[tuple[str, str]] = Counter()
        for tally in tallies:
            counts.update(tally.levels.get(subject, {}))
        moved = {pair: count for pair, count in counts.items() if pair[0] != pair[1]}
        if subject.kind == "instrument" and moved:
            rows.append((subject_name(old, new, subject), *_shifts(moved, height)))
    heads = (_("Instrument"), _("Komt erbij"), _("Wordt zwaarder"), _("Wordt lichter"), _("Vervalt"))
    return Sheet(_("Instrumenten"), heads, rows)


def _shifts(moved: dict[tuple[str, str], int], height: dict[str, int]) -> tuple[int, int, int, int]:
    came = heavier = lighter = gone = 0
    for (now, later), count in moved.items():
        if not height[now]:
            came += count
        elif not height[later]:
            gone += count
        elif height[later] > height[now]:
            heavier += count
        else:
            lighter += count
    return came, heavier, lighter, gone


def _open(new: Framework, assessments: Sequence[Tally]) -> Sheet:
    counts: Counter[str] = Counter()
    for tally in assessments:
        counts.update(tally.open)
    rows = [(new.questions[name].text, count) for name, count in counts.most_common()]
    return Sheet(_("Open vragen"), (_("Vraag"), _("Afwegingen")), rows)


def _text(cell: Cell) -> str:
    return number_text(cell) if isinstance(cell, int) else str(cell)
