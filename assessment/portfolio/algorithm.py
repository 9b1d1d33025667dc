"""One algorithm as the portfolio counts it: a register entry with its assessments, or an assessment alone."""

from dataclasses import dataclass
from enum import StrEnum, auto
from functools import cached_property

from assessment.decisions import Verdict
from assessment.portfolio.lines import NO_ALGORITHM, RULED, AssessmentLine, EntryLine
from assessment.road import State

UNKNOWN = "onbekend"
RATINGS = frozenset({"laag", "beperkt", "hoog", "verboden"})
# What an assessment says about the status of an algorithm that the register does not know.
_STATUS = {
    "idee": "in_ontwikkeling",
    "inkoop": "in_ontwikkeling",
    "pilot": "in_gebruik",
    "in_gebruik": "in_gebruik",
    "uitfaseren": "in_gebruik",
}


class Basis(StrEnum):
    """What the tier of an algorithm rests on."""

    WEIGHED = auto()  # an assessment
    OWN = auto()  # the municipality's own rating in the register
    NONE = auto()


@dataclass(frozen=True)
class Algorithm:
    """One algorithm. At least one of `entry` and `assessments` (newest first) is there."""

    entry: EntryLine | None
    assessments: tuple[AssessmentLine, ...] = ()

    @property
    def name(self) -> str:
        """The name in the register, or the title of the newest assessment."""
        if self.entry:
            return self.entry.value("naam") or self.entry.number
        return self.assessments[0].title

    @property
    def domain(self) -> str:
        """Option key of the domain; empty when it is not known."""
        return self.entry.value("domein") if self.entry else ""

    @cached_property
    def assessment(self) -> AssessmentLine | None:
        """The assessment that speaks for this algorithm.

        The newest on which a decision holds: anybody may begin another one, and what was decided stands until
        that is decided on. Else the newest with a tier, else the newest.
        """
        known = [line for line in self.assessments if line.tier is not None]
        ruled = [line for line in known if line.state in RULED]
        return next(iter((*ruled, *known, *self.assessments)), None)

    @cached_property
    def basis(self) -> Basis:
        """What the tier rests on."""
        weighed = self.assessment
        if weighed and weighed.tier is not None:
            return Basis.WEIGHED
        return Basis.OWN if self.own_rating in RATINGS else Basis.NONE

    @cached_property
    def tier(self) -> str:
        """The tier by the assessment, else the municipality's own rating, else `UNKNOWN`."""
        weighed = self.assessment
        if weighed and weighed.tier is not None:
            return weighed.tier
        return self.own_rating if self.own_rating in RATINGS else UNKNOWN

    @property
    def own_rating(self) -> str:
        """The municipality's own rating in the register."""
        return self.entry.value("eigen_risico") if self.entry else ""

    @cached_property
    def status(self) -> str:
        """Option key of the status: as the road tells, else as the register or the answers say."""
        weighed = self.assessment
        if weighed and weighed.in_use:
            return "in_gebruik"
        if weighed and weighed.state is State.ENDED:
            return "buiten_gebruik"
        said = _STATUS.get(weighed.said("d_status"), "") if weighed else ""
        return (self.entry.value("status") if self.entry else "") or said or UNKNOWN

    @property
    def working(self) -> str:
        """Option key of what it does with its outcome: as answered, else as the register says."""
        weighed = self.assessment
        said = weighed.said("d_functie") if weighed else ""
        if said and said != "weet_niet":
            return said
        return (self.entry.value("werking") if self.entry else "") or UNKNOWN

    @property
    def counts(self) -> bool:
        """There is an algorithm: an assessment may have found that there is none."""
        return self.tier != NO_ALGORITHM

    @property
    def runs(self) -> bool:
        """It is in use."""
        return self.status == "in_gebruik"

    @cached_property
    def is_gone(self) -> bool:
        """There is nothing to do for it any more: it is out of use, or it was decided not to use it."""
        weighed = self.assessment
        stopped = weighed and weighed.decision and weighed.decision.verdict is Verdict.STOP
        return self.status == "buiten_gebruik" or bool(stopped and weighed and weighed.state is State.DECIDED)
