"""A review in words, for the screen and the PDF alike."""

from collections.abc import Iterable
from decimal import Decimal

from assessment.framework import Framework
from assessment.numbers import number_text
from assessment.review.advice import AdviceKind, Dissent
from assessment.review.ballots import GO_AHEAD, STANCES
from assessment.review.results import THRESHOLD, Result, Shift
from texts import _, ngettext

CLOSE, FAR = 0.75, 1.5


def kind_text(kind: AdviceKind) -> str:
    """Name an advice."""
    return {
        AdviceKind.POSITIVE: _("Positief"),
        AdviceKind.ON_CONDITIONS: _("Positief, op voorwaarden"),
        AdviceKind.NEGATIVE: _("Negatief"),
        AdviceKind.DIVIDED: _("Verdeeld"),
    }[kind]


def stance_text(choice: str) -> str:
    """Name an answer to a statement."""
    names = (_("Helemaal oneens"), _("Oneens"), _("Ertussenin"), _("Eens"), _("Helemaal eens"))
    return dict(zip(STANCES, names, strict=True)).get(choice, _("Niet mijn vak"))


def choice_text(framework: Framework, item: int, choice: str) -> str:
    """Name an answer to any item."""
    return framework.go_ahead.answer(choice).text if item == GO_AHEAD else stance_text(choice)


def counts_text(framework: Framework, result: Result) -> str:
    """Say how many chose what, leaving out what nobody chose."""
    told = (
        f"{choice_text(framework, result.item, choice)}: {count}"
        for choice, count in result.counts.items()
        if count
    )
    return ", ".join(told) or _("niemand antwoordde")


def too_few() -> str:
    """Say why a result is not shown."""
    return _(
        "Minder dan {limit} antwoorden. Daarom laten we dit niet zien: anders weet je wie wat zei."
    ).format(limit=THRESHOLD)


def apart_text(result: Result) -> str:
    """Say how far members are apart."""
    if len(result.stances) < 2:
        return _("Te weinig meningen om te vergelijken.")
    points = _one_decimal(result.disagreement)
    if result.disagreement < CLOSE:
        return _("De leden zijn het eens: gemiddeld {points} punt uit elkaar.").format(points=points)
    if result.disagreement < FAR:
        return _("De leden verschillen: gemiddeld {points} punt uit elkaar.").format(points=points)
    return _("De leden staan ver uit elkaar: gemiddeld {points} punt.").format(points=points)


def shift_text(shift: Shift) -> str:
    """Say what a round changed."""
    if not shift.middle:
        moved = _("Het midden bleef gelijk.")
    elif shift.middle > 0:
        moved = _("Het midden ging {points} omhoog, naar eens.").format(points=_points(shift.middle))
    else:
        moved = _("Het midden ging {points} omlaag, naar oneens.").format(points=_points(-shift.middle))
    if abs(shift.disagreement) < 0.05:
        return moved
    closer = _("De leden kwamen dichter bij elkaar.")
    return f"{moved} {closer if shift.disagreement < 0 else _('De leden gingen verder uit elkaar.')}"


def result_alternative(framework: Framework, title: str, rounds: Iterable[tuple[int, Result]]) -> str:
    """Say what the picture of one statement shows."""
    told = (
        _("Ronde {number}: {counts}.").format(number=number, counts=counts_text(framework, result))
        for number, result in rounds
    )
    return f"{title} {' '.join(told)}"


def one_round_text(why: str) -> str:
    """Say that the members answered only once, and why that was enough."""
    return _("De leden antwoordden in één ronde. Waarom dat genoeg was: {why}").format(why=why)


def dissent_author(dissent: Dissent) -> str:
    """Say whose objection it is, as far as its author wants."""
    return dissent.name or _("zonder naam")


def took_part_text(names: Iterable[str]) -> str:
    """Say who took part."""
    listed = list(names)
    count = ngettext("{count} deelnemer", "{count} deelnemers", len(listed)).format(count=len(listed))
    return f"{count}: {', '.join(listed)}." if listed else _("Niemand antwoordde.")


def _points(distance: float) -> str:
    return ngettext("{points} punt", "{points} punten", 1 if distance == 1 else 2).format(
        points=_one_decimal(distance)
    )


def _one_decimal(number: float) -> str:
    rounded = Decimal(f"{number:.1f}")
    return number_text(int(rounded) if rounded == int(rounded) else rounded)
