"""Voor de raad: the page that the council reads, and where the overview is recorded."""

from datetime import date

import pytest

from assessment.answers import Reply
from services import answers, council, finishing, register, register_start
from services.roles import Role
from services.users import User
from ui import context

ON = date(2026, 11, 23)


@pytest.fixture
def filled(app):
    """Two algorithms in the register, one of which decides by itself."""
    register.add(
        app.store,
        app.user,
        {"naam": "Leges", "status": "in_gebruik", "werking": "beslissend", "eigen_risico": "hoog"},
    )
    register.add(app.store, app.user, {"naam": "<b>Kaart</b>", "publiek_lang": "Regel een.\nRegel twee."})
    return app


def test_empty_register_says_so(app):
    words = app.place("raad").words

    assert "Er staan nog geen algoritmes in het register." in words
    assert "Leg dit overzicht vast" not in words


def test_page_tells_for_what_where_it_decides_and_where_risks_are(filled):
    screen = filled.place("raad")

    assert [text for level, text in screen.headings if level == 2] == [
        "Waarvoor we algoritmes gebruiken",
        "Waar een algoritme zelf beslist",
        "Waar het risico hoog is",
        "Wat er besloten is, en waarom",
        "Wat er veranderde",
        "Alle algoritmes",
        "Leg dit overzicht vast",
    ]
    assert "De gemeente heeft 2 algoritmes in beeld. In gebruik: 1." in screen.words
    assert "1 algoritme neemt zelf een beslissing." in screen.words
    assert "<b>Kaart</b>" in screen.words


def test_page_names_what_an_assessment_alone_took_out_of_the_overview(filled):
    for entry in register.page(filled.store, filled.user):
        held = register_start.start(filled.store, filled.user, entry.id)
        (said,) = answers.history(filled.store, filled.user, held.id, "qs_algoritme")
        answers.save(filled.store, filled.user, held.id, "qs_algoritme", Reply("nee"), seen=said.number)
        finishing.finish(filled.store, filled.user, held.id, ON)

        words = filled.place("raad").words

        assert "Wat hier niet meetelt" in words
        assert entry.name in words
    assert "In het register staan 2 toepassingen die hier niet meetellen." in words
    assert "Leg dit overzicht vast" in words
    assert "Alle algoritmes" not in words


def test_searching_keeps_what_has_the_word(filled):
    screen = filled.place("raad")
    screen.test.text_input(key="ws-raad-zoek").set_value("nergens")

    assert "Geen algoritme heeft dit in de naam of het doel." in screen.run().words


def test_recording_shows_the_recorded_overview_and_the_next_compares(filled):
    screen = filled.place("raad")
    screen.test.text_input(key="ws-raad-titel").set_value("Najaar 2026")
    screen.test.button[-1].click()
    screen.run()

    assert [each.title for each in council.recorded(filled.store, filled.user)] == ["Najaar 2026"]
    assert "Er veranderde niets sinds" in filled.place("raad").words


def test_recorded_overview_opens_by_its_address_and_is_not_recorded_again(filled):
    council.record(filled.store, filled.user, "Voorjaar", ON, "Gemeente")

    words = filled.place("raad", nr="1").words

    assert "Voorjaar" in words
    assert "Leg dit overzicht vast" not in words


@pytest.mark.parametrize("number", ["9", "-1", "x", "²"])
def test_address_of_an_overview_that_does_not_exist_says_what_to_do(filled, number):
    assert "Kies een overzicht uit de lijst." in filled.place("raad", nr=number).words


def test_who_may_only_read_gets_no_button_to_record(filled, monkeypatch):
    reader = User("lezer", "Lezer", frozenset({Role.READER}))
    monkeypatch.setattr(context, "user", lambda: reader)

    assert "Leg dit overzicht vast" not in filled.place("raad").words
