"""What a portfolio is counted from: a line per register entry, per assessment and per instrument."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from assessment.answers import Value
from assessment.decisions import Decision
from assessment.framework import Framework
from assessment.parts import Instrument
from assessment.road import State
from assessment.weighing import Weighing

OWED = ("beleid", "verplicht")  # levels of an instrument that somebody has to do
NO_ALGORITHM = "nvt"
RUNNING = frozenset({State.ON_WATCH, State.IN_USE, State.REWEIGH})
RULED = RUNNING | {State.DECIDED}  # a decision holds


@dataclass(frozen=True, slots=True)
class InstrumentLine:
    """One instrument that an assessment asks for: the level that holds on the day of the portfolio.

    `starts`: the day from which a duty of the future holds, at the level `later`. `done_on`: the day on which
    it was done, as somebody recorded; None: nobody did.
    """

    instrument: Instrument
    level: str
    by_hand: bool = False
    starts: date | None = None
    later: str = ""
    done_on: date | None = None

    @property
    def is_owed(self) -> bool:
        """The law or municipal policy asks for it now."""
        return self.level in OWED

    @property
    def is_missing(self) -> bool:
        """It has to be done now, and nobody recorded that it was."""
        return self.is_owed and self.done_on is None

    @property
    def is_coming(self) -> bool:
        """It becomes a duty on a day that is still to come, and nobody recorded that it was done."""
        return self.starts is not None and self.done_on is None


@dataclass(frozen=True, slots=True)
class AssessmentLine:
    """One assessment. Tiers are level ids.

    The outcome is that of the last finished round, as it was `recorded`; without one it is judged from the
    answers so far. `by_hand`: the tier that a person set, as far as it stands. `finished`: nobody is at work
    on a round now. `on`: the day as of which the outcome was judged. `answers` holds only what counts.
    `due`: when it has to be weighed again (None: never, or not in use). `new_framework`: a newer version of
    the framework was adopted since.
    """

    id: UUID
    title: str
    framework_version: str
    at_least: str
    counted: str
    at_most: str
    recorded: bool
    finished: bool
    on: date
    state: State = State.CONCEPT
    by_hand: str | None = None
    levels: Mapping[str, str] = field(default_factory=dict)  # dimension id → level id
    answers: Mapping[str, Value] = field(default_factory=dict)
    framework: Framework | None = None
    instruments: tuple[InstrumentLine, ...] = ()
    decision: Decision | None = None
    decision_why: str = ""
    used_since: date | None = None
    due: date | None = None
    new_framework: bool = False

    @property
    def tier(self) -> str | None:
        """The tier that counts, what is open at its most severe; None as long as it can still move.

        A first round that is not finished says nothing yet, unless no answer can change it. That there is no
        algorithm it never says: then one click would take one out of what the council reads.
        """
        if self.by_hand is not None:
            return self.by_hand
        is_settled = self.at_least == self.at_most != NO_ALGORITHM
        return self.at_most if self.recorded or is_settled else None

    @property
    def in_use(self) -> bool:
        """The algorithm runs, as far as the road to a decision tells."""
        return self.state in RUNNING

    @property
    def missing(self) -> tuple[InstrumentLine, ...]:
        """Instruments that have to be done now, and were not."""
        return tuple(line for line in self.instruments if line.is_missing)

    def is_overdue(self, today: date) -> bool:
        """It has to be weighed again now: called for, past its term, or under a new framework."""
        if self.state is State.REWEIGH:
            return True
        return self.in_use and (self.new_framework or (self.due is not None and self.due <= today))

    def was_asked(self, question: str) -> bool:
        """Tell whether a question came up, answered or not."""
        if question in self.answers or self.framework is None:
            return question in self.answers
        return question in self.framework.questions and Weighing(self.framework, self.answers).is_shown(
            question
        )

    def said(self, question: str) -> str:
        """Return what was answered at a question with one option; empty when nothing was."""
        value = self.answers.get(question, "")
        return value if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry of the register. `values`: field id → text or option key, absent or empty is not known.

    `look_at_least` and `look_at_most` are the bounds of the second look, `look_signal` what it says beside
    the municipality's own rating; empty when nobody looked yet.
    """

    id: UUID
    number: str
    values: Mapping[str, str]
    look_signal: str = ""
    look_at_least: str = ""
    look_at_most: str = ""

    def value(self, name: str) -> str:
        """Return what a field says; empty when it is not known."""
        return self.values.get(name, "")
