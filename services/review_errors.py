"""Why something in a review cannot be done, in words for who tried it."""

from enum import Enum, auto

from assessment.review.agenda import MOST_MINUTES
from assessment.review.ballots import MAX_ARGUMENT, BallotFault
from services.errors import Refused
from texts import _


class Why(Enum):
    """A reason to refuse."""

    NOT_OFFERED = auto()
    NO_REVIEW = auto()
    RUNNING = auto()
    NOTHING_TO_ASK = auto()
    ASKED = auto()
    STATEMENTS = auto()
    NOBODY = auto()
    ROUND_OPEN = auto()
    ROUND_CLOSED = auto()
    NO_ROUND = auto()
    NOT_INVITED = auto()
    ADVISED = auto()
    NO_WORDS = auto()
    NO_CONDITIONS = auto()
    CONDITION = auto()
    ONE_ROUND = auto()
    FILLED_IN = auto()
    ANSWERED = auto()
    AGENDA = auto()


class ReviewRefused(Refused):
    """The state of the review does not allow this; `why` tells it to a program."""

    def __init__(self, why: Why) -> None:
        super().__init__(_texts()[why])
        self.why = why


class BallotRefused(Refused):
    """An answer that cannot be taken as it is."""

    def __init__(self, fault: BallotFault) -> None:
        super().__init__(_ballot_texts()[fault])
        self.fault = fault


def _texts() -> dict[Why, str]:
    return {
        Why.NOT_OFFERED: _("Deze afweging is niet in beoordeling. Bied die aan, op Besluit en vervolg."),
        Why.NO_REVIEW: _("Er is nog geen sessie bij deze afweging."),
        Why.RUNNING: _("Er loopt al een sessie bij deze afweging. Ga daarmee verder."),
        Why.NOTHING_TO_ASK: _("Dit kader heeft geen stellingen. Vraag de beheerder om een nieuwer kader."),
        Why.ASKED: _("Ronde 1 is al begonnen, dus de stellingen staan vast. Ga verder met de ronde."),
        Why.STATEMENTS: _("Kies minstens één stelling. Een stelling heeft 1 tot 500 tekens."),
        Why.NOBODY: _("Nodig eerst iemand uit."),
        Why.ROUND_OPEN: _("Er is nog een ronde open. Sluit die eerst."),
        Why.ROUND_CLOSED: _("Er is geen ronde open. Een antwoord telt nu niet meer mee. Ververs de pagina."),
        Why.NO_ROUND: _("Er is nog geen ronde gesloten. Laat de leden eerst antwoorden."),
        Why.NOT_INVITED: _("Je bent niet uitgenodigd voor deze sessie. Vraag het de secretaris."),
        Why.ADVISED: _("Het advies is al gegeven. Deze sessie is klaar."),
        Why.NO_WORDS: _("Schrijf op wat het netwerk adviseert."),
        Why.NO_CONDITIONS: _("Bij een advies op voorwaarden hoort minstens één voorwaarde."),
        Why.CONDITION: _("Geef elke voorwaarde een tekst en iemand die ervoor zorgt."),
        Why.ONE_ROUND: _("Er was één ronde. Open ronde 2, of schrijf op waarom één ronde genoeg is."),
        Why.FILLED_IN: _("Wie deze afweging invulde, antwoordt niet in de sessie. Kies iemand anders."),
        Why.ANSWERED: _("Dit lid antwoordde al in deze ronde. Sluit eerst de ronde."),
        Why.AGENDA: _("Geef elk onderdeel een aantal minuten van 1 tot {most}.").format(most=MOST_MINUTES),
    }  # fmt: skip


def _ballot_texts() -> dict[BallotFault, str]:
    return {
        BallotFault.ITEM: _("Deze stelling hoort niet bij de sessie. Ververs de pagina."),
        BallotFault.CHOICE: _("Kies een van de antwoorden."),
        BallotFault.ARGUMENT_MISSING: _("Zeg erbij waarom. Dan telt je antwoord mee."),
        BallotFault.ARGUMENT_LONG: _("Je uitleg is te lang. Er passen {limit} tekens.").format(
            limit=MAX_ARGUMENT
        ),
    }
