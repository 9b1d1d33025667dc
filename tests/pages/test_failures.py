"""A database that fails under a form: the form stays, and is saved when that is possible again."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest
import streamlit as st
from sqlalchemy import event

from assessment.amounts import InvalidAnswer
from assessment.answers import Reply
from services.answers import AnswerChanged, Revision
from services.errors import AssessmentFinished, CannotSave
from tests.pages.conftest import App
from ui.carrier import Carrier
from ui.memory import Clash
from ui.saving import Sheet

NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def read_only(app: App) -> Iterator[SimpleNamespace]:
    """The database of the app takes no writing for as long as `on` is true."""
    switch = SimpleNamespace(on=False)

    def prepare(connection):
        connection.exec_driver_sql(f"PRAGMA query_only = {int(switch.on)}")

    event.listen(app.store.engine, "checkout", lambda raw, *_: raw.execute("PRAGMA query_only = 0"))
    event.listen(app.store.engine, "begin", prepare)
    yield switch
    event.remove(app.store.engine, "begin", prepare)


def test_what_cannot_be_saved_stays_on_the_screen_and_is_saved_later(
    app: App, read_only: SimpleNamespace
) -> None:
    assessment = app.new()
    screen = app.step(assessment, "intake")
    read_only.on = True
    screen.widget("i_naam").set_value("Vroeg erop af")
    screen.run()

    assert "Nog niet opgeslagen. Opslaan lukt nu niet. Laat deze pagina open" in " ".join(
        screen.words.split()
    )
    assert screen.widget("i_naam").value == "Vroeg erop af"
    assert app.current(assessment) == {}

    read_only.on = False
    screen.run()
    assert app.current(assessment)["i_naam"] == Reply("Vroeg erop af")
    assert "Nog niet opgeslagen" not in screen.words


def test_page_opens_also_when_nothing_can_be_written(app: App, read_only: SimpleNamespace) -> None:
    assessment = app.new()
    read_only.on = True

    assert app.step(assessment, "intake").asked


class Desk:
    """Services of answers that fail as long as `fault` is set."""

    def __init__(self) -> None:
        self.fault: Exception | None = None
        self.saved: list[tuple[str, Reply, int]] = []

    def current(self) -> dict[str, Revision]:
        """Nothing was answered yet."""
        return {}

    def history(self, question: str) -> list[Revision]:
        """No answers, no history."""
        return []

    def save(self, question: str, reply: Reply, *, seen: int) -> Revision:
        """Fail, or remember what was saved."""
        if self.fault:
            raise self.fault
        self.saved.append((question, reply, seen))
        return Revision(question, seen + 1, reply, "lokaal", NOW)


class Form:
    """Widgets of a step, all drawn."""

    def __init__(self, **said: str) -> None:
        self.said = {question: Reply(text) for question, text in said.items()}

    def drawn(self, question: str) -> bool:
        """Every question is on the screen."""
        return True

    def read(self, question: str) -> Reply:
        """What the widgets say."""
        return self.said[question]

    def write(self, question: str, reply: Reply) -> None:
        """Overrule a widget."""
        self.said[question] = reply


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk, in a session of its own."""
    monkeypatch.setattr(st, "session_state", {})
    return Desk()


def sheet_of(desk: Desk, form: Form, assessment: UUID) -> Sheet:
    """The sheet at one run of the page."""
    sheet = Sheet(desk, assessment, "intake", form)
    sheet.begin(list(form.said))
    return sheet


@pytest.mark.parametrize("fault", [CannotSave("1a2b"), AssessmentFinished()])
def test_heartbeat_tries_again_and_wants_a_run_only_when_that_worked(desk: Desk, fault: Exception) -> None:
    """A run in between might find the assessment finished, and take away the form with what was typed."""
    assessment, form = uuid4(), Form(one="")
    sheet_of(desk, form, assessment)
    form.said["one"], desk.fault = Reply("getypt"), fault
    sheet = sheet_of(desk, form, assessment)
    assert sheet.fault("one") == str(fault)
    assert sheet.catch_up() is False
    assert sheet.fault("one") == str(fault)

    desk.fault = None
    assert sheet.catch_up() is True
    assert (desk.saved[-1], sheet.fault("one")) == (("one", Reply("getypt"), 0), None)
    assert sheet.catch_up() is False


def test_answer_that_no_question_can_take_is_not_tried_again(desk: Desk) -> None:
    assessment, form = uuid4(), Form(one="")
    sheet_of(desk, form, assessment)
    form.said["one"], desk.fault = Reply("te lang"), InvalidAnswer("one", "Maak de tekst korter.")
    sheet = sheet_of(desk, form, assessment)
    desk.fault = None

    assert sheet.catch_up() is False
    assert sheet.fault("one") == "Maak de tekst korter."


def test_one_attempt_a_run_is_enough_for_a_database_that_lets_one_wait(desk: Desk) -> None:
    assessment, form = uuid4(), Form(one="", two="")
    sheet_of(desk, form, assessment)
    desk.fault = CannotSave("1a2b")
    form.said = {"one": Reply("a"), "two": Reply("b")}
    sheet = sheet_of(desk, form, assessment)
    desk.fault = CannotSave("3c4d")

    assert "1a2b" in sheet.fault("one")
    assert "1a2b" in sheet.fault("two")
    desk.fault = None
    assert sheet.catch_up()
    sheet_of(desk, form, assessment)
    assert [saved[0] for saved in desk.saved[-2:]] == ["one", "two"]


@pytest.fixture
def overtaken(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> tuple[UUID, Form]:
    """A browser that comes back after a restart, to a question that somebody else answered meanwhile."""
    assessment, form = uuid4(), Form(one="")
    form.said["one"] = Reply(None)
    theirs = Revision("one", 1, Reply("van hen"), "collega", NOW)
    monkeypatch.setattr(desk, "current", lambda: {"one": theirs})
    monkeypatch.setattr(st, "rerun", lambda: None)
    monkeypatch.setattr(st, "text_input", lambda *_args, **_settings: '{"session":"old","seen":{"one":0}}')
    sheet_of(desk, form, assessment).finish()
    monkeypatch.setattr(st, "text_input", lambda *_args, value, **_settings: value)
    sheet_of(desk, form, assessment)
    assert form.said["one"] == Reply("van hen")
    return assessment, form


def sent_by_a_browser_that_shows(number: int, assessment: UUID) -> None:
    """Put in the hidden input what comes along from a browser with this revision on the screen."""
    said = {"session": "new", "seen": {"one": number}}
    st.session_state[Carrier(f"intake-{assessment.hex}").key] = json.dumps(said)


def test_what_was_half_typed_before_a_restart_does_not_count_as_having_read_the_other(
    desk: Desk, overtaken: tuple[UUID, Form]
) -> None:
    assessment, form = overtaken
    form.said["one"] = Reply("van mij")
    sent_by_a_browser_that_shows(0, assessment)
    sheet_of(desk, form, assessment)

    assert desk.saved == [("one", Reply("van mij"), 0)]


def test_what_a_browser_repeats_from_before_a_restart_is_no_new_answer(
    desk: Desk, overtaken: tuple[UUID, Form]
) -> None:
    assessment, form = overtaken
    form.said["one"] = Reply(None)
    sent_by_a_browser_that_shows(0, assessment)
    sheet_of(desk, form, assessment)

    assert desk.saved == []
    assert form.said["one"] == Reply("van hen")


def test_whoever_has_the_other_answer_on_the_screen_may_change_it(
    desk: Desk, overtaken: tuple[UUID, Form]
) -> None:
    assessment, form = overtaken
    form.said["one"] = Reply("van mij")
    sent_by_a_browser_that_shows(1, assessment)
    sheet_of(desk, form, assessment)

    assert desk.saved == [("one", Reply("van mij"), 1)]


def test_choice_between_two_answers_stays_open_when_it_cannot_be_saved(desk: Desk) -> None:
    assessment, form = uuid4(), Form(one="")
    sheet_of(desk, form, assessment)
    theirs = Revision("one", 1, Reply("van hen"), "collega", NOW)
    form.said["one"], desk.fault = Reply("van mij"), AnswerChanged(theirs, Reply("van mij"))
    sheet = sheet_of(desk, form, assessment)
    desk.fault = CannotSave("1a2b")
    sheet.choose("one", Reply("van mij"))
    sheet = sheet_of(desk, form, assessment)

    assert sheet.clash("one") == Clash(theirs, Reply("van mij"))
    assert "1a2b" in sheet.fault("one")
    desk.fault = None
    sheet.choose("one", Reply("van mij"))
    assert (desk.saved, sheet.clash("one")) == ([("one", Reply("van mij"), 1)], None)
