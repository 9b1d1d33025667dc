"""The pages of the portfolio: every figure can be opened, and an empty one says what to do."""

import re
from itertools import pairwise
from uuid import UUID

import pytest

from services import doing, register, self_scan
from services.roles import Role
from services.users import User
from tests.pages.conftest import CASES, App, Screen
from ui import context, links

PLACES = (links.PORTFOLIO, links.PORTFOLIO_LIST, links.NORMS, links.SELF_SCAN)
PARTS = [
    "In het kort",
    "Risico per domein",
    "Status",
    "Wat ontbreekt",
    "Werk per rol",
    "Opnieuw wegen",
    "Plichten die nog komen",
]


@pytest.fixture
def weighed(app: App) -> UUID:
    """An algorithm of the social domain with an assessment of a high tier, and one that nobody weighed."""
    entry = register.add(app.store, app.user, {"naam": "Schuldhulp", "domein": "sociaal"})
    other = {"naam": "Parkeren", "domein": "fysiek", "eigen_risico": "laag", "status": "in_gebruik"}
    register.add(app.store, app.user, other)
    made = app.case(CASES["c01"])
    register.link(app.store, app.user, entry.id, made)
    return made


def told(screen: Screen) -> list[str]:
    """Return the alternative texts of the pictures."""
    return [chart.proto.alt for chart in screen.test.get("vega_lite_chart")]


def targets(screen: Screen) -> set[str]:
    """Return where the figures of the page lead."""
    return set(re.findall(rf'href="{links.PORTFOLIO_LIST}\?([^"]+)"', screen.html))


@pytest.mark.parametrize("place", PLACES)
def test_page_without_any_algorithm_runs_and_claims_nothing(app: App, place: str) -> None:
    screen = app.place(place)

    assert screen.headings[0][0] == 1
    assert told(screen) == []


def test_empty_portfolio_says_what_to_do(app: App) -> None:
    screen = app.place(links.PORTFOLIO)

    assert "Er is nog geen algoritme in beeld" in screen.words
    assert f'href="{links.REGISTER}"' in screen.html


def test_portfolio_draws_every_part_in_order_with_a_picture_and_its_words(app: App, weighed: UUID) -> None:
    screen = app.place(links.PORTFOLIO)

    assert [text for level, text in screen.headings if level == 2] == PARTS
    assert "Er zijn 2 algoritmes in beeld. Bij 1 is het risico met een afweging bepaald." in screen.words
    assert any("Sociaal: 1 hoog" in text for text in told(screen))
    levels = [level for level, _text in screen.headings]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_picture_has_words_instead(app: App, weighed: UUID) -> None:
    for place in (links.PORTFOLIO, links.NORMS):
        words = told(app.place(place))
        assert words
        assert all(words)


def test_figure_leads_to_the_algorithms_it_counts(app: App, weighed: UUID) -> None:
    assert "domein=sociaal&amp;trede=hoog" in targets(app.place(links.PORTFOLIO))

    behind = app.place(links.PORTFOLIO_LIST, domein="sociaal", trede="hoog")
    assert "1 algoritme" in behind.words
    assert "Schuldhulp" in behind.words
    assert "Parkeren" not in behind.words


def test_list_leads_to_what_is_missing_of_each(app: App, weighed: UUID) -> None:
    behind = app.place(links.PORTFOLIO_LIST, mist="dpia").html

    assert f'href="{links.DONE}?id={weighed}"' in behind


def test_list_of_nonsense_says_so_and_does_not_fall_over(app: App, weighed: UUID) -> None:
    screen = app.place(links.PORTFOLIO_LIST, domein="<b>", mist="x", rol="y", norm="z", status="q", trede="t")

    assert "Er is geen algoritme dat hierbij past" in screen.words
    assert "<b>" not in screen.html


def test_picture_of_many_domains_puts_the_smallest_together(app: App) -> None:
    for number in range(15):
        register.add(app.store, app.user, {"naam": f"Algoritme {number}", "domein": f"Team {number:02}"})
    screen = app.place(links.PORTFOLIO)

    assert "Team 11: 1 nog niet bekend; Alle andere domeinen: 3 nog niet bekend." in told(screen)[0]
    assert "domein=Team+14" in targets(screen)


def test_chosen_domain_narrows_the_portfolio_and_the_lists_behind_it(app: App, weighed: UUID) -> None:
    screen = app.place(links.PORTFOLIO, domein="sociaal")

    assert "Er is 1 algoritme in beeld" in screen.words
    assert "Parkeren" not in screen.words
    assert {target.partition("&")[0] for target in targets(screen)} == {"domein=sociaal"}


def test_norms_show_what_the_data_says_and_which_fall_short(app: App, weighed: UUID) -> None:
    screen = app.place(links.NORMS)

    assert "11 normen" in screen.words
    assert "Niet te meten" in screen.words
    assert "norm=overzicht" in targets(screen)
    assert screen.words.count("Laat dit nagaan") == 11
    assert len([text for level, text in screen.headings if level == 3]) == 11 + 5


def test_norm_without_data_does_not_tell_that_nothing_falls_short(app: App) -> None:
    register.add(app.store, app.user, {"naam": "Parkeren"})

    words = app.place(links.NORMS).words

    assert "Toetsen gedaan Nog geen gegevens – –" in words


def test_self_scan_is_filled_in_and_read_back(app: App) -> None:
    screen = app.place(links.SELF_SCAN)
    screen.test.radio[0].set_value("begonnen")
    screen.test.text_area[0].set_value("Nota van mei")
    screen.press("Bewaar de zelfscan")

    history = self_scan.history(app.store, app.user)
    assert history.latest is not None
    assert history.latest.levels == {"dimensie:beleid": "begonnen"}
    assert "De zelfscan is bewaard." in screen.words
    assert "2, Begonnen" in screen.words


def test_self_scan_without_a_choice_is_refused_and_keeps_the_form(app: App) -> None:
    screen = app.place(links.SELF_SCAN)
    screen.press("Bewaar de zelfscan")

    assert "Kies bij minstens één onderdeel een niveau." in screen.words
    assert self_scan.history(app.store, app.user).scans == ()


def test_self_scan_begins_where_the_year_before_ended(app: App) -> None:
    self_scan.fill(app.store, app.user, 2025, {"dimensie:beleid": "vastgelegd"})
    screen = app.place(links.SELF_SCAN)

    assert screen.test.radio[0].value == "vastgelegd"


def test_what_is_done_is_recorded_and_can_be_taken_back(app: App, weighed: UUID) -> None:
    screen = app.whole(weighed, links.DONE)
    assert "ontbreken er" in screen.words
    screen.test.text_input[0].set_value("1-11-2026")
    screen.test.text_input[1].set_value("Zaak 12")
    screen.press("Leg vast")

    assert "Op 1 november 2026" in screen.words
    (record,) = doing.of(app.store, app.user, weighed).values()
    assert record.where == "Zaak 12"
    screen.press("Toch niet klaar")
    assert "Op 1 november 2026" not in screen.words


def test_record_without_a_day_says_what_to_fill_in(app: App, weighed: UUID) -> None:
    screen = app.whole(weighed, links.DONE)
    screen.press("Leg vast")

    assert "Vul een datum in, zoals 22-11-2026." in screen.words
    assert doing.of(app.store, app.user, weighed) == {}


@pytest.mark.parametrize("place", PLACES)
def test_who_may_not_see_the_portfolio_gets_nothing_of_it(
    app: App, weighed: UUID, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    someone = User("bim", "Bim", frozenset({Role.BIM}))
    monkeypatch.setattr(context, "user", lambda: someone)
    screen = app.place(place)

    assert "Je mag dit niet doen" in screen.words
    assert "Schuldhulp" not in screen.words
    assert told(screen) == []


def test_reader_sees_the_self_scan_and_no_form(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = User("lezer", "Lezer", frozenset({Role.READER}))
    monkeypatch.setattr(context, "user", lambda: reader)
    screen = app.place(links.SELF_SCAN)

    assert "Het CIO-office vult de zelfscan in" in screen.words
    assert len(screen.test.radio) == 0
