"""A tier or an instrument that a person set by hand. What the engine computes stays as it is, beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from assessment.carrying import levels_at
from assessment.outcome import DimensionOutcome, InstrumentOutcome, Outcome

TIER = "trede"


@dataclass(frozen=True)
class Override:
    """A level set by hand, of the tier or of the instrument that `about` names.

    `computed` is what counted then without it: what the engine said, or what followed from a tier that was
    set by hand. Without a `level` that counts again.
    """

    about: str
    computed: str
    level: str | None
    why: str
    author: str
    at: datetime


@dataclass(frozen=True)
class Settled:
    """What counts: the level of the engine, or the one a person set, with both in view.

    `follows` is the level of an instrument at the tier that a person set, when that asks for more.
    """

    found: DimensionOutcome
    override: Override | None = None
    follows: str | None = None

    @property
    def computed(self) -> str:
        """What the engine says of what was answered so far."""
        return self.found.counted

    @property
    def base(self) -> str:
        """What counts without an override of its own."""
        return self.follows or self.computed

    @property
    def carried(self) -> bool:
        """The tier that a person set asks for more than is computed."""
        return self.follows is not None

    @property
    def stands(self) -> bool:
        """The override counts.

        One upwards counts as long as it is higher than what counts without it. One downwards was a judgement
        of one level, so it lapses when that becomes another.
        """
        if self.override is None or self.override.level is None:
            return False
        if self.is_upwards:
            return self._rank(self.override.level) > self._rank(self.base)
        return self.override.computed == self.base

    @property
    def lapsed(self) -> bool:
        """There is an override that does not count any more."""
        return self.override is not None and self.override.level is not None and not self.stands

    @property
    def is_upwards(self) -> bool:
        """The override is higher than what counted when it was set."""
        set_ = self.override
        return (
            set_ is not None and set_.level is not None and self._rank(set_.level) > self._rank(set_.computed)
        )

    @property
    def level(self) -> str:
        """The level that counts."""
        set_ = self.override
        return set_.level if self.stands and set_ and set_.level else self.base

    def name(self, level: str) -> str:
        """Give a level in words."""
        return self.found.dimension.level(level).label

    @property
    def about(self) -> str:
        """Give the id of what the level is of, as `Override.about` names it."""
        return self.found.instrument.id if isinstance(self.found, InstrumentOutcome) else TIER

    @property
    def title(self) -> str:
        """Name what the level is of."""
        found = self.found
        return found.instrument.name if isinstance(found, InstrumentOutcome) else found.dimension.title

    def _rank(self, level: str) -> int:
        return self.found.dimension.rank[level]


def settle(outcome: Outcome, overrides: Mapping[str, Override]) -> dict[str, Settled]:
    """Give what counts for the tier and every instrument, by id.

    A tier that was set higher carries on to the instruments that the rules ask for at that tier. One that was
    set lower takes nothing away: that is done per instrument, in sight.
    """
    tier = Settled(outcome.tier, overrides.get(TIER))
    higher = tier.stands and tier.is_upwards
    at_tier = levels_at(outcome, TIER, tier.level) if higher else {}
    settled = {TIER: tier}
    for name, found in outcome.instruments.items():
        level = at_tier.get(name, found.counted)
        settled[name] = Settled(found, overrides.get(name), level if level != found.counted else None)
    return settled


def set_by_hand(outcome: Outcome, overrides: Mapping[str, Override]) -> tuple[Settled, ...]:
    """Give what a person set, what follows from it, and what lapsed; the tier first."""
    if not overrides:
        return ()
    settled = settle(outcome, overrides).values()
    return tuple(each for each in settled if each.stands or each.lapsed or each.carried)
