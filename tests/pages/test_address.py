"""Addresses: what is no assessment says so in Dutch, whatever somebody types."""

import pytest

from services import frameworks
from tests.pages.conftest import CASES, App
from ui import here


@pytest.mark.parametrize("path", ["stap-quickscan", "stap-risico", "uitkomst", "slagen"])
@pytest.mark.parametrize(
    "query", ["", "onzin", "../../etc/passwd", "<script>", "5f0c6d1e-0b6a-4a53-9d5a-3d2f1a7c9b10", "0" * 5000]
)
def test_unknown_assessment_says_so_and_shows_the_way_out(app: App, path: str, query: str) -> None:
    screen = app.address(path, query)

    assert "Deze afweging kun je niet openen" in screen.words
    assert "Naar de startpagina" in screen.words


def test_framework_that_is_gone_is_a_message_and_not_a_crash(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    assessment = app.case(CASES["c01"])
    monkeypatch.setattr(frameworks, "versions", lambda: ("2025.1",))
    monkeypatch.setattr(here.frameworks, "get", _refuse)

    assert "staat niet op deze server" in app.outcome(assessment).words


def _refuse(version: str) -> None:
    raise here.frameworks.UnknownFramework(
        f"Versie {version} van het afwegingskader staat niet op deze server."
    )
