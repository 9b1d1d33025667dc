"""Why a file cannot be read as a sheet, in words for who brought it."""

from enum import Enum, auto

from services.errors import Refused
from texts import _


class Why(Enum):
    """A reason to refuse a file."""

    EMPTY = auto()
    LARGE = auto()
    ROWS = auto()
    COLUMNS = auto()
    OLD = auto()
    OTHER = auto()
    BROKEN = auto()
    FORMULAS = auto()
    QUOTE = auto()


class FileUnreadable(Refused):
    """A file that is no sheet we can read; `why` tells it to a program."""

    def __init__(self, why: Why, line: int = 0) -> None:
        super().__init__(_texts()[why].format(line=line))
        self.why = why


def _texts() -> dict[Why, str]:
    return {
        Why.EMPTY: _("Dit bestand is leeg. Kies een bestand met een lijst van algoritmes."),
        Why.LARGE: _(
            "Dit bestand is te groot. Haal plaatjes en bladen weg die je niet nodig hebt, "
            "of verdeel de lijst over twee bestanden."
        ),
        Why.ROWS: _(
            "Dit bestand heeft te veel rijen. Er passen er 20.000. Haal lege rijen onderaan weg, "
            "of verdeel de lijst over twee bestanden."
        ),
        Why.COLUMNS: _(
            "Dit bestand heeft te veel kolommen. Er passen er 200. Haal kolommen weg die je niet nodig hebt."
        ),
        Why.OLD: _(
            "Dit bestand heeft een oud formaat (.xls) of een wachtwoord. Open het in Excel of LibreOffice "
            "en sla het zonder wachtwoord op als .xlsx."
        ),
        Why.OTHER: _("Dit is geen Excel- of CSV-bestand. Sla de lijst op als .xlsx of .csv."),
        Why.BROKEN: _(
            "Dit bestand is beschadigd. Open het in Excel of LibreOffice en sla het opnieuw op als .xlsx."
        ),
        Why.FORMULAS: _(
            "In dit bestand staan formules waarvan de uitkomst niet is bewaard. Open het in Excel of "
            "LibreOffice en sla het op. Dan staat de uitkomst erin."
        ),
        Why.QUOTE: _(
            'Rond regel {line} klopt een aanhalingsteken (") niet: het begint en stopt niet. '
            "Haal het weg of zet er een bij."
        ),
    }  # fmt: skip
