"""The page of the audit trail."""

from datetime import date

import pytest

from assessment.answers import Reply
from services import access, answers, finishing
from services.access import Action
from services.roles import Role
from ui import links


@pytest.fixture
def busy(app):
    """An assessment with thirty answers in its trail."""
    made = app.new("Schuldhulp <b>")
    for number in range(30):
        answers.save(app.store, app.user, made, "d_probleem", Reply(f"Tekst {number}"), seen=number)
    return made


def test_newest_stands_first_in_dutch_sentences(app, busy):
    finishing.finish(app.store, app.user, busy, date(2026, 11, 22))

    words = app.whole(busy, links.AUDIT).words

    assert "lokaal rondde ronde 1 af." in words
    assert words.index("rondde ronde 1 af") < words.index("Dit is antwoord 30.")
    assert "Tekst 29" not in words


def test_long_trail_is_cut_into_pages(app, busy):
    screen = app.whole(busy, links.AUDIT)
    assert "Dit is antwoord 30." in screen.words
    assert "begon deze afweging" not in screen.words

    screen.test.session_state["ws-logboek-bladzijde"] = 2
    screen.run()

    assert "begon deze afweging" in screen.words
    assert "Dit is antwoord 30." not in screen.words


def test_trail_can_be_downloaded(app, busy):
    buttons = app.whole(busy, links.AUDIT).test.get("download_button")

    assert [button.proto.label for button in buttons] == ["Logboek als CSV", "Logboek als Excel"]


def leads_there(screen):
    """Tell whether a page has a link to the trail."""
    return 'href="logboek?id=' in screen.html


def test_side_bar_leads_there(app, busy):
    assert leads_there(app.outcome(busy))


def test_who_may_not_read_the_trail_gets_a_sentence_and_no_link(app, busy, monkeypatch):
    monkeypatch.setattr(access, "MAY", {Role.LOCAL: frozenset(Action) - {Action.AUDIT}})
    monkeypatch.setattr("services.permissions.MAY", access.MAY)

    words = app.whole(busy, links.AUDIT).words

    assert "Je mag dit niet doen" in words
    assert "Dit is antwoord" not in words
    assert not leads_there(app.outcome(busy))
