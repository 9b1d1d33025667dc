"""What the ethics network tells the executive, and which advice the answers point at."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assessment.review.ballots import Choice
from assessment.review.results import Compared


class AdviceKind(StrEnum):
    """An advice, in one word."""

    POSITIVE = "positive"
    ON_CONDITIONS = "on_conditions"
    NEGATIVE = "negative"
    DIVIDED = "divided"


@dataclass(frozen=True)
class Proviso:
    """A condition under which it can go ahead: what, who sees to it, and until when."""

    text: str
    owner: str
    due: date


@dataclass(frozen=True)
class Dissent:
    """An objection, word for word; `name` is there when its author chose so."""

    text: str
    name: str | None = None


@dataclass(frozen=True)
class Advised:
    """An advice as people read it; `took_part` are names, `proposed` is what the answers pointed at.

    `one_round` says why the members answered only once. `compared`: the question whether it can go ahead, and
    the statements, what divides the members most first, without what anybody said with it.
    """

    kind: AdviceKind
    proposed: AdviceKind | None
    text: str
    conditions: tuple[Proviso, ...]
    arguments_for: tuple[str, ...]
    arguments_against: tuple[str, ...]
    dissents: tuple[Dissent, ...]
    took_part: tuple[str, ...]
    on: date
    one_round: str = ""
    compared: tuple[Compared, ...] = ()


def proposed_kind(counts: Mapping[str, int]) -> AdviceKind | None:
    """Give the advice that the answers to "can this go ahead?" point at; None when nobody weighed in.

    Who abstains or knows nothing of it does not weigh in. `docs/decisions/0012-review-sessions.md` says why
    these borders.
    """
    objecting = counts.get(Choice.OBJECT, 0)
    reserved = objecting + counts.get(Choice.CONDITIONS, 0)
    weighed_in = reserved + counts.get(Choice.AGREE, 0)
    if not weighed_in:
        return None
    if 2 * objecting > weighed_in:
        return AdviceKind.NEGATIVE
    if 3 * objecting >= weighed_in:
        return AdviceKind.DIVIDED
    return AdviceKind.ON_CONDITIONS if 3 * reserved >= weighed_in else AdviceKind.POSITIVE
