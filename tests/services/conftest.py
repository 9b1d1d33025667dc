"""Fixtures for services: an assessment in the real framework."""

import pytest

from services import assessments


@pytest.fixture
def weighing(store, user, framework):
    """The id of a new assessment."""
    return assessments.create(store, user, title="Schuldhulp", framework=framework).id
