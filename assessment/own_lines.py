"""A cost line that somebody adds: its name, how often it comes back, and an amount per alternative."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from assessment.amounts import Estimate, InvalidAnswer, amount_text, dump_amount, parse_amount
from assessment.parts import Question
from texts import _

OwnBasis = Literal["once", "yearly", "per_case", "exit"]
BASES: tuple[OwnBasis, ...] = get_args(OwnBasis)
NAME_LENGTH = 80


@dataclass(frozen=True)
class OwnLine:
    """A cost line of one's own; an alternative without amount has no such cost."""

    name: str
    basis: OwnBasis
    with_: Decimal | Estimate | None = None
    without: Decimal | Estimate | None = None


def parse_line(question: Question, raw: object) -> OwnLine:
    """Read a line: an OwnLine, or `{name, basis, with, without}`. Raises InvalidAnswer."""
    given = dump_line(raw) if isinstance(raw, OwnLine) else raw
    if not isinstance(given, dict):
        raise InvalidAnswer(question.id, _("Vul een naam, een soort en minstens één bedrag in."))
    name = " ".join(str(given.get("name") or "").split())
    if not name:
        raise InvalidAnswer(question.id, _("Geef deze regel een naam, bijvoorbeeld ‘Huur van een server’."))
    if len(name) > NAME_LENGTH:
        text = _("Maak de naam van deze regel korter: hooguit {count} tekens.")
        raise InvalidAnswer(question.id, text.format(count=NAME_LENGTH))
    basis = next((each for each in BASES if each == given.get("basis")), None)
    if basis is None:
        raise InvalidAnswer(question.id, _("Kies bij deze regel hoe vaak je het bedrag betaalt."))
    amounts = [_amount(question, given.get(side)) for side in ("with", "without")]
    if amounts == [None, None]:
        raise InvalidAnswer(question.id, _("Vul bij deze regel minstens één bedrag in."))
    return OwnLine(name, basis, *amounts)


def dump_line(line: OwnLine) -> dict[str, object]:
    """Give a line as JSON knows it; `parse_line` reads it back."""
    return {
        "name": line.name,
        "basis": line.basis,
        "with": None if line.with_ is None else dump_amount(line.with_),
        "without": None if line.without is None else dump_amount(line.without),
    }


def line_text(line: OwnLine) -> str:
    """Give a line in words."""
    sides = ((_("met algoritme"), line.with_), (_("zonder algoritme"), line.without))
    amounts = "; ".join(f"{side} {amount_text(amount)} euro" for side, amount in sides if amount is not None)
    return f"{line.name} ({basis_text(line.basis)}): {amounts}"


def basis_text(basis: OwnBasis) -> str:
    """Say how often the amount of a cost line comes back."""
    return {
        "once": _("één keer, aan het begin"),
        "yearly": _("elk jaar"),
        "per_case": _("per zaak"),
        "exit": _("één keer, aan het eind"),
    }[basis]


def unit_text(basis: str) -> str:
    """Say what an amount of a cost line is counted in."""
    return {"yearly": _("euro per jaar"), "per_case": _("euro per zaak")}.get(basis, _("euro"))


def _amount(question: Question, raw: object) -> Decimal | Estimate | None:
    return None if raw is None or raw == "" else parse_amount(question, raw)
