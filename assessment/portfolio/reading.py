"""From one assessment to its part of the portfolio: out of a snapshot as it was recorded, or judged now.

Reading what a snapshot says takes a fraction of judging its answers again, which matters when there are
thousands. Only where a person set a level by hand all is judged again.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessment.answers import Value, parse
from assessment.framework import Framework
from assessment.outcome import InstrumentOutcome, Outcome
from assessment.override import TIER, Override, Settled, settle
from assessment.parts import Dimension, Instrument, Rule
from assessment.portfolio.lines import InstrumentLine

NOT_ASKED = "niet"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of an instrument: its level, and the one that a duty of the future will give it."""

    level: str
    by_hand: bool = False
    later: str = ""
    starts: date | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What one assessment amounts to; see `lines.AssessmentLine`."""

    on: date
    at_least: str
    counted: str
    at_most: str
    by_hand: str | None
    levels: Mapping[str, str]
    answers: Mapping[str, Value]
    instruments: Mapping[str, Asked]


class SnapshotReader:
    """Reads snapshots that were made with one framework."""

    def __init__(self, framework: Framework) -> None:
        self._framework = framework
        self._rules = {rule.id: rule for rule in framework.rules}
        self._of_instruments = {
            rule.id: rule for each in framework.instruments.values() for rule in each.rules
        }

    def read(self, content: str, on: date) -> Judged:
        """Read a snapshot that was made as of the day `on`."""
        said = json.loads(content)
        outcome, answers = said["outcome"], dict(self._answers(said["answers"]))
        tier = outcome["dimensions"][TIER]
        levels = {
            name: self._counted(self._framework.dimensions[name], found)
            for name, found in outcome["dimensions"].items()
            if name in self._framework.dimensions
        }
        instruments = {
            name: self._asked(found, on)
            for name, found in outcome["instruments"].items()
            if name in self._framework.instruments
        }
        bounds = tier["at_least"], levels[TIER], tier["at_most"]
        return Judged(on, *bounds, None, levels, answers, _wanted(instruments))

    def _answers(self, raw: Mapping[str, Any]) -> Iterator[tuple[str, Value]]:
        questions = self._framework.questions
        for name, given in raw.items():
            value = parse(questions[name], given) if name in questions else None
            if value is not None:
                yield name, value

    def _counted(self, scale: Dimension, found: Mapping[str, Any]) -> str:
        """Give the level that what was said then raised a dimension to."""
        rules = (self._rules[name] for name in found["raised_by"] if name in self._rules)
        return self._highest(scale, found, {rule.level for rule in rules})

    def _asked(self, found: Mapping[str, Any], on: date) -> Asked:
        scale, known = self._framework.instrument_scale, self._of_instruments
        rules = (known[name] for name in found["raised_by"] if name in known)
        level = self._highest(scale, found, {self._level_then(rule, on) for rule in rules})
        coming = found["coming"]
        if coming is None:
            return Asked(level)
        return Asked(level, later=coming["level"], starts=date.fromisoformat(coming["from"]))

    def _level_then(self, rule: Rule, on: date) -> str:
        """A duty that had not started was advice."""
        starts = self._framework.dates[rule.starts].from_ if rule.starts else None
        return self._framework.instrument_levels[1].id if starts and starts > on else rule.level

    def _highest(self, scale: Dimension, found: Mapping[str, Any], levels: set[str]) -> str:
        raised = max(levels | {found["at_least"]}, key=lambda level: scale.rank[level])
        return min(raised, str(found["at_most"]), key=lambda level: scale.rank[level])


def read_outcome(outcome: Outcome, overrides: Mapping[str, Override]) -> Judged:
    """Take what an outcome says, with what a person set by hand beside it."""
    settled = settle(outcome, overrides)
    tier = outcome.tier
    return Judged(
        outcome.on,
        tier.at_least,
        tier.counted,
        tier.at_most,
        settled[TIER].level if settled[TIER].stands else None,
        {name: found.counted for name, found in outcome.dimensions.items()},
        outcome.answers,
        _wanted({name: _settled(found, settled[name]) for name, found in outcome.instruments.items()}),
    )


def _settled(found: InstrumentOutcome, settled: Settled) -> Asked:
    level, by_hand = settled.level, settled.level != found.counted
    coming = found.coming
    # What a person set aside does not come back by a date.
    if coming is None or (by_hand and level == NOT_ASKED):
        return Asked(level, by_hand)
    return Asked(level, by_hand, coming.level, coming.starts)


def _wanted(instruments: Mapping[str, Asked]) -> dict[str, Asked]:
    """Keep what is asked for, or will be on some day."""
    return {name: asked for name, asked in instruments.items() if asked.level != NOT_ASKED or asked.starts}


def instrument_lines(
    framework: Framework, judged: Judged, done: Mapping[str, date], today: date
) -> tuple[InstrumentLine, ...]:
    """Give the instruments that are asked for on a day, or will be."""
    wanted = judged.instruments.items()
    return tuple(_line(framework.instruments[name], asked, done.get(name), today) for name, asked in wanted)


def _line(instrument: Instrument, asked: Asked, done: date | None, today: date) -> InstrumentLine:
    if asked.starts and asked.starts <= today:
        return InstrumentLine(instrument, asked.later, asked.by_hand, done_on=done)
    return InstrumentLine(instrument, asked.level, asked.by_hand, asked.starts, asked.later, done)
