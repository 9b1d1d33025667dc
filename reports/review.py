"""Appendix J: the advice of the ethics network, with every objection word for word."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from assessment.dossier import Dossier
from assessment.months import date_text
from assessment.review import wording
from assessment.review.advice import Advised
from reports.document import Block, Bullets, Column, Heading, Item, Paragraph, Section, Table
from reports.leanings import answers
from texts import _


def review(dossier: Dossier) -> Iterator[Section]:
    """Yield the appendix, when there is an advice on these answers."""
    found = dossier.review
    if found is not None:
        title = _("Bijlage J. Advies van het ethisch netwerk")
        yield Section(title, tuple(_blocks(dossier, found)), starts_page=False)


def review_json(dossier: Dossier) -> dict[str, Any]:
    """Return the advice as data; nothing when there is none."""
    found = dossier.review
    if found is None:
        return {}
    conditions = [{**asdict(proviso), "due": proviso.due.isoformat()} for proviso in found.conditions]
    return {"review": {**asdict(found), "conditions": conditions, "on": found.on.isoformat()}}


def _blocks(dossier: Dossier, found: Advised) -> Iterator[Block]:
    given = _("Gegeven op {date}.").format(date=date_text(found.on))
    yield Paragraph(f"{found.text}\n{given}", lead=f"{wording.kind_text(found.kind)}.")
    if found.proposed not in (None, found.kind):
        told = _("De antwoorden van de leden wezen op: {kind}.")
        yield Paragraph(told.format(kind=wording.kind_text(found.proposed).lower()))
    if found.one_round:
        yield Paragraph(wording.one_round_text(found.one_round))
    if found.conditions:
        columns = (Column(_("Voorwaarde"), 8, "strong"), Column(_("Wie"), 4), Column(_("Voor"), 3))
        rows = tuple((p.text, p.owner, date_text(p.due)) for p in found.conditions)
        yield Heading(_("Voorwaarden"))
        yield Table(columns, rows)
    yield from _list(_("Argumenten voor"), found.arguments_for)
    yield from _list(_("Argumenten tegen"), found.arguments_against)
    if found.dissents:
        yield Heading(_("Bezwaren, woord voor woord"))
        yield Bullets(tuple(Item(d.text, f"{wording.dissent_author(d)}:") for d in found.dissents))
    yield Heading(_("Wie deed mee"))
    yield Paragraph(wording.took_part_text(found.took_part))
    yield from answers(dossier.outcome.framework, found.compared)


def _list(title: str, texts: tuple[str, ...]) -> Iterator[Block]:
    if texts:
        yield Heading(title)
        yield Bullets(tuple(Item(text) for text in texts))
