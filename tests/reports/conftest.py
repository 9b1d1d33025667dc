"""Fixtures for reports: workers that are stopped afterwards."""

from collections.abc import Iterator

import pytest

from reports.rendering import Workers


@pytest.fixture(scope="session")
def workers() -> Iterator[Workers]:
    """One warm renderer for all tests."""
    made = Workers(at_once=1)
    yield made
    made.close()
