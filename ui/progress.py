"""How far each step is: what is asked there, what is answered, what is still open."""

from dataclasses import dataclass

from assessment.outcome import Outcome
from assessment.parts import Level, Step
from texts import _, ngettext

# The id of the first step and of the dimension that it decides.
QUICK_SCAN = "quickscan"


@dataclass(frozen=True)
class Progress:
    """One step as it stands: how many questions are asked there, answered and missed.

    A question that may stay empty is not missed. `waiting`: the quick scan has yet to say whether this step
    is needed.
    """

    step: Step
    number: int
    asked: int
    answered: int
    missed: int
    waiting: bool

    @property
    def is_done(self) -> bool:
        """Nothing that is asked here waits for an answer."""
        return bool(self.asked) and not self.missed

    @property
    def text(self) -> str:
        """Where this step stands, in words."""
        if not self.asked:
            return _("volgt na de snelle check") if self.waiting else _("niet nodig")
        if self.is_done:
            return _("klaar") if self.answered else _("mag je overslaan")
        return ngettext("nog {count} vraag", "nog {count} vragen", self.missed).format(count=self.missed)


@dataclass(frozen=True)
class QuickScan:
    """What the quick scan says; not `settled` when later answers can still change it."""

    level: Level
    is_full: bool
    settled: bool


def quick_scan(outcome: Outcome) -> QuickScan | None:
    """Return the verdict of the quick scan; None until its questions are answered or cannot matter."""
    quick = outcome.dimensions[QUICK_SCAN]
    asked = [question.id for question in outcome.framework.questions_of(QUICK_SCAN)]
    is_answered = all(question in outcome.answers for question in asked if question in outcome.shown)
    if not (quick.settled or is_answered):
        return None
    level = quick.dimension.level(quick.counted)
    return QuickScan(level, level == quick.dimension.levels[-1], quick.settled)


def of_steps(outcome: Outcome) -> tuple[Progress, ...]:
    """Return the progress of every step, in order."""
    framework = outcome.framework
    waiting = quick_scan(outcome) is None
    unanswered = set(outcome.unanswered)
    progress = []
    for number, step in enumerate(framework.steps, start=1):
        asked = [question.id for question in framework.questions_of(step.id) if question.id in outcome.shown]
        answered = sum(question in outcome.answers for question in asked)
        missed = len(unanswered.intersection(asked))
        progress.append(Progress(step, number, len(asked), answered, missed, waiting))
    return tuple(progress)
