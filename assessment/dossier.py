"""What a report about one assessment is made from, handed over by whoever can read the database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from assessment.answers import Reply
from assessment.costs.comparison import compare
from assessment.costs.result import Comparison, Incomplete
from assessment.outcome import InstrumentOutcome, Outcome
from assessment.override import Override, Settled, set_by_hand, settle
from assessment.parts import Question
from assessment.review.advice import Advised
from assessment.road import Standing
from assessment.snapshot import Frozen, freeze


@dataclass(frozen=True)
class Dossier:
    """One assessment with its outcome.

    `replies` may hold replies to questions that are not asked any more: they never reach a report. `moment`
    is the (UTC) time of the last change, or of finishing; `finished` tells which of the two. `standing` is
    where it stands on the road to a decision, `overrides` what was set by hand, by subject; `names` gives
    what people read for accounts. `review` is the advice of the ethics network on these answers.
    """

    title: str
    municipality: str
    outcome: Outcome
    replies: Mapping[str, Reply]
    moment: datetime
    finished: bool = False
    standing: Standing = field(default_factory=Standing)
    overrides: Mapping[str, Override] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    review: Advised | None = None

    @cached_property
    def by_hand(self) -> tuple[Settled, ...]:
        """What was set by hand beside what is computed, also what lapsed; the tier first."""
        return set_by_hand(self.outcome, self.overrides)

    @cached_property
    def settled(self) -> Mapping[str, Settled]:
        """What counts for the tier and every instrument, by id: computed or set by hand."""
        return settle(self.outcome, self.overrides)

    def level(self, each: InstrumentOutcome) -> str:
        """Return the level of an instrument that counts."""
        return self.settled[each.instrument.id].level

    @cached_property
    def frozen(self) -> Frozen:
        """The outcome as data, with its hashes."""
        return freeze(self.outcome)

    @cached_property
    def costs(self) -> Comparison | Incomplete:
        """The costs with and without the algorithm, or what is missing to compare them."""
        return compare(self.outcome, self.replies)

    @cached_property
    def asked(self) -> tuple[Question, ...]:
        """Questions that are asked now, in the order of the framework."""
        return tuple(q for q in self.outcome.framework.questions.values() if q.id in self.outcome.shown)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Number of each question that is asked, as the appendices print it."""
        return {question.id: number for number, question in enumerate(self.asked, start=1)}

    def said(self, question: str) -> str:
        """Return what was filled in at a text or single-choice question, as far as it counts."""
        value = self.outcome.answers.get(question, "")
        return value if isinstance(value, str) else ""

    @cached_property
    def in_use(self) -> bool:
        """The algorithm is used already: what belongs before the start has to be caught up with."""
        return self.said("d_status") in ("in_gebruik", "pilot", "uitfaseren")

    @cached_property
    def undecided(self) -> tuple[str, ...]:
        """Unanswered questions that can still move an outcome."""
        open_now = {action.question for action in self.outcome.actions}
        return tuple(question for question in self.outcome.unanswered if question in open_now)

    @cached_property
    def advice(self) -> str:
        """The draft advice to print: open counts at its most severe, but silence asks to find out first."""
        advice = self.outcome.dimensions["conceptadvies"]
        silent = set(advice.open_questions) & set(self.outcome.unanswered)
        if not silent or advice.settled:
            return advice.at_most
        return max(advice.at_least, "eerst_uitzoeken", key=lambda level: advice.dimension.rank[level])

    def needed(self, *levels: str) -> tuple[InstrumentOutcome, ...]:
        """Return the instruments that stand at one of `levels` by what was said so far, by phase.

        A don't-know counts at its most severe; what silence may still add is in `maybe_needed`. What a person
        set by hand counts.
        """
        return self._by_phase(
            each for each in self.outcome.instruments.values() if self.level(each) in levels
        )

    @cached_property
    def maybe_needed(self) -> tuple[InstrumentOutcome, ...]:
        """Return the instruments that are not needed yet, and may be when the open questions are answered."""
        return self._by_phase(each for each in self.needed("niet") if self._is_open(each))

    @cached_property
    def not_needed(self) -> tuple[InstrumentOutcome, ...]:
        """Return the instruments that are certainly not needed, or were set aside by hand."""
        return self._by_phase(each for each in self.needed("niet") if not self._is_open(each))

    def _is_open(self, each: InstrumentOutcome) -> bool:
        # What a person set aside is not a question any more.
        return each.at_most != "niet" and not self.settled[each.instrument.id].stands

    def _by_phase(self, found: Iterable[InstrumentOutcome]) -> tuple[InstrumentOutcome, ...]:
        phases = list(self.outcome.framework.moments)
        return tuple(sorted(found, key=lambda each: phases.index(each.instrument.moment)))

    def asks_for(self, instrument: str) -> bool:
        """Tell whether the law or municipal policy asks for an instrument, by what was said so far."""
        found = self.outcome.instruments.get(instrument)
        return found is not None and self.level(found) in ("beleid", "verplicht")

    def role(self, role: str) -> str:
        """Return the name of a role."""
        return self.outcome.framework.roles[role].name
