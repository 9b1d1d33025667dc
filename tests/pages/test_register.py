"""The list of the register: what it finds, how it is read, what it keeps in the address, and adding to it."""

import re
from collections.abc import Mapping

import pytest

from assessment.register.entry import Entry
from services import register
from services.roles import Role
from services.users import User
from tests.pages.conftest import FEW, App, Screen
from ui import context
from ui.register import view


def opened(app: App, **query: str) -> Screen:
    """Open the list with this in the address."""
    return app.place("register", **query)


def names(screen: Screen) -> list[str]:
    """Return the algorithms in the list, in their order."""
    return re.findall(r'aria-label="Kies ([^"]+)"', screen.html)


def reader(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be somebody who may read only."""
    monkeypatch.setattr(context, "user", lambda: User("leo", "Leo", frozenset({Role.READER})))


def test_empty_register_offers_a_file_and_an_example_after_asking(app: App) -> None:
    screen = opened(app)
    assert "Het register is nog leeg" in screen.words
    assert "Importeer een bestand" in screen.words

    screen.press("Laad de 70 algoritmes uit het rapport van de Rekenkamer Enschede")
    assert register.count(app.store, app.user) == 0
    screen.press("Ja, laad de 70 algoritmes")

    assert register.count(app.store, app.user) == 70
    assert "70 algoritmes gevonden." in screen.words


def test_example_that_somebody_else_loaded_first_is_no_crash(app: App) -> None:
    screen = opened(app)
    screen.press("Laad de 70 algoritmes uit het rapport van de Rekenkamer Enschede")
    register.add(app.store, app.user, {"naam": "Parkeren"})
    screen.press("Ja, laad de 70 algoritmes")

    assert "1 algoritme gevonden." in screen.words
    assert register.count(app.store, app.user) == 1


def test_reader_sees_the_list_and_nothing_to_change(
    app: App, few: Mapping[str, Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    reader(app, monkeypatch)
    screen = opened(app)

    assert names(screen) == list(FEW)
    assert "Importeer" not in screen.words
    assert "Verander wat je hebt gekozen" not in screen.words


def test_reader_of_an_empty_register_gets_no_buttons(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    reader(app, monkeypatch)
    screen = opened(app)

    assert "Er staat nog geen algoritme in het register." in screen.words
    assert not screen.test.button


def test_search_and_filters_find_and_stand_in_the_address(app: App, few: Mapping[str, Entry]) -> None:
    screen = opened(app)
    screen.test.text_input(key=view.key("zoek")).set_value("brieven")
    screen.run()
    assert names(screen) == ["Vacatures"]
    assert "1 algoritme gevonden." in screen.words

    screen.test.text_input(key=view.key("zoek")).set_value("")
    screen.test.selectbox(key=view.key("domein")).set_value("fysiek")
    screen.test.selectbox(key=view.key("status")).set_value("-")
    screen.run()
    assert names(screen) == ["Zwembad"]
    assert dict(screen.test.query_params) == {"domein": "fysiek", "status": "-"}


def test_address_brings_back_what_was_found(app: App, few: Mapping[str, Entry]) -> None:
    screen = opened(app, domein="Griffie", volgorde="-naam", zoek="sorteren")

    assert names(screen) == ["Vacatures"]
    assert screen.test.text_input(key=view.key("zoek")).value == "sorteren"
    assert screen.test.selectbox(key=view.key("domein")).value == "Griffie"
    assert screen.test.selectbox(key=view.key("volgorde")).value == "-naam"


def test_going_back_in_the_same_tab_shows_what_the_address_says(app: App, few: Mapping[str, Entry]) -> None:
    screen = opened(app)
    screen.test.selectbox(key=view.key("domein")).set_value("sociaal")
    screen.run()
    assert names(screen) == ["Bijstand"]
    screen.test.query_params.clear()
    screen.run()

    assert names(screen) == list(FEW)
    assert screen.test.selectbox(key=view.key("domein")).value == ""


@pytest.mark.parametrize(
    "order,first",
    [("nummer", "Parkeren"), ("naam", "Bijstand"), ("-naam", "Zwembad"), ("-eigen_risico", "Vacatures")],
)
def test_list_is_sorted(app: App, few: Mapping[str, Entry], order: str, first: str) -> None:
    assert names(opened(app, volgorde=order))[0] == first


@pytest.mark.parametrize(
    "query", [{"bladzijde": "-3"}, {"bladzijde": "9999999"}, {"volgorde": "<b>"}, {"domein": "nergens"}]
)
def test_nonsense_in_the_address_is_passed_over(
    app: App, few: Mapping[str, Entry], query: dict[str, str]
) -> None:
    screen = opened(app, **query)

    assert names(screen) == list(FEW)
    assert dict(screen.test.query_params) == {}


def test_nothing_found_says_what_to_do(app: App, few: Mapping[str, Entry]) -> None:
    assert "Geen algoritmes gevonden. Zoek op een ander woord" in opened(app, zoek="xyz").words


def test_list_is_paged_and_another_search_begins_at_the_first_page(app: App, many: tuple[str, ...]) -> None:
    screen = opened(app, bladzijde="2")
    assert names(screen) == list(many[50:])
    assert "60 algoritmes gevonden. Je ziet 51 tot en met 60." in screen.words

    screen.test.text_input(key=view.key("zoek")).set_value("algoritme 05")
    screen.run()
    assert names(screen) == [many[5]]
    assert dict(screen.test.query_params) == {"zoek": "algoritme 05"}

    screen.run()
    screen.test.text_input(key=view.key("zoek")).set_value("")
    screen.run()
    assert names(screen) == list(many[:50])


def test_page_goes_along_in_the_address(app: App, many: tuple[str, ...]) -> None:
    screen = opened(app)
    screen.test.get("pagination")[0].set_value(2)
    screen.run()

    assert names(screen) == list(many[50:])
    assert dict(screen.test.query_params) == {"bladzijde": "2"}


def test_day_that_is_over_is_marked(app: App, few: Mapping[str, Entry]) -> None:
    register.add(app.store, app.user, {"naam": "Te laat", "volgende_datum": "2020-01-01"})

    assert opened(app).words.count("deze dag is voorbij") == 1


def test_name_is_shown_as_it_was_typed(app: App) -> None:
    name = '<b>Vet</b> "aan" & *schuin*'
    register.add(app.store, app.user, {"naam": name})

    assert name in opened(app).words


def test_algorithm_is_added_by_name_and_opened_to_fill_in(app: App, few: Mapping[str, Entry]) -> None:
    screen = opened(app)
    screen.test.text_input(key="ws-register-nieuw").set_value("Nieuw algoritme")
    screen.press("Voeg toe")

    assert (1, "Nieuw algoritme") in screen.headings
    assert "Bewaar" in screen.buttons


@pytest.mark.parametrize("name,says", [("", "Vul 'Naam' in."), ("x" * 101, "Er passen er 100")])
def test_algorithm_without_a_proper_name_is_not_added(
    app: App, few: Mapping[str, Entry], name: str, says: str
) -> None:
    screen = opened(app)
    screen.test.text_input(key="ws-register-nieuw").set_value(name)
    screen.press("Voeg toe")

    assert says in screen.words
    assert register.count(app.store, app.user) == 4
