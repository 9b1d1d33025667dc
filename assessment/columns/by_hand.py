"""What applies for one assessment in which a person set levels, in two versions of a framework.

Such assessments are few, so each is judged by itself, apart from the columns.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from assessment.answers import Answers
from assessment.columns.changes import Subject
from assessment.columns.coding import carried
from assessment.evaluation import evaluate
from assessment.framework import Framework
from assessment.override import TIER, Override, Settled, settle
from assessment.parts import Dimension


class HandSet(NamedTuple):
    """A level that a person set and that counts in the old version; `stays`: in the new one it still does."""

    subject: Subject
    level: str
    stays: bool


class Effect(NamedTuple):
    """A dimension or instrument for which another level applies, with what was set by hand in view."""

    subject: Subject
    old: str
    new: str


@dataclass(frozen=True)
class ByHand:
    """What a person set in one assessment, and what the new version makes of what applies."""

    made: tuple[HandSet, ...]
    effects: tuple[Effect, ...]


def by_hand(
    old: Framework, new: Framework, answers: Answers, overrides: Mapping[str, Override], on: date
) -> ByHand | None:
    """Compare what applies in both versions as of the day `on`; None when nothing set by hand counts now.

    `answers` are those to `old`, and are carried to `new`. What was set to a level that `new` does not know
    does not count there.
    """
    before = settle(evaluate(old, answers, on), overrides)
    after = settle(evaluate(new, _carried(new, answers), on), _known(new, overrides))
    made = [name for name, each in before.items() if each.stands]
    if not made:
        return None
    return ByHand(
        tuple(HandSet(_subject(name), before[name].level, _stays(after, name)) for name in made),
        tuple(_effects(old, new, before, after)),
    )


def _carried(new: Framework, answers: Answers) -> Answers:
    found = {name: carried(new.questions.get(name), value) for name, value in answers.items()}
    return {name: value for name, value in found.items() if value is not None}


def _known(new: Framework, overrides: Mapping[str, Override]) -> dict[str, Override]:
    return {
        about: made
        for about, made in overrides.items()
        if {made.computed, made.level or made.computed} <= set(_scale(new, about).rank)
    }


def _stays(after: Mapping[str, Settled], name: str) -> bool:
    return name in after and after[name].stands


def _effects(
    old: Framework, new: Framework, before: Mapping[str, Settled], after: Mapping[str, Settled]
) -> list[Effect]:
    found = [
        Effect(_subject(name), _level(old, before, name), _level(new, after, name))
        for name in dict.fromkeys((*after, *before))
    ]
    return [effect for effect in found if effect.old != effect.new]


def _level(framework: Framework, settled: Mapping[str, Settled], name: str) -> str:
    """Give what applies; an instrument that a version does not have is not needed there."""
    return settled[name].level if name in settled else _scale(framework, name).levels[0].id


def _scale(framework: Framework, about: str) -> Dimension:
    return framework.dimensions[TIER] if about == TIER else framework.instrument_scale


def _subject(about: str) -> Subject:
    return Subject("dimension" if about == TIER else "instrument", about)
