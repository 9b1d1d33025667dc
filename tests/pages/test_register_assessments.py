"""The assessments of an algorithm in the register: beginning one, tying one, letting it go."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from assessment.register.entry import Entry
from services import assessments, frameworks, register
from tests.pages.conftest import App, Screen


@pytest.fixture
def entry(app: App) -> Entry:
    """An algorithm without an assessment."""
    return register.add(app.store, app.user, {"naam": "Parkeren"})


def opened(app: App, entry: Entry) -> Screen:
    """Open the page of the algorithm."""
    return app.place("algoritme", id=str(entry.id))


def tied(app: App, entry: Entry) -> list[UUID]:
    """Return the assessments of an algorithm."""
    return [linked.assessment.id for linked in register.assessments_of(app.store, app.user, entry.id)]


def test_assessment_begins_from_the_register_and_stands_in_its_page(app: App, entry: Entry) -> None:
    screen = opened(app, entry)
    screen.press("Begin een afweging van dit algoritme")
    assert (1, "Snelle check") in screen.headings

    screen = opened(app, entry)
    assert "Risicotrede:" in screen.words
    assert "Afweging gekoppeld: Parkeren." in screen.words

    (made,) = tied(app, entry)
    outcome = app.outcome(made)
    assert "Dit algoritme staat in het register: Parkeren" in outcome.words
    assert f'href="algoritme?id={entry.id}"' in outcome.html
    assert "staat in het register" not in app.outcome(app.new()).words


def test_assessment_that_exists_is_tied_and_let_go(app: App, entry: Entry) -> None:
    made = app.new("Parkeren wegen")
    screen = opened(app, entry)
    screen.press("Koppel")
    assert "Kies eerst een afweging." in screen.words
    screen.test.selectbox(key="ws-koppel").set_value(made)
    screen.press("Koppel")
    assert tied(app, entry) == [made]

    screen.press(next(label for label in screen.buttons if label.startswith("Maak los: Parkeren wegen")))
    assert tied(app, entry) == []
    assert "Afweging losgemaakt" in screen.words


def test_assessments_of_one_name_are_told_apart_by_when_they_were_made(app: App, entry: Entry) -> None:
    for day in (20, 21):
        with app.store.transaction() as tx:
            made = assessments.begin(tx, app.user, "Parkeren", frameworks.current())
            tx.assessments.change(made.id, tx.now, created_at=datetime(2026, 11, day, 9, tzinfo=UTC))
            tx.register.link(entry, made.id, app.user.name, tx.now)

    screen = opened(app, entry)

    for day in (20, 21):
        when = f"gemaakt {day} november 2026 om 10:00"
        assert f"Maak los: Parkeren, {when}" in screen.buttons
        assert f"concept · {when}" in screen.words


def test_assessment_belongs_to_one_algorithm(app: App, entry: Entry) -> None:
    made = app.new("Parkeren wegen")
    screen = opened(app, entry)
    screen.test.selectbox(key="ws-koppel").set_value(made)
    screen.run()
    other = register.add(app.store, app.user, {"naam": "Bijstand"})
    register.link(app.store, app.user, other.id, made)
    screen.press("Koppel")

    assert "Deze afweging hoort al bij een algoritme in het register." in screen.words
    assert tied(app, entry) == []


def test_assessment_whose_framework_is_gone_leaves_the_page_alone(app: App, entry: Entry) -> None:
    gone = frameworks.current().model_copy(update={"version": "1999.1"})
    made = assessments.create(app.store, app.user, title="Oude afweging", framework=gone)
    register.link(app.store, app.user, entry.id, made.id)

    assert "Oude afweging" in opened(app, entry).words
