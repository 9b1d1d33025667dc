"""The overview for the council: drawn from what is known today, and recorded for the next one to compare."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from assessment.council.drawing import Draft, draw
from assessment.council.overview import NoOverview, Overview, as_data, from_data
from assessment.council.redaction import Redactor
from assessment.council.words import Labels
from assessment.portfolio.portfolio import Portfolio
from assessment.register.fields import register_fields
from assessment.snapshot import canonical, sha256
from services import access, frameworks, looks, portfolio, road
from services.access import Action
from services.errors import Refused
from services.users import User
from storage.council import Recorded
from storage.review_records import Advice
from storage.store import Store, Transaction
from storage.text import clean
from texts import SOURCE_LANGUAGE, _, speaking

__all__ = ["Recorded", "labels"]

MAX_TITLE = 100


class OverviewRefused(Refused):
    """An overview cannot be recorded or read; the text says why and what to do."""


@dataclass(frozen=True)
class Shown:
    """An overview with the one before it, when there is one.

    `recorded`: how it was recorded, None for that of today; `left_out` is what that leaves out of texts, by
    name of the algorithm.
    """

    overview: Overview
    earlier: Overview | None
    recorded: Recorded | None = None
    left_out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def labels() -> Labels:
    """Give how levels and options are called, for the words of an overview."""
    tier = frameworks.current().dimensions["trede"].levels
    names = {name: {o.id: o.text for o in register_fields()[name].options} for name in _CHOICES}
    return Labels({level.id: level.label for level in tier}, *(names[name] for name in _CHOICES))


_CHOICES = ("status", "werking", "eigen_risico")


def today(store: Store, user: User, on: date, municipality: str) -> Shown:
    """Draw that of today, beside the one that was recorded last. Raises OverviewRefused, NotAllowed."""
    looks.follow(store)
    with store.reading() as tx:
        access.require(tx, user, Action.SEE_PORTFOLIO)
        drawn, found = _draft(tx, on, municipality), tx.council.all()
        earlier = _read(tx, found[0].number) if found else None
        return Shown(drawn.overview, earlier, left_out=drawn.left_out)


def recorded(store: Store, user: User) -> list[Recorded]:
    """List the overviews that were recorded, the newest first. Raises NotAllowed."""
    with store.reading() as tx:
        access.require(tx, user, Action.SEE_PORTFOLIO)
        return tx.council.all()


def opened(store: Store, user: User, number: int) -> Shown:
    """Give a recorded overview with the one before it. Raises OverviewRefused, NotAllowed."""
    with store.reading() as tx:
        access.require(tx, user, Action.SEE_PORTFOLIO)
        listed = {each.number: each for each in tx.council.all()}
        if number not in listed:
            raise OverviewRefused(_("Dit overzicht bestaat niet. Kies een overzicht uit de lijst."))
        before = max((each for each in listed if each < number), default=None)
        return Shown(_read(tx, number), None if before is None else _read(tx, before), listed[number])


def record(store: Store, user: User, title: str, on: date, municipality: str) -> Recorded:
    """Record the overview of today as the council gets it. Raises OverviewRefused, NotAllowed."""
    looks.follow(store)
    with store.transaction() as tx:
        access.require(tx, user, Action.PUBLISH)
        wanted = " ".join(clean(title).split())
        if not wanted or len(wanted) > MAX_TITLE:
            raise OverviewRefused(
                _("Geef het overzicht een naam van hoogstens {count} tekens.").format(count=MAX_TITLE)
            )
        overview = _draft(tx, on, municipality).overview
        if overview.is_empty:
            raise OverviewRefused(_("Er is nog niets om vast te leggen. Vul eerst het register."))
        content = canonical(as_data(overview))
        made = Recorded(tx.council.next_number(), wanted, on, user.name, tx.now)
        tx.council.add(made, content, sha256(content))
        return made


def _draft(tx: Transaction, on: date, municipality: str) -> Draft:
    # The council and residents read it, whoever draws it; and it is compared with what was recorded.
    with speaking(SOURCE_LANGUAGE):
        found = portfolio.of(tx, on)
        advice = {advised.assessment: advised.kind for advised in _advice(tx, found)}
        return draw(found, municipality, Redactor(_names(tx)), advice)


def _advice(tx: Transaction, found: Portfolio) -> Iterator[Advice]:
    for line in found.assessments:
        held = tx.assessments.find(line.id) if line.decision else None
        advice = road.advice_on(tx, held) if held else None
        if advice:
            yield advice


def _names(tx: Transaction) -> Iterator[str]:
    """Yield how everybody who ever signed in is called."""
    for person in tx.people.all():
        yield person.display
        yield person.name


def _read(tx: Transaction, number: int) -> Overview:
    try:
        return from_data(json.loads(tx.council.content(number) or ""))
    except (NoOverview, ValueError) as fault:
        raise OverviewRefused(
            _("Dit overzicht is niet te lezen. Vraag de beheerder om het uit een back-up te halen.")
        ) from fault
