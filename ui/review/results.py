"""The results of closed rounds: what divides members most comes first."""

from html import escape

import streamlit as st

from assessment.review import wording
from assessment.review.ballots import GO_AHEAD, Statement, choices
from assessment.review.results import Argument, Result, most_divided_first, shift
from services import ballots, people
from services.ballots import RoundResults
from services.reviews import Session
from texts import _
from ui import context, page, sheets, table
from ui.here import Here
from ui.review import picture
from ui.sheets import Sheet


def draw(here: Here, session: Session) -> None:
    """Draw the results of all closed rounds, the last two beside each other."""
    rounds = ballots.closed_results(context.store(), context.user(), here.id)
    if not rounds:
        return
    page.heading(
        _("Wat de leden antwoordden"),
        about=_("Bovenaan staat waar de leden het verst uit elkaar staan. Links is oneens, rechts is eens."),
        anchor="resultaten",
    )
    names = people.names(context.store(), _accounts(rounds))
    for found in rounds:
        took_part = wording.took_part_text(names[name] for name in found.took_part)
        told = _("Ronde {number}: {took_part}").format(number=found.round.number, took_part=took_part)
        page.paragraph(told)
    _go_ahead(here, rounds, names)
    asked = {statement.number: statement for statement in session.statements}
    for item in most_divided_first(rounds[-1].results):
        _statement(here, asked[item], rounds, names)
    _table(here, session, rounds)


def _accounts(rounds: tuple[RoundResults, ...]) -> set[str]:
    said = (argument.name for found in rounds for result in found.results.values() if result
            for argument in result.arguments if argument.name)  # fmt: skip
    return {name for found in rounds for name in found.took_part} | set(said)


def _go_ahead(here: Here, rounds: tuple[RoundResults, ...], names: dict[str, str]) -> None:
    page.heading(here.framework.go_ahead.text, level=3)
    for found in rounds:
        result = found.results[GO_AHEAD]
        told = wording.counts_text(here.framework, result) if result else wording.too_few()
        page.paragraph(_("Ronde {number}: {counts}").format(number=found.round.number, counts=told))
    _arguments(here, rounds[-1].results[GO_AHEAD], names)


def _statement(
    here: Here, statement: Statement, rounds: tuple[RoundResults, ...], names: dict[str, str]
) -> None:
    page.heading(statement.text, level=3)
    shown = [(found.round.number, found.results[statement.number]) for found in rounds[-2:]]
    seen = [(number, result) for number, result in shown if result]
    last = rounds[-1].results[statement.number]
    if last is None:
        page.paragraph(wording.too_few())
    if any(result.stances for _number, result in seen):
        picture.draw(here.framework, statement, seen)
    if last:
        moved = shift(shown[0][1], last) if len(shown) > 1 else None
        told = [wording.apart_text(last), wording.shift_text(moved) if moved else ""]
        page.paragraph(" ".join(filter(None, told)))
        _arguments(here, last, names)


def _arguments(here: Here, result: Result | None, names: dict[str, str]) -> None:
    """Show what people said, word for word; line breaks too."""
    if result is None or not result.arguments:
        return
    items = "".join(_argument(here, result.item, argument, names) for argument in result.arguments)
    st.html(f'<ul class="ws-reasons">{items}</ul>')


def _argument(here: Here, item: int, argument: Argument, names: dict[str, str]) -> str:
    said = wording.choice_text(here.framework, item, argument.choice)
    name = argument.name and names.get(argument.name, argument.name)
    return (
        f"<li><strong>{escape(f'{said}, {name}' if name else said)}</strong>"
        f'<br><span class="ws-note">{escape(argument.text)}</span></li>'
    )


def _table(here: Here, session: Session, rounds: tuple[RoundResults, ...]) -> None:
    """Give the numbers behind the pictures."""
    answers = choices(1)
    heads = [_("Stelling"), _("Ronde"), *(wording.stance_text(choice) for choice in answers)]
    rows = [
        [escape(statement.text), str(found.round.number), *_cells(found.results[statement.number], answers)]
        for statement in session.statements
        for found in rounds
    ]
    with st.expander(_("De cijfers in een tabel")):
        st.html(table.html(_("Antwoorden per stelling en ronde"), heads, rows))
    name = _("Antwoorden per stelling")
    sheets.offer(name, lambda: Sheet(name, heads, _counts(session, rounds)), about=here.assessment.title)


def _counts(session: Session, rounds: tuple[RoundResults, ...]) -> list[list[str | int]]:
    """Give what the table shows, and nothing else: what is hidden there stays hidden in the file."""
    found: list[list[str | int]] = []
    for statement in session.statements:
        for each in rounds:
            result = each.results[statement.number]
            counts = [result.counts[choice] if result else _("niet getoond") for choice in choices(1)]
            found.append([statement.text, each.round.number, *counts])
    return found


def _cells(result: Result | None, answers: tuple[str, ...]) -> list[str]:
    return [str(result.counts[choice]) if result else escape(_("niet getoond")) for choice in answers]
