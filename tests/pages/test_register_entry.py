"""One algorithm in the register: what is known, and changing it without losing anything."""

from collections.abc import Sequence

import pytest

from assessment.register.entry import Entry
from services import register
from services.errors import CannotSave
from services.roles import Role
from services.users import User
from tests.pages.conftest import App, Screen
from ui import context

KNOWN = {
    "naam": "Parkeren",
    "domein": "fysiek",
    "status": "in_gebruik",
    "doel": "Kijken of een auto mag staan",
    "contract_tot": "2027-12-31",
    "documenten": "Handleiding | https://voorbeeld.nl/a?b=1&c=2\nBrief",
    "website": "https://voorbeeld.nl/parkeren",
}


@pytest.fixture
def entry(app: App) -> Entry:
    """An algorithm of which something is known."""
    return register.add(app.store, app.user, KNOWN)


def opened(app: App, entry: Entry, group: str = "") -> Screen:
    """Open the page, with the fields of a group to change."""
    return app.place("algoritme", id=str(entry.id), **({"wijzig": group} if group else {}))


def field(screen: Screen, entry: Entry, name: str) -> object:
    """Return the widget of a field."""
    key = f"veld-{name}-{entry.id.hex}"
    test = screen.test
    kinds: Sequence[Sequence[object]] = (test.text_input, test.text_area, test.selectbox, test.multiselect)
    return next(each for kind in kinds for each in kind if each.key == key)


def now(app: App, entry: Entry) -> Entry:
    """Return what the register keeps."""
    return register.opened(app.store, app.user, entry.id)


def test_page_tells_what_is_known_and_what_is_missing(app: App, entry: Entry) -> None:
    screen = opened(app, entry)

    assert (1, "Parkeren") in screen.headings
    assert "Contract loopt tot 31 december 2027" in screen.words
    assert "Domein Fysiek" in screen.words
    assert "Nog niet ingevuld: Proceseigenaar, Leverancier, Volgende datum." in screen.words
    assert "Toegevoegd aan het register." in screen.words


def test_addresses_are_links_and_nothing_else_ever_is(app: App, entry: Entry) -> None:
    with app.store.transaction() as tx:
        was = tx.register.hold(entry.id)
        assert was is not None
        values = {**was.values, "url": "javascript:alert(1)", "contact_email": "<img src=x>"}
        tx.register.change((was, Entry(was.id, was.number, values, 2, tx.now, "proef")))
    shown = opened(app, entry).html

    assert 'href="https://voorbeeld.nl/a?b=1&amp;c=2"' in shown
    assert 'href="https://voorbeeld.nl/parkeren"' in shown
    assert 'href="javascript' not in shown
    assert "<img" not in shown


@pytest.mark.parametrize("query", ["", "onzin", "5f0c6d1e-0b6a-4a53-9d5a-3d2f1a7c9b10"])
def test_unknown_algorithm_says_so_and_shows_the_way_out(app: App, query: str) -> None:
    screen = app.address("algoritme", query)

    assert "Dit algoritme staat niet in het register." in screen.words
    assert "Naar het register" in screen.words


def test_reader_sees_all_and_changes_nothing(app: App, entry: Entry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "user", lambda: User("leo", "Leo", frozenset({Role.READER})))
    screen = opened(app, entry, "kern")

    assert "Kijken of een auto mag staan" in screen.words
    assert "Wijzig" not in screen.words
    assert screen.buttons == []


def test_changed_fields_are_kept_and_told_in_the_history(app: App, entry: Entry) -> None:
    screen = opened(app, entry, "kern")
    field(screen, entry, "doel").set_value("Zien of een auto te lang staat")
    field(screen, entry, "status").set_value("buiten_gebruik")
    screen.run()
    assert "Het is nog niet bewaard." in screen.words
    screen.press("Bewaar")

    assert "‘De kern’ is bewaard." in screen.words
    assert "Status. Eerst: In gebruik. Nu: Buiten gebruik." in screen.words
    assert "Bewaar" not in screen.buttons
    assert now(app, entry).values == {
        **entry.values,
        "doel": "Zien of een auto te lang staat",
        "status": "buiten_gebruik",
    }


def test_day_is_typed_as_people_write_it(app: App, entry: Entry) -> None:
    screen = opened(app, entry, "beheer")
    assert field(screen, entry, "contract_tot").value == "31 december 2027"
    field(screen, entry, "volgende_datum").set_value("1-3-2027")
    screen.press("Bewaar")

    assert now(app, entry).value("volgende_datum") == "2027-03-01"
    assert now(app, entry).value("contract_tot") == "2027-12-31"


def test_several_options_and_none_are_kept(app: App, entry: Entry) -> None:
    screen = opened(app, entry, "algemeen")
    field(screen, entry, "category").set_value(["wonen", "zorg"])
    field(screen, entry, "website").set_value("")
    screen.press("Bewaar")

    assert now(app, entry).value("category") == "wonen;zorg"
    assert now(app, entry).value("website") == ""
    assert "Pagina voor inwoners is leeggemaakt." in opened(app, entry).words


def test_what_cannot_be_kept_stays_on_the_screen_with_the_reason(app: App, entry: Entry) -> None:
    screen = opened(app, entry, "beheer")
    field(screen, entry, "volgende_datum").set_value("ooit")
    field(screen, entry, "leverancier").set_value("Bedrijf")
    screen.press("Bewaar")

    assert "'ooit' is geen datum." in screen.words
    assert field(screen, entry, "volgende_datum").value == "ooit"
    assert field(screen, entry, "leverancier").value == "Bedrijf"
    assert now(app, entry) == entry


def test_algorithm_keeps_a_name(app: App, entry: Entry) -> None:
    screen = opened(app, entry, "kern")
    field(screen, entry, "naam").set_value("")
    screen.press("Bewaar")

    assert "Vul 'Naam' in." in screen.words
    assert now(app, entry) == entry


def test_name_of_another_algorithm_is_refused(app: App, entry: Entry) -> None:
    other = register.add(app.store, app.user, {"naam": "Bijstand", "domein": "fysiek"})
    screen = opened(app, other, "kern")
    field(screen, other, "naam").set_value("parkeren")
    screen.press("Bewaar")

    assert "Er staat al een algoritme met dit nummer, of met deze naam" in screen.words
    assert field(screen, other, "naam").value == "parkeren"


def test_database_that_does_not_answer_costs_no_text(
    app: App, entry: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = opened(app, entry, "kern")
    field(screen, entry, "doel").set_value("Lang getypt")

    def fail(*_given: object, **_named: object) -> None:
        raise CannotSave("1234")

    with monkeypatch.context() as patched:
        patched.setattr(register, "change", fail)
        screen.press("Bewaar")
    assert "Vertel de beheerder nummer 1234." in screen.words
    screen.press("Bewaar")
    assert now(app, entry).value("doel") == "Lang getypt"


def elsewhere(app: App, entry: Entry, **values: str) -> None:
    """Let somebody else change the entry now."""
    held = now(app, entry)
    register.change(app.store, app.user, entry.id, values, seen=held.revision)


def test_what_two_people_changed_is_shown_to_choose(app: App, entry: Entry) -> None:
    screen = opened(app, entry, "kern")
    field(screen, entry, "doel").set_value("Wat ik typte")
    screen.run()
    elsewhere(app, entry, doel="Wat de ander typte", status="buiten_gebruik")
    screen.press("Bewaar")

    assert "Iemand anders veranderde ‘Doel’ ook. Nu staat er: Wat de ander typte" in screen.words
    assert field(screen, entry, "doel").value == "Wat ik typte"
    assert field(screen, entry, "status").value == "buiten_gebruik"
    screen.press("Bewaar")
    assert "Kies eerst wat je houdt." in screen.words
    assert now(app, entry).value("doel") == "Wat de ander typte"

    screen.press("Neem wat ik typte")
    screen.press("Bewaar")
    assert now(app, entry).value("doel") == "Wat ik typte"
    assert now(app, entry).value("status") == "buiten_gebruik"


def test_what_the_other_typed_can_be_kept(app: App, entry: Entry) -> None:
    screen = opened(app, entry, "kern")
    field(screen, entry, "doel").set_value("Wat ik typte")
    field(screen, entry, "kenmerken").set_value("Ook van mij")
    screen.run()
    elsewhere(app, entry, doel="Wat de ander typte")
    screen.press("Bewaar")
    screen.press("Houd dit")
    screen.press("Bewaar")

    assert now(app, entry).value("doel") == "Wat de ander typte"
    assert now(app, entry).value("kenmerken") == "Ook van mij"


def test_two_people_on_other_fields_do_not_get_in_each_others_way(app: App, entry: Entry) -> None:
    screen = opened(app, entry, "kern")
    field(screen, entry, "doel").set_value("Wat ik typte")
    screen.run()
    elsewhere(app, entry, werking="beslissend", proceseigenaar="Hoofd")
    screen.press("Bewaar")

    kept = now(app, entry)
    assert (kept.value("doel"), kept.value("werking"), kept.value("proceseigenaar")) == (
        "Wat ik typte",
        "beslissend",
        "Hoofd",
    )


def test_text_that_is_not_kept_waits_when_one_comes_back(app: App, entry: Entry) -> None:
    screen = opened(app, entry, "kern")
    field(screen, entry, "doel").set_value("Half getypt")
    screen.run()
    del screen.test.query_params["wijzig"]
    screen.run()
    assert "Je hebt hier tekst die nog niet is bewaard." in screen.words
    screen.test.query_params["wijzig"] = "kern"
    screen.run()

    assert field(screen, entry, "doel").value == "Half getypt"
    screen.press("Annuleer")
    assert "nog niet is bewaard" not in screen.words
    assert now(app, entry) == entry


def test_fields_that_nobody_touched_show_what_somebody_else_kept(app: App, entry: Entry) -> None:
    screen = opened(app, entry, "kern")
    del screen.test.query_params["wijzig"]
    screen.run()
    elsewhere(app, entry, doel="Nieuw van de ander")
    screen.test.query_params["wijzig"] = "kern"
    screen.run()

    assert field(screen, entry, "doel").value == "Nieuw van de ander"
