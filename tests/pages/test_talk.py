"""Comments on the screen: under each question, read-only too, and on the start page of who is named."""

from datetime import date

import pytest

from services import access, comments, finishing
from services.access import Action
from services.roles import Role
from services.users import User
from storage.records import Person
from ui import saving

ASKED = "qs_algoritme"
FG = User("fg", "Femke Groot", frozenset({Role.FG}))


@pytest.fixture
def step(framework):
    """The step that the question is in."""
    return framework.questions[ASKED].step


@pytest.fixture
def opened(app, step):
    """Open the part under the question, in which one talks."""

    def opening(assessment, part="bij-antwoord"):
        screen = app.step(assessment, step)
        screen.test.session_state[saving.key(assessment, ASKED, part)] = True
        return screen.run()

    return opening


@pytest.fixture
def adviser(app):
    """Somebody else, who signed in before."""
    with app.store.transaction() as tx:
        tx.people.put(Person("fg", "Femke Groot", frozenset({"fg"}), tx.now))
    return FG


def button(screen, label):
    """Find a button."""
    (found,) = [one for one in screen.test.button if one.label == label]
    return found


def field(screen, label):
    """Find a text field."""
    (found,) = [one for one in screen.test.text_area if one.label == label]
    return found


def test_comment_is_placed_answered_closed_and_opened_again(app, opened):
    made = app.new()
    screen = opened(made)
    field(screen, "Nieuwe opmerking").set_value("Klopt dit?")
    button(screen, "Plaats de opmerking").click()
    screen.run()
    assert "Klopt dit?" in screen.words
    assert "Je opmerking is geplaatst." in screen.words
    assert "1 opmerking" in screen.words
    assert not field(screen, "Nieuwe opmerking").value

    field(screen, "Antwoord in gesprek 1").set_value("Ja")
    button(screen, "Plaats in gesprek 1").click()
    screen.run()
    button(screen, "Sluit gesprek 1").click()
    screen.run()
    assert "2 opmerkingen, afgehandeld" in screen.words
    assert "lokaal sloot dit gesprek" in screen.words

    button(screen, "Open gesprek 1 weer").click()
    screen.run()
    (thread,) = comments.of_question(app.store, app.user, made, ASKED)
    assert thread.is_open
    assert [one.text for one in thread.steps if one.text] == ["Klopt dit?", "Ja"]


@pytest.mark.parametrize("answered", [False, True])
def test_comment_that_was_not_placed_yet_survives_the_closing_of_its_part(app, opened, adviser, answered):
    made = app.new()
    screen = opened(made)
    if answered:
        comments.write(app.store, app.user, made, ASKED, "Klopt dit?")
        screen.run()
    label = "Antwoord in gesprek 1" if answered else "Nieuwe opmerking"
    field(screen, label).set_value("Half af")
    screen.run()
    part = saving.key(made, ASKED, "bij-antwoord")
    screen.test.session_state[part] = False
    screen.run()
    assert not screen.test.text_area
    screen.run()
    screen.test.session_state[part] = True
    screen.run()

    assert field(screen, label).value == "Half af"
    button(screen, "Plaats in gesprek 1" if answered else "Plaats de opmerking").click()
    screen.run()
    assert not field(screen, label).value


def test_empty_comment_is_refused_in_words(app, opened):
    screen = opened(app.new())
    button(screen, "Plaats de opmerking").click()
    screen.run()

    assert "Schrijf eerst een opmerking." in screen.words


def test_colleague_is_chosen_from_those_who_may_read(app, opened, adviser):
    made = app.new()
    screen = opened(made)
    (whom,) = screen.test.multiselect
    assert whom.options == ["Femke Groot"]
    whom.set_value(["fg"])
    field(screen, "Nieuwe opmerking").set_value("Kijk je mee?")
    button(screen, "Plaats de opmerking").click()
    screen.run()

    assert ", voor Femke Groot" in screen.words
    assert comments.mentions(app.store, adviser)[0].comment.text == "Kijk je mee?"


def test_markup_in_a_comment_is_shown_as_it_was_typed(app, opened):
    made = app.new()
    text = ("<script>alert(1)</script><b>**vet**</b> " * 1250)[:50_000].strip()
    comments.write(app.store, app.user, made, ASKED, text)

    screen = opened(made)

    html = screen.html
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&lt;b&gt;**vet**" in html


def test_closed_part_costs_one_element(app, step):
    quiet, busy = app.new(), app.new()
    comments.write(app.store, app.user, busy, ASKED, "Klopt dit?")

    parts = [app.step(made, step).test for made in (quiet, busy)]

    assert [len(test.text_area) for test in parts] == [0, 0]
    assert [len(test.get("expander")) for test in parts] == [len(parts[0].get("expander"))] * 2


def test_finished_assessment_can_be_discussed_from_its_steps(app, opened):
    made = app.new()
    finishing.finish(app.store, app.user, made, date(2026, 11, 22))
    screen = opened(made, "gesprek")
    field(screen, "Nieuwe opmerking").set_value("Nog iets")
    button(screen, "Plaats de opmerking").click()
    screen.run()

    assert "Nog iets" in screen.words
    assert "1 opmerking" in screen.words


def test_who_may_only_read_sees_what_was_said_and_no_field(app, opened, monkeypatch):
    made = app.new()
    comments.write(app.store, app.user, made, ASKED, "Klopt dit?")
    may = {Role.LOCAL: frozenset({Action.READ, Action.LIST})}
    monkeypatch.setattr(access, "MAY", may)
    monkeypatch.setattr("services.permissions.MAY", may)

    screen = opened(made, "gesprek")

    assert "Klopt dit?" in screen.words
    assert len(screen.test.text_area) == 0
    assert [one.label for one in screen.test.button if "gesprek" in one.label] == []


def test_who_is_named_finds_it_on_the_start_page_with_the_way_to_it(app, step):
    with app.store.transaction() as tx:
        tx.people.put(Person(app.user.name, "Ik", frozenset({"reader"}), tx.now))
    made = app.new("Schuldhulp <b>")
    text, me = "Kijk je mee? <i>" + "x" * 300, app.user.name
    asked = comments.write(app.store, FG, made, ASKED, text, mention=[me])

    screen = app.start()
    html = screen.html
    assert "Opmerkingen voor jou" in screen.words
    assert f"stap-{step}?id={made}&amp;vraag={ASKED}" in html
    assert "Kijk je mee? &lt;i&gt;" in html
    assert "x" * 250 not in html

    comments.close(app.store, FG, made, ASKED, asked.number)
    assert "Opmerkingen voor jou" not in app.start().words
