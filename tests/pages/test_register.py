"""The list of the register: what it finds, what it keeps in the address, and acting on several at once."""

from collections.abc import Mapping

import pytest

from assessment.register.entry import Entry
from services import register, register_import
from services.roles import Role
from services.users import User
from tests.pages.conftest import App, Screen
from ui import context
from ui.register import selection, view

FEW = {
    "Parkeren": {"domein": "fysiek", "status": "in_gebruik", "eigen_risico": "laag"},
    "Bijstand": {"domein": "sociaal", "status": "in_gebruik", "eigen_risico": "hoog"},
    "Vacatures": {"domein": "Griffie", "status": "in_ontwikkeling", "doel": "Brieven sorteren"},
    "Zwembad": {"domein": "fysiek", "eigen_risico": "beperkt", "volgende_datum": "2027-03-01"},
}


@pytest.fixture
def few(app: App) -> dict[str, Entry]:
    """A register of four algorithms, by name."""
    made = [register.add(app.store, app.user, {"naam": name, **values}) for name, values in FEW.items()]
    return {entry.name: entry for entry in made}


def opened(app: App, **query: str) -> Screen:
    """Open the list with this in the address."""
    return app.place("register", **query)


def names(screen: Screen) -> list[str]:
    """Return the algorithms in the list, in their order."""
    html = "".join(element.proto.body for element in screen.test.get("html"))
    return [name for name in (*FEW, *MANY) if f'aria-label="Kies {name}"' in html and _place(html, name) >= 0]


MANY = tuple(f"Algoritme {number:02}" for number in range(60))


def _place(html: str, name: str) -> int:
    return html.find(f'aria-label="Kies {name}"')


def in_order(screen: Screen) -> list[str]:
    """Return the algorithms in the list, as they follow each other."""
    html = "".join(element.proto.body for element in screen.test.get("html"))
    return sorted(names(screen), key=lambda name: _place(html, name))


def button(screen: Screen, label: str) -> None:
    """Press a button and let the page run."""
    next(each for each in screen.test.button if each.label.startswith(label)).click()
    screen.run()


def reader(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be somebody who may read only."""
    monkeypatch.setattr(context, "user", lambda: User("leo", "Leo", frozenset({Role.READER})))


def test_empty_register_offers_a_file_and_an_example_after_asking(app: App) -> None:
    screen = opened(app)
    assert "Het register is nog leeg" in screen.words
    assert "Importeer een bestand" in screen.words

    button(screen, "Laad de 70 algoritmes")
    assert register.count(app.store, app.user) == 0
    button(screen, "Ja, laad de 70 algoritmes")

    assert register.count(app.store, app.user) == 70
    assert "70 algoritmes gevonden." in screen.words


def test_example_that_somebody_else_loaded_first_is_no_crash(app: App) -> None:
    screen = opened(app)
    button(screen, "Laad de 70 algoritmes")
    register.add(app.store, app.user, {"naam": "Parkeren"})
    next(each for each in screen.test.button if each.label.startswith("Ja, laad")).click()
    screen.run()

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
    assert in_order(opened(app, volgorde=order))[0] == first


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


@pytest.fixture
def many(app: App) -> tuple[str, ...]:
    """Sixty algorithms: more than fit on a page."""
    rows = (("Naam",), *((name,) for name in MANY))
    plan = register_import.plan(
        app.store, app.user, register_import.Sheet("Lijst", rows), register_import.Layout(1, ("naam",))
    )
    register_import.carry_out(app.store, app.user, plan)
    return MANY


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
    button(screen, "Verander 2 algoritmes")

    assert "2 algoritmes zijn veranderd." in screen.words
    owners = {entry.name: entry.value("proceseigenaar") for entry in register.every(app.store, app.user)}
    assert owners == {"Parkeren": "Hoofd Ruimte", "Bijstand": "", "Vacatures": "Hoofd Ruimte", "Zwembad": ""}
    assert "Je hebt niets gekozen." in screen.words


def test_what_is_no_value_changes_none_of_the_picked(app: App, few: Mapping[str, Entry]) -> None:
    screen = opened(app)
    pick(screen, few["Parkeren"], few["Bijstand"])
    button(screen, "Verander 2 algoritmes")
    assert "Vul eerst in wat het wordt." in screen.words

    screen.test.selectbox(key="ws-samen-veld").set_value("volgende_datum")
    screen.run()
    screen.test.text_input(key="ws-samen-volgende_datum").set_value("ooit")
    button(screen, "Verander 2 algoritmes")
    assert "'ooit' is geen datum" in screen.words
    assert {entry.revision for entry in register.every(app.store, app.user)} == {1}


def test_all_that_was_found_can_be_picked_also_on_other_pages(app: App, many: tuple[str, ...]) -> None:
    screen = opened(app, zoek="algoritme")
    button(screen, "Kies alle 60")
    assert "Je hebt 60 algoritmes gekozen." in screen.words
    screen.test.selectbox(key="ws-samen-status").set_value("in_gebruik")
    button(screen, "Verander 60 algoritmes")

    assert register.shares(app.store, app.user)["status"] == {"in_gebruik": 60}


def test_all_of_one_list_is_nothing_of_another(app: App, few: Mapping[str, Entry]) -> None:
    screen = opened(app)
    button(screen, "Kies alle 4")
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

    button(screen, "Kies niets")
    assert "Je hebt niets gekozen." in screen.words


def test_what_is_no_id_is_not_picked(app: App, few: Mapping[str, Entry]) -> None:
    screen = opened(app)
    screen.test.text_input(key=selection.PICKED).set_value("onzin <b>")
    screen.run()

    assert "Je hebt niets gekozen." in screen.words


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
    button(screen, "Voeg toe")

    assert (1, "Nieuw algoritme") in screen.headings
    assert any(each.label == "Bewaar" for each in screen.test.button)


@pytest.mark.parametrize("name,says", [("", "Vul 'Naam' in."), ("x" * 101, "Er passen er 100")])
def test_algorithm_without_a_proper_name_is_not_added(
    app: App, few: Mapping[str, Entry], name: str, says: str
) -> None:
    screen = opened(app)
    screen.test.text_input(key="ws-register-nieuw").set_value(name)
    button(screen, "Voeg toe")

    assert says in screen.words
    assert register.count(app.store, app.user) == 4


def test_menu_leads_to_the_register_and_says_where_one_is(app: App) -> None:
    html = "".join(element.proto.body for element in opened(app).test.get("html"))
    assert '<nav class="ws-menu" aria-label="Onderdelen van Weegschaal">' in html
    assert 'href="register" data-ws-go aria-current="page"' in html

    html = "".join(element.proto.body for element in app.start().test.get("html"))
    assert 'href="./" data-ws-go aria-current="page"' in html
    assert 'href="register" data-ws-go><span>Register</span>' in html


def test_menu_leaves_out_what_one_may_not_see(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "may", lambda _action, _assessment=None: False)

    assert 'class="ws-menu"' not in "".join(each.proto.body for each in app.start().test.get("html"))


def test_page_of_an_assessment_has_no_menu(app: App) -> None:
    screen = app.outcome(app.new())

    assert 'class="ws-menu"' not in "".join(each.proto.body for each in screen.test.get("html"))
