"""The framework in view, two versions side by side, and who gets to see it."""

import pytest

from services import framework_view, frameworks
from services.roles import Role
from services.users import User
from tests.pages.conftest import CASES, App
from tests.versions import second_version
from ui import context


def as_role(monkeypatch: pytest.MonkeyPatch, role: Role) -> None:
    """Let somebody with this role sit at the screen."""
    monkeypatch.setattr(context, "user", lambda: User("iemand", "Iemand", frozenset({role})))


@pytest.fixture
def two_versions(tmp_path, monkeypatch):
    """Two installed versions; the second is not adopted yet."""
    (tmp_path / "2026.1").symlink_to(frameworks.folder("2026.1"))
    second_version(tmp_path)
    monkeypatch.setattr(frameworks, "_folder", lambda: tmp_path)
    framework_view._items.cache_clear()


def test_every_part_is_there_with_its_source_and_what_it_touches(app: App):
    app.case(CASES["c01"])
    screen = app.place("kader")

    assert "Kader in beeld" in [text for _level, text in screen.headings]
    assert "Geteld om" in screen.words
    assert "in 1 afweging met deze versie" in screen.words
    screen.test.text_input(key="ws-kader-zoek").set_value("Bron Rekenkamer").run()
    assert screen.html.count("<article") == screen.html.count("<dt>Bron</dt>") == 20


def test_searching_for_a_question_tells_in_how_many_assessments_it_was_answered(app: App):
    for case in ("c01", "k00"):
        app.case(CASES[case])
    screen = app.place("kader", zoek="qs_persoonsgegevens")

    assert "Beantwoord in 2 afwegingen." in screen.words
    screen.test.selectbox(key="ws-kader-soort").set_value("vraag").run()
    assert screen.html.count("<article") == 1
    assert "AVG art. 4" in screen.words


def test_rules_and_instruments_tell_where_they_count(app: App):
    app.case(CASES["c01"])
    touched = framework_view.touched(
        app.store, app.user, frameworks.current().version, framework_view.date(2026, 11, 22)
    )

    assert touched.total == 1
    assert sum(touched.rules.values()) > 0
    assert set(touched.instruments.values()) <= {0, 1}


def test_nothing_found_says_what_to_do(app: App):
    screen = app.place("kader", zoek="zonderling woord")

    assert "Niets gevonden" in screen.words
    assert "<article" not in screen.html


def test_the_menu_shows_management_only_to_who_may_do_it(app: App, monkeypatch):
    as_role(monkeypatch, Role.READER)

    assert "Beheer" not in app.place("kader").words
    for address in ("beheer", "regels-proberen"):
        screen = app.place(address)
        assert "Je mag dit niet doen" in screen.words
        assert not screen.test.get("file_uploader")


def test_two_versions_are_compared_in_words(app: App, two_versions):
    screen = app.place("kader-vergelijken")

    assert "Van versie 2026.1 naar versie 2027.1" in screen.words
    assert "Moet er haast bij zijn?" in screen.words
    assert "10.000 of meer" in screen.words
    assert "1.000 of meer" in screen.words
    screen.test.selectbox(key="ws-vergelijk-nieuw").set_value("2026.1").run()
    assert "zeggen precies hetzelfde" in screen.words


def test_while_the_counts_are_coming_the_parts_are_there_already(app: App, monkeypatch):
    monkeypatch.setattr(framework_view, "touched", lambda *_asked: None)
    screen = app.place("kader", zoek="qs_persoonsgegevens")

    assert "We tellen nog" in screen.words
    assert "AVG art. 4" in screen.words
