"""Changing several algorithms of the register at once: picking them, and what it does to each."""

from collections.abc import Mapping

from assessment.register.entry import Entry
from services import register
from tests.pages.conftest import App, Screen
from ui.register import selection, view


def opened(app: App, **query: str) -> Screen:
    """Open the list with this in the address."""
    return app.place("register", **query)


def pick(screen: Screen, *entries: Entry) -> None:
    """Tick boxes, as the script of the page does."""
    field = screen.test.text_input(key=selection.PICKED)
    field.set_value(" ".join(str(entry.id) for entry in entries))
    screen.run()


def test_picked_entries_change_in_one_go(app: App, few: Mapping[str, Entry]) -> None:
    screen = opened(app)
    pick(screen, few["Parkeren"], few["Vacatures"])
    assert "Je hebt 2 algoritmes gekozen." in screen.words
    screen.test.selectbox(key="ws-samen-veld").set_value("proceseigenaar")
    screen.run()
    screen.test.text_input(key="ws-samen-proceseigenaar").set_value("  Hoofd   Ruimte ")
    screen.press("Verander 2 algoritmes")

    assert "2 algoritmes zijn veranderd." in screen.words
    owners = {entry.name: entry.value("proceseigenaar") for entry in register.every(app.store, app.user)}
    assert owners == {"Parkeren": "Hoofd Ruimte", "Bijstand": "", "Vacatures": "Hoofd Ruimte", "Zwembad": ""}
    assert "Je hebt niets gekozen." in screen.words


def test_what_is_no_value_changes_none_of_the_picked(app: App, few: Mapping[str, Entry]) -> None:
    screen = opened(app)
    pick(screen, few["Parkeren"], few["Bijstand"])
    screen.press("Verander 2 algoritmes")
    assert "Vul eerst in wat het wordt." in screen.words

    screen.test.selectbox(key="ws-samen-veld").set_value("volgende_datum")
    screen.run()
    screen.test.text_input(key="ws-samen-volgende_datum").set_value("ooit")
    screen.press("Verander 2 algoritmes")
    assert "'ooit' is geen datum" in screen.words
    assert {entry.revision for entry in register.every(app.store, app.user)} == {1}


def test_all_that_was_found_can_be_picked_also_on_other_pages(app: App, many: tuple[str, ...]) -> None:
    screen = opened(app, zoek="algoritme")
    screen.press("Kies alle 60 gevonden algoritmes")
    assert "Je hebt 60 algoritmes gekozen." in screen.words
    screen.test.selectbox(key="ws-samen-status").set_value("in_gebruik")
    screen.press("Verander 60 algoritmes")

    assert register.shares(app.store, app.user)["status"] == {"in_gebruik": 60}


def test_all_of_one_list_is_nothing_of_another(app: App, few: Mapping[str, Entry]) -> None:
    screen = opened(app)
    screen.press("Kies alle 4 gevonden algoritmes")
    screen.test.selectbox(key=view.key("domein")).set_value("fysiek")
    screen.run()

    assert "Je hebt niets gekozen." in screen.words


def test_picked_entries_stay_picked_in_another_list(app: App, few: Mapping[str, Entry]) -> None:
    screen = opened(app)
    pick(screen, few["Bijstand"])
    screen.test.selectbox(key=view.key("domein")).set_value("fysiek")
    screen.run()
    assert "Je hebt 1 algoritme gekozen." in screen.words
    for search in ("xyz", ""):
        screen.test.text_input(key=view.key("zoek")).set_value(search)
        screen.run()
    assert "Je hebt 1 algoritme gekozen." in screen.words

    screen.press("Kies niets")
    assert "Je hebt niets gekozen." in screen.words


def test_what_is_no_id_is_not_picked(app: App, few: Mapping[str, Entry]) -> None:
    screen = opened(app)
    screen.test.text_input(key=selection.PICKED).set_value("onzin <b>")
    screen.run()

    assert "Je hebt niets gekozen." in screen.words
