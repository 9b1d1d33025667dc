"""Earlier assessments on the outcome page."""

import pytest

from assessment.cases import read_answers
from services import finishing, frameworks
from tests.pages.conftest import CASES, App
from ui import here


def finished(app: App, case: str, title: str, **changes: str) -> None:
    """Make an assessment of a worked case with some answers changed, and finish it."""
    given = read_answers(frameworks.current(), {**CASES[case].answers, **changes})
    finishing.finish(app.store, app.user, app.new(title, given), here.today())


def test_outcome_names_earlier_assessments_and_whether_they_got_the_same_tier(app: App) -> None:
    finished(app, "c22", "Spraak bij het loket")
    finished(app, "c22", "Spraak bij de balie", r_indeling="ja", r_ernst="ernstig")
    words = app.outcome(app.case(CASES["c22"])).words

    assert (
        "Er zijn 2 eerdere afwegingen met dezelfde beslissende antwoorden. 1 kreeg dezelfde trede." in words
    )
    assert "Spraak bij het loket" in words
    assert "trede hoog" in words
    assert (
        "Helpt het bepalen hoe de gemeente mensen of bedrijven indeelt of benadert? Daar: ja. Hier: nee."
        in words
    )


def test_other_tier_by_the_same_answers_comes_from_another_version(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    finished(app, "c22", "Spraak bij de balie", r_indeling="ja", r_ernst="ernstig")
    monkeypatch.setattr("services.precedents.differences", lambda _here, _there: ())

    words = app.outcome(app.case(CASES["c22"])).words

    assert "Gewogen met versie 2026.1 van het afwegingskader." in words


def test_outcome_without_precedents_says_so(app: App) -> None:
    words = app.outcome(app.case(CASES["c01"])).words

    assert "Er is nog geen afgeronde afweging met dezelfde beslissende antwoorden" in words


def test_without_a_tier_there_is_nothing_to_compare(app: App) -> None:
    screen = app.outcome(app.new())

    assert (2, "Eerdere afwegingen") not in screen.headings
