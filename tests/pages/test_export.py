"""The page "Delen en exporteren", and bringing in on the start page."""

from datetime import date

import pytest

from services import access, handover, publishing, register
from services.access import Action
from services.roles import Role
from tests.pages.conftest import CASES
from ui import links

TOWN = "Gemeente"


@pytest.fixture
def made(app):
    """A worked case."""
    return app.case(CASES["c01"])


def labels(screen):
    """Return what stands on the buttons to download."""
    return [button.proto.label for button in screen.test.get("download_button")]


def test_every_file_is_offered(app, made):
    screen = app.whole(made, links.EXPORT)

    assert labels(screen) == [
        "Download de collegesamenvatting (PDF)",
        "Download voor het Algoritmeregister (JSON)",
        "Algoritmeregister als CSV",
        "Algoritmeregister als Excel",
        "Download de pre-scan DPIA (JSON)",
        "Download de DPIA (JSON)",
        "Download de hele afweging (JSON)",
    ]


def test_what_is_missing_for_the_national_register_is_told_field_by_field(app, made):
    words = app.whole(made, links.EXPORT).words

    assert "Er zijn nog 2 dingen te doen voordat je dit kunt indienen." in words
    assert "Organisatie" in words
    assert "Vul één mailadres in" in words
    assert "De teksten (" in words


def test_text_is_changed_and_kept(app, made):
    screen = app.whole(made, links.EXPORT)
    key = f"ws-publicatie-veld-{made.hex}"
    screen.test.selectbox(key=key).select("contact_email")
    screen.run()
    screen.test.text_input(key=f"ws-publicatie-{made.hex}-contact_email").input("info@gemeente.example")
    screen.test.button(key="ws-publicatie-bewaar").click()
    screen.run()

    found = publishing.prepare(app.store, app.user, made, date(2026, 11, 22), municipality=TOWN)
    assert found.value("contact_email") == "info@gemeente.example"
    assert "is bewaard." in screen.words


def test_text_that_cannot_be_read_says_what_to_do(app, made):
    screen = app.whole(made, links.EXPORT)
    screen.test.selectbox(key=f"ws-publicatie-veld-{made.hex}").select("website")
    screen.run()
    screen.test.text_input(key=f"ws-publicatie-{made.hex}-website").input("geen adres")
    screen.test.button(key="ws-publicatie-bewaar").click()
    screen.run()

    assert "geen webadres" in screen.words


def test_criteria_of_a_selection_for_checks_can_stay_out(app):
    made = app.case(CASES["c02"])
    screen = app.whole(made, links.EXPORT)
    box = screen.test.checkbox(key=f"ws-weglaten-{made.hex}-methods_and_models")
    box.check()
    screen.run()

    assert "artikel 5.1 van de Wet open overheid" in screen.words


def test_who_may_not_write_gets_no_fields(app, made, monkeypatch):
    monkeypatch.setattr(access, "MAY", {Role.LOCAL: frozenset({Action.READ, Action.LIST})})
    monkeypatch.setattr("services.permissions.MAY", access.MAY)

    screen = app.whole(made, links.EXPORT)

    assert "Verander een tekst" not in screen.words
    assert not screen.test.selectbox


def test_register_offers_what_it_knows_itself(app):
    entry = register.add(app.store, app.user, {"naam": "Parkeren", "status": "in_gebruik"})
    screen = app.place(links.ENTRY, id=str(entry.id))

    assert labels(screen) == [
        "Tweede blik als CSV",
        "Tweede blik als Excel",
        "Download voor het Algoritmeregister (JSON)",
        "Algoritmeregister als CSV",
        "Algoritmeregister als Excel",
        "Geschiedenis als CSV",
        "Geschiedenis als Excel",
    ]
    assert "Leg in twee of drie zinnen uit wat het algoritme doet." in screen.words


def test_side_bar_leads_there(app, made):
    html = app.outcome(made).html

    assert 'href="delen?id=' in html


def test_assessment_from_a_file_opens_with_where_it_came_from(app, made):
    file = handover.export(app.store, app.user, made)
    screen = app.start()
    screen.test.file_uploader(key="ws-inlezen-bestand").upload("afweging.json", file, "application/json")
    screen.run()
    screen.test.button(key="ws-inlezen-knop").click()
    screen.run()

    copy = next(entry for entry in ids(app) if entry != made)
    for name in (links.EXPORT, links.OUTCOME, links.DECISION):
        assert "las deze afweging in uit een bestand" in app.whole(copy, name).words
        assert "las deze afweging in uit een bestand" not in app.whole(made, name).words


def ids(app):
    """List all assessments."""
    with app.store.reading() as tx:
        return tx.assessments.ids()


def test_file_that_is_something_else_is_refused_in_words(app):
    screen = app.start()
    screen.test.file_uploader(key="ws-inlezen-bestand").upload("a.json", b"[]", "application/json")
    screen.run()
    screen.test.button(key="ws-inlezen-knop").click()
    screen.run()

    assert "Dit is geen bestand met een afweging" in screen.words
    assert ids(app) == []
