"""Trying other rules: a look goes on while the page is left, and says what changes and why."""

from datetime import date

import pytest

from assessment.cases import read_answers
from assessment.override import TIER
from services import frameworks, overrides, rejudging
from services.rejudge_work import Progress, Rejudging, Request
from services.rejudging import Look, State
from storage.store import Store
from tests.pages.conftest import CASES, App
from tests.rejudging.conftest import second, second_folder, second_zip
from tests.versions import second_version
from ui.here import today

__all__ = ["second", "second_folder", "second_zip"]


class NoProcess:
    """Stands in for the process: the work is done here, or not at all."""

    def kill(self) -> None:
        """Nothing to stop."""

    def wait(self) -> None:
        """Nothing to wait for."""


@pytest.fixture
def look(app: App, second, monkeypatch):
    """Let this user have a look, in whatever state."""

    def have(state: State, done: int = 0, total: int = 0) -> Look:
        found = Look(second, today(), frameworks_now(app.store), NoProcess(), state, Progress(done, total))
        if state is State.DONE:
            work = Rejudging(app.store, Request("", second, date(2026, 11, 22)))
            assert list(work.progress())
            found.found = work.found
        monkeypatch.setitem(rejudging._LOOKS, rejudging._key(app.store, app.user), found)
        return found

    return have


def frameworks_now(store: Store):
    """Give the moment of the database."""
    with store.reading() as tx:
        return tx.now


def test_without_another_version_the_page_leads_to_management(app: App):
    screen = app.place("regels-proberen")

    assert "Er is nog geen andere versie" in screen.words
    assert "Naar Beheer" in screen.words


def test_an_installed_version_can_be_tried(app: App, tmp_path, monkeypatch):
    (tmp_path / "2026.1").symlink_to(frameworks.folder("2026.1"))
    second_version(tmp_path)
    monkeypatch.setattr(frameworks, "_folder", lambda: tmp_path)
    begun = []
    monkeypatch.setattr(rejudging, "start", lambda *given: begun.append(given[2].version))
    screen = app.place("regels-proberen")
    screen.test.button(key="ws-regels-begin").click().run()

    assert begun == ["2027.1"]


def test_while_it_runs_one_sees_how_far_it_is_and_can_stop(app: App, look):
    running = look(State.BUSY, 1500, 6000)
    screen = app.place("regels-proberen")

    assert "Bezig met rekenen" in screen.words
    (bar,) = screen.test.get("progress")
    assert bar.proto.value == 25
    assert "1.500 van 6.000 bekeken" in bar.proto.text
    screen.test.button(key="ws-regels-stop").click().run()
    assert running.state is State.STOPPED
    assert "Je hebt de berekening gestopt" in screen.words


def test_what_changes_is_told_with_the_rule_that_makes_it(app: App, look):
    app.case(CASES["k_g2"])
    changed = app.new("Handhaving", given("k_g2", g_aantal=5000))
    look(State.DONE)
    screen = app.place("regels-proberen")

    assert "van de 2 afwegingen" in screen.words
    assert "Handhaving" in screen.words
    assert "Regel D3 telt nu mee" in screen.words
    assert "Moet er haast bij zijn?" in screen.words, "the new question has no answer"
    assert f"uitkomst?id={changed}" in screen.html


def test_what_a_person_set_is_named_with_what_then_applies(app: App, look):
    changed = app.new("Handhaving", given("k_g2", g_aantal=5000))
    overrides.set_level(app.store, app.user, changed, TIER, "hoog", why="Zo zien wij het.", on=today())
    look(State.DONE)
    words = app.place("regels-proberen").words

    assert "In 1 afweging zette iemand iets met de hand. Bij 1 daarvan verandert ook wat geldt." in words
    assert "Risicotrede is met de hand gezet op Hoog." in words
    assert "Wat geldt voor Pre-scan DPIA: van Gemeentelijk beleid naar Niet nodig." in words


def test_when_nothing_changes_that_is_said(app: App, look):
    look(State.DONE)

    assert "Er verandert niets." in app.place("regels-proberen").words


def test_a_look_that_failed_says_what_to_do(app: App, look):
    look(State.FAILED)

    assert "De berekening is mislukt" in app.place("regels-proberen").words


def test_an_uploaded_version_shows_its_faults_and_what_it_changes(app: App, second_zip):
    screen = app.place("beheer")
    screen.test.file_uploader[0].set_value(("kader.zip", second_zip, "application/zip"))
    screen.run()

    assert "fouten gevonden" in screen.words
    assert "cases.yaml" in screen.words
    assert "Voorbeeld 'c" in screen.words
    assert " expects for " not in screen.words
    assert "Van versie 2026.1 naar versie 2027.1" in screen.words
    assert "WEEGSCHAAL_FRAMEWORKS" in screen.words


def test_a_file_that_is_refused_says_why(app: App):
    screen = app.place("beheer")
    screen.test.file_uploader[0].set_value(("kader.zip", b"geen zip", "application/zip"))
    screen.run()

    assert "geen zip-bestand" in screen.words


def given(case, **changes):
    """Give the answers of a worked case, with some changed."""
    return read_answers(frameworks.current(), {**CASES[case].answers, **changes})
