"""A portfolio in words: at language level B1."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from assessment.framework import Framework
from assessment.months import date_text
from assessment.numbers import number_text
from assessment.portfolio.algorithm import UNKNOWN, Basis
from assessment.portfolio.counting import Days, Duty, by_basis, duties, gaps, overdue
from assessment.portfolio.measuring import Grade, Measured, NormToday
from assessment.portfolio.portfolio import Portfolio
from assessment.portfolio.selecting import (
    BASIS,
    DUTY,
    EVERY,
    FROM,
    MISSING,
    OVERDUE,
    TIER,
    YES,
    inside,
)
from assessment.register.fields import register_fields
from texts import _, ngettext

SEVERE = ("hoog", "verboden")


def domain_text(domain: str) -> str:
    """Name a domain: by the option of the register, or as somebody wrote it."""
    option = register_fields()["domein"].by_option.get(domain)
    return option.text if option else domain or _("Domein niet bekend")


def status_text(status: str) -> str:
    """Name a status."""
    option = register_fields()["status"].by_option.get(status)
    return option.text if option else status


def tier_text(framework: Framework, tier: str) -> str:
    """Name a tier, also the one that nobody knows."""
    scale = framework.dimensions["trede"]
    return scale.level(tier).label if tier in scale.rank else _("Nog niet bekend")


def tiers(framework: Framework) -> tuple[str, ...]:
    """Give the tiers that an algorithm can have, from low to high, and last the one that nobody knows."""
    return (*(level.id for level in framework.dimensions["trede"].levels[1:]), UNKNOWN)


def basis_text(basis: Basis) -> str:
    """Say what a tier rests on."""
    return {
        Basis.WEIGHED: _("met een afweging bepaald"),
        Basis.OWN: _("eigen inschatting uit het register"),
        Basis.NONE: _("nog niet bekend"),
    }[basis]


def nothing_text(portfolio: Portfolio, text: str) -> str:
    """Say that there is nothing to do (`text`), as far as anybody weighed."""
    bases = by_basis(portfolio)
    unknown = bases.get(Basis.OWN, 0) + bases.get(Basis.NONE, 0)
    if not any(each.assessment for each in portfolio.algorithms):
        return _("Dat weten we pas als er een algoritme gewogen is.")
    if not unknown:
        return text
    rest = ngettext(
        "{count} algoritme is nog niet gewogen: daarvan weten we dit niet.",
        "{count} algoritmes zijn nog niet gewogen: daarvan weten we dit niet.",
        unknown,
    )
    return f"{text} {rest.format(count=number_text(unknown))}"


def grade_text(grade: Grade) -> str:
    """Name how a norm stands."""
    return {
        Grade.GOOD: _("Op orde"),
        Grade.FAIR: _("Deels op orde"),
        Grade.POOR: _("Niet op orde"),
        Grade.NO_DATA: _("Nog geen gegevens"),
        Grade.UNMEASURABLE: _("Niet te meten"),
    }[grade]


def days_text(days: Days) -> str:
    """Write a range of working days."""
    low, high = (number_text(day.normalize() + Decimal(0)) for day in days)
    if low == high:
        return ngettext("{days} dag", "{days} dagen", 1 if low == "1" else 2).format(days=low)
    return _("{low} tot {high} dagen").format(low=low, high=high)


def algorithms_text(count: int) -> str:
    """Count algorithms."""
    return ngettext("{count} algoritme", "{count} algoritmes", count).format(count=number_text(count))


class Told(NamedTuple):
    """A sentence, and what the list behind it asks for; None: there is no list."""

    text: str
    wanted: Mapping[str, str] | None = None


def brief(portfolio: Portfolio) -> tuple[Told, ...]:
    """Say in a few sentences what matters most; what nobody weighed is never told as nothing to do."""
    if not any(each.assessment for each in portfolio.algorithms):
        text = _("Wat er ontbreekt en wat eraan komt, weten we pas als er een algoritme gewogen is.")
        return (*_known(portfolio), Told(text))
    return (*_known(portfolio), *_to_do(portfolio))


def _to_do(portfolio: Portfolio) -> tuple[Told, ...]:
    here, late, coming = inside(portfolio), overdue(portfolio), duties(portfolio)
    missing = sum(len(gap.algorithms) for gap in gaps(portfolio))
    return (
        Told(
            ngettext(
                "Er ontbreekt {count} verplichte of afgesproken toets of plicht.",
                "Er ontbreken {count} verplichte of afgesproken toetsen en plichten.",
                missing,
            ).format(count=number_text(missing)),
            {**here, MISSING: EVERY} if missing else None,
        ),
        Told(_reweighing(len(late)), {**here, OVERDUE: YES} if late else None),
        Told(_coming(coming), {**here, DUTY: EVERY, FROM: coming[0].starts.isoformat()} if coming else None),
    )


def _known(portfolio: Portfolio) -> Iterator[Told]:
    """Yield how many there are, what their risk rests on, and how many are severe."""
    here, basis, count = inside(portfolio), by_basis(portfolio), len(portfolio.algorithms)
    severe = sum(each.tier in SEVERE for each in portfolio.algorithms)
    weighed, own, none = (basis.get(each, 0) for each in Basis)
    text = ngettext(
        "Er is {count} algoritme in beeld. Bij {weighed} is het risico met een afweging bepaald.",
        "Er zijn {count} algoritmes in beeld. Bij {weighed} is het risico met een afweging bepaald.",
        count,
    )
    said = text.format(count=number_text(count), weighed=number_text(weighed))
    yield Told(said, {**here, BASIS: Basis.WEIGHED.value} if weighed else None)
    text = _("Bij {own} telt nog de eigen inschatting, bij {none} is het risico niet bekend.")
    said = text.format(own=number_text(own), none=number_text(none))
    yield Told(said, {**here, BASIS: f"{Basis.OWN},{Basis.NONE}"} if own + none else None)
    text = ngettext(
        "{count} algoritme heeft een hoog risico of is verboden.",
        "{count} algoritmes hebben een hoog risico of zijn verboden.",
        severe,
    )
    said = text.format(count=number_text(severe))
    yield Told(said, {**here, TIER: ",".join(SEVERE)} if severe else None)
    if portfolio.left_out:
        text = ngettext(
            "{count} toepassing telt niet mee: volgens een afweging is het geen algoritme.",
            "{count} toepassingen tellen niet mee: volgens een afweging zijn het geen algoritmes.",
            len(portfolio.left_out),
        )
        yield Told(text.format(count=number_text(len(portfolio.left_out))))


def _reweighing(late: int) -> str:
    if not late:
        return _("Geen enkel algoritme hoeft nu opnieuw gewogen te worden.")
    return ngettext(
        "{count} algoritme moet nu opnieuw gewogen worden.",
        "{count} algoritmes moeten nu opnieuw gewogen worden.",
        late,
    ).format(count=number_text(late))


def _coming(coming: Sequence[Duty]) -> str:
    if not coming:
        return _("Er komen geen nieuwe plichten aan, voor zover nu bekend.")
    first = coming[0].starts
    count = sum(len(duty.algorithms) for duty in coming if duty.starts == first)
    return ngettext(
        "Vóór {date} moet er nog {count} toets of plicht klaar zijn die dan verplicht wordt.",
        "Vóór {date} moeten er nog {count} toetsen en plichten klaar zijn die dan verplicht worden.",
        count,
    ).format(date=date_text(first), count=number_text(count))


def counted_text(today: NormToday) -> str:
    """Say what the data shows of a norm; why not, when it shows nothing."""
    return today.norm.unmeasurable if today.found is None else measured_text(today.found)


def measured_text(found: Measured) -> str:
    """Say for how many algorithms something holds."""
    if not found.whole:
        return _("Of dit zo is, weten we nog van geen enkel algoritme: {counts}.").format(
            counts=found.measure.counts
        )
    return _("Bij {part} van de {whole} algoritmes die meetellen, {counts}.").format(
        part=number_text(len(found.met)), whole=number_text(found.whole), counts=found.measure.counts
    )
