"""Short ways to fill in costs, and to make a cost sheet without a framework."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from assessment.answers import Reply
from assessment.costs.comparison import compare
from assessment.costs.result import Comparison, Incomplete
from assessment.outcome import Outcome
from tests.assessment.real import answers_of, weigh

Compare = Callable[..., Comparison | Incomplete]


@pytest.fixture
def costs_of() -> Compare:
    """Compare the costs of a worked case, with some answers changed; `known_by` per question."""

    def compared(
        case: str, known_by: dict[str, str] | None = None, **changes: Any
    ) -> Comparison | Incomplete:
        answers = answers_of(case, **changes)
        known = known_by or {}
        replies = {name: Reply(value, known_by=known.get(name)) for name, value in answers.items()}
        return compare(weigh(answers), replies)

    return compared


def cents(number: Decimal) -> Decimal:
    """Round to cents."""
    return round(number, 2)


@pytest.fixture
def with_levels() -> Callable[..., Outcome]:
    """Give an outcome in which some instruments stand at another level."""

    def changed(**levels: str) -> Outcome:
        outcome = weigh(answers_of("c01"))
        instruments = {
            name: replace(each, counted=levels.get(name, each.counted))
            for name, each in outcome.instruments.items()
        }
        return replace(outcome, instruments=instruments)

    return changed
