"""Fixtures for the domain."""

from collections.abc import Callable

import pytest

from assessment.outcome import Outcome
from tests.assessment.real import answers_of, weigh


@pytest.fixture
def judge() -> Callable[..., Outcome]:
    """Weigh the quiet case with some answers changed."""
    return lambda **changes: weigh(answers_of("k00", **changes))
