"""What can be wrong with the database as a whole."""

from texts import _


class DatabaseError(Exception):
    """The database cannot be used; its text says in Dutch why and what to do."""


class DatabaseTooNew(DatabaseError):
    """A newer version of the app migrated this database; writing to it could destroy what we do not know."""


class DatabaseUnreachable(DatabaseError):
    """The database cannot be opened or does not answer."""


class DatabaseMoved(DatabaseError):
    """The file of the database was deleted or replaced while it was open."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Het bestand van de database is weg of vervangen terwijl Weegschaal draait. "
                "Zet het terug en start Weegschaal opnieuw."
            )
        )


class Unavailable(DatabaseError):
    """The database does not answer now; later it may. The log has the cause under `number`."""

    def __init__(self, number: str) -> None:
        super().__init__(self.text().format(number=number))
        self.number = number

    def text(self) -> str:
        """Return what the user reads, with a place for the number."""
        return _(
            "De database geeft nu geen antwoord. Laad de pagina opnieuw. "
            "Blijft dit zo? Vertel de beheerder nummer {number}."
        )


class CannotSave(Unavailable):
    """The database does not take what should be saved. Nothing was changed."""

    def text(self) -> str:
        """Return what the user reads, with a place for the number."""
        return _(
            "Opslaan lukt nu niet. Laat deze pagina open; we proberen het zo opnieuw. "
            "Blijft dit zo? Vertel de beheerder nummer {number}."
        )


class BackupRefused(DatabaseError):
    """A backup that cannot be made, or cannot be put back here."""
