"""What a user can meet. The text of each error says in Dutch what happened and what to do."""

from collections.abc import Mapping

from storage.errors import CannotSave, Unavailable
from texts import _

__all__ = [
    "AdvisesOnOwnWork",
    "AssessmentFinished",
    "CannotSave",
    "DecidedAlready",
    "DecidesOnOwnWork",
    "EvidenceRefused",
    "InvalidTitle",
    "LowersOwnWork",
    "NotAllowed",
    "NotFinished",
    "NotFound",
    "OnlyUpwards",
    "Refused",
    "StepImpossible",
    "StepIncomplete",
    "Unavailable",
    "UnknownFramework",
    "UnknownQuestion",
]


class Refused(Exception):
    """Base of all: the app is fine, and this cannot be done. Nothing was changed unless the class says so."""


class NotFound(Refused):
    """What was asked for does not exist, or never did."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(
            message
            or _(
                "Deze afweging bestaat niet. Misschien klopt de link niet. "
                "Ga naar de startpagina en kies er een."
            )
        )


class NotAllowed(Refused):
    """This user may not do this."""

    def __init__(self) -> None:
        super().__init__(_("Je mag dit niet doen. Vraag de eigenaar van de afweging om hulp."))


class AssessmentFinished(Refused):
    """The round is closed, so nothing in it changes."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Deze afweging is afgerond, dus je kunt niets veranderen. "
                "Heropen de afweging eerst. Dan begint een nieuwe ronde."
            )
        )


class NotFinished(Refused):
    """Only a finished assessment can be reopened."""

    def __init__(self) -> None:
        super().__init__(_("Deze afweging is al open. Je kunt meteen verder."))


class InvalidTitle(Refused):
    """A title that is empty or too long."""


class UnknownQuestion(Refused):
    """The framework of this assessment has no such question."""

    def __init__(self, question: str) -> None:
        super().__init__(
            _("Vraag '{question}' hoort niet bij deze afweging. Ververs de pagina.").format(question=question)
        )


class UnknownFramework(Refused):
    """A framework version that is not installed."""


class EvidenceRefused(Refused):
    """A link or file that cannot be kept."""


class StepImpossible(Refused):
    """From where the assessment stands now no such step leads."""

    def __init__(self, standing: str) -> None:
        super().__init__(
            _(
                "Deze stap kan nu niet. De afweging staat op: {standing}. Misschien was iemand je voor. "
                "Ververs de pagina."
            ).format(standing=standing)
        )


class StepIncomplete(Refused):
    """Something that a step needs is missing or wrong; `faults` tells per field what."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__(" ".join(dict.fromkeys(faults.values())))
        self.faults = dict(faults)


class DecidesOnOwnWork(Refused):
    """Whoever filled in an assessment never records the decision on it."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Je hebt zelf vragen van deze afweging ingevuld. Wie invult, legt het besluit niet vast. "
                "Vraag de collegesecretaris om dit te doen."
            )
        )


class AdvisesOnOwnWork(Refused):
    """Whoever filled in an assessment never records the advice on it."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Je hebt zelf vragen van deze afweging ingevuld. Wie invult, legt het advies niet vast. "
                "Vraag een andere secretaris van het ethisch netwerk om dit te doen."
            )
        )


class LowersOwnWork(Refused):
    """Whoever filled in an assessment never makes its outcome milder by hand."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Je hebt zelf vragen van deze afweging ingevuld. Wie invult, zet niets lager. "
                "Vraag een collega van het CIO-office of de FG om dit te doen."
            )
        )


class OnlyUpwards(NotAllowed):
    """This user may set a level higher by hand, not lower."""

    def __init__(self) -> None:
        Refused.__init__(
            self,
            _(
                "Je mag dit niet doen. Lager zetten mag alleen het CIO-office of de FG. "
                "Vraag een van hen om dit te doen."
            ),
        )


class DecidedAlready(Refused):
    """After the decision nothing it rests on becomes milder."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Over deze ronde is al besloten, dus lager zetten kan niet meer. "
                "Laat de afweging opnieuw wegen als er iets is veranderd."
            )
        )
