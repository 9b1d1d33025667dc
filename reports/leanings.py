"""The answers of the ethics network in the summary: a picture per statement, and the numbers in a table."""

from collections.abc import Iterator

from assessment.framework import Framework
from assessment.review import wording
from assessment.review.ballots import GO_AHEAD, STANCES, choices
from assessment.review.results import Compared, Result, shift
from reports.document import Block, Column, Heading, Paragraph, Table, Together
from reports.figures import Leaning, Leanings
from texts import _


def answers(framework: Framework, found: tuple[Compared, ...]) -> Iterator[Block]:
    """Yield what the members answered in both rounds; nothing when it is not known."""
    if not found:
        return
    yield Heading(_("Wat de leden antwoordden"))
    for compared in found:
        if compared.item == GO_AHEAD:
            yield from _go_ahead(framework, compared)
        else:
            yield Together(tuple(_statement(framework, compared, _reach(found))))
    yield _table([compared for compared in found if compared.item != GO_AHEAD])


def _go_ahead(framework: Framework, compared: Compared) -> Iterator[Block]:
    for number, result in compared.rounds:
        told = wording.counts_text(framework, result) if result else wording.too_few()
        lead = _("{question} Ronde {number}:").format(question=compared.text, number=number)
        yield Paragraph(told, lead=lead)


def _statement(framework: Framework, compared: Compared, reach: int) -> Iterator[Block]:
    yield Heading(compared.text, level=3)
    seen = [(number, result) for number, result in compared.shown if result.stances]
    if seen:
        yield Leanings(
            bars=tuple(_bar(number, result) for number, result in seen),
            reach=reach,
            ends=(wording.stance_text(STANCES[0]), wording.stance_text(STANCES[-1])),
            alt=wording.result_alternative(framework, compared.text, seen),
        )
    yield Paragraph(_told(compared))


def _told(compared: Compared) -> str:
    results = [result for _number, result in compared.rounds]
    last = results[-1]
    if last is None:
        return wording.too_few()
    moved = shift(results[0], last) if len(results) > 1 else None
    return " ".join(filter(None, (wording.apart_text(last), wording.shift_text(moved) if moved else "")))


def _bar(number: int, result: Result) -> Leaning:
    label = _("Ronde {number}").format(number=number)
    return Leaning(label, tuple(result.counts.get(stance, 0) for stance in STANCES))


def _reach(found: tuple[Compared, ...]) -> int:
    bars = (_bar(0, result) for each in found if each.item != GO_AHEAD for _n, result in each.shown)
    return max((side for bar in bars for side in bar.sides), default=1) or 1


def _table(found: list[Compared]) -> Table:
    answers = choices(1)
    columns = (
        Column(_("Stelling"), 6),
        Column(_("Ronde"), 2),
        *(Column(wording.stance_text(choice), 2) for choice in answers),
    )
    return Table(
        columns,
        tuple(
            (each.text, str(number), *(_count(result, choice) for choice in answers))
            for each in found
            for number, result in each.rounds
        ),
    )


def _count(result: Result | None, choice: str) -> str:
    return str(result.counts.get(choice, 0)) if result else "–"
