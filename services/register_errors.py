"""Why something in the register cannot be done, in words for who tried it."""

from collections.abc import Mapping

from assessment.register.entry import Entry
from services.errors import NotFound, Refused
from texts import _, ngettext


class EntryNotFound(NotFound):
    """The register has no such algorithm."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Dit algoritme staat niet in het register. Misschien klopt de link niet. "
                "Ga naar het register en zoek het op."
            )
        )


class EntryFaults(Refused):
    """Values that cannot be kept; `faults` tells per field what to do. Nothing was changed."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__(" ".join(dict.fromkeys(faults.values())))
        self.faults = dict(faults)


class EntryChanged(Refused):
    """Somebody else changed this entry first. Theirs stands; nothing of ours was kept.

    To go on all the same, change it once more with `theirs.revision` as what was seen.
    """

    def __init__(self, theirs: Entry) -> None:
        super().__init__(
            _(
                "Iemand anders heeft dit algoritme net ook gewijzigd. Jouw wijziging is nog niet bewaard. "
                "Kijk wat er nu staat en sla dan opnieuw op."
            )
        )
        self.theirs = theirs


class EntryExists(Refused):
    """Another entry has this number, or this name in this domain."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Er staat al een algoritme met dit nummer, of met deze naam in dit domein. Zoek het op in "
                "het register. Is dit een ander algoritme? Maak de naam dan duidelijker."
            )
        )


class LinkedElsewhere(Refused):
    """An assessment belongs to one entry at most."""

    def __init__(self) -> None:
        super().__init__(
            _("Deze afweging hoort al bij een algoritme in het register. Maak die koppeling eerst los.")
        )


class LayoutRefused(Refused):
    """The columns of a sheet are not chosen in a way that can be read."""


class PlanStale(Refused):
    """The register changed since the plan was made. Nothing was imported."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Het register is veranderd sinds je dit overzicht zag. Er is niets overgenomen. "
                "Bekijk het overzicht opnieuw en neem het dan over."
            )
        )


class RowsRefused(Refused):
    """Some rows cannot be imported. Nothing was imported."""

    def __init__(self, count: int) -> None:
        super().__init__(
            ngettext(
                "{count} rij kan niet worden overgenomen. Er is niets overgenomen. "
                "Verbeter de rij in het bestand, of kies dat je deze rij weglaat.",
                "{count} rijen kunnen niet worden overgenomen. Er is niets overgenomen. "
                "Verbeter de rijen in het bestand, of kies dat je deze rijen weglaat.",
                count,
            ).format(count=count)
        )


class RegisterFilled(Refused):
    """The example is for an empty register only: its numbers would collide with those in use."""

    def __init__(self) -> None:
        super().__init__(_("Het voorbeeld past alleen in een leeg register, en dit register is niet leeg."))
