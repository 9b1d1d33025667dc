"""A tier or an instrument that a person set by hand. What the engine computes stays as it is, beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from assessment.outcome import DimensionOutcome, InstrumentOutcome, Outcome

TIER = "trede"


@dataclass(frozen=True)
class Override:
    """A level set by hand, of the tier or of the instrument that `about` names.

    `computed` is what the engine said then; without a `level` the computed one counts again.
    """

    about: str
    computed: str
    level: str | None
    why: str
    author: str
    at: datetime


@dataclass(frozen=True)
class Settled:
    """What counts: the level of the engine, or the one a person set, with both in view."""

    found: DimensionOutcome
    override: Override | None = None

    @property
    def computed(self) -> str:
        """What the engine says of what was answered so far."""
        return self.found.counted

    @property
    def stands(self) -> bool:
        """The override counts.

        One upwards counts as long as it is higher than what is computed. One downwards was a judgement of one
        computed level, so it lapses when that becomes another.
        """
        if self.override is None or self.override.level is None:
            return False
        if self.is_upwards:
            return self._rank(self.override.level) > self._rank(self.computed)
        return self.override.computed == self.computed

    @property
    def lapsed(self) -> bool:
        """There is an override that does not count any more."""
        return self.override is not None and self.override.level is not None and not self.stands

    @property
    def is_upwards(self) -> bool:
        """The override is higher than what was computed when it was set."""
        set_ = self.override
        return (
            set_ is not None and set_.level is not None and self._rank(set_.level) > self._rank(set_.computed)
        )

    @property
    def level(self) -> str:
        """The level that counts."""
        set_ = self.override
        return set_.level if self.stands and set_ and set_.level else self.computed

    def name(self, level: str) -> str:
        """Give a level in words."""
        return self.found.dimension.level(level).label

    @property
    def title(self) -> str:
        """Name what the level is of."""
        found = self.found
        return found.instrument.name if isinstance(found, InstrumentOutcome) else found.dimension.title

    def _rank(self, level: str) -> int:
        return self.found.dimension.rank[level]


def settle(outcome: Outcome, overrides: Mapping[str, Override]) -> dict[str, Settled]:
    """Give what counts for the tier and every instrument, by id."""
    found: dict[str, DimensionOutcome] = {TIER: outcome.tier, **outcome.instruments}
    return {name: Settled(each, overrides.get(name)) for name, each in found.items()}


def set_by_hand(outcome: Outcome, overrides: Mapping[str, Override]) -> tuple[Settled, ...]:
    """Give what a person set, also what lapsed; the tier first."""
    settled = settle(outcome, overrides).values()
    return tuple(each for each in settled if each.stands or each.lapsed)
