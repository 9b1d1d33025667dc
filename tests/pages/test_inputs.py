"""Answers as people give them: typed numbers and months, exclusive choices, "weet ik niet"."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from assessment.amounts import Estimate
from assessment.answers import Reply
from services import frameworks
from tests.pages.conftest import CASES, App, Screen
from ui import page

PEOPLE = frameworks.current().questions["g_aantal"]


@given(st.text(max_size=200))
def test_no_text_becomes_markup_in_a_label(text: str) -> None:
    shown = page.plain(text).replace("\u2060", "")

    unescaped = shown.replace("\\\\", "").replace("\\", "")
    assert unescaped.replace(" ", "") == "".join(text.split()).replace("\\", "").replace(" ", "")
    for sign in "*_[]<`#:$":
        assert shown.count(sign) == shown.count("\\" + sign)


@given(st.text(max_size=300))
def test_any_title_makes_a_file_name(title: str) -> None:
    name = page.file_name(title, "pdf")

    assert name.endswith(".pdf")
    assert 5 <= len(name) <= 64
    assert name.replace("-", "").replace(".", "").isalnum()


def test_none_of_these_gives_way_to_a_later_choice_and_says_so(app: App) -> None:
    screen = _quick_scan(app, {"qs_kwetsbaar": ("geen",)})
    screen.widget("qs_kwetsbaar").set_value(["kinderen", "geen"])
    screen.run()

    assert _stored(app, screen, "qs_kwetsbaar") == ("kinderen",)
    assert screen.widget("qs_kwetsbaar").value == ["kinderen"]
    assert "‘Geen van deze’ past niet bij een andere keuze" in screen.words


def test_none_of_these_replaces_what_was_chosen_before(app: App) -> None:
    screen = _quick_scan(app, {"qs_kwetsbaar": ("kinderen", "zorg")})
    screen.widget("qs_kwetsbaar").set_value(["kinderen", "zorg", "geen"])
    screen.run()

    assert _stored(app, screen, "qs_kwetsbaar") == ("geen",)
    assert screen.widget("qs_kwetsbaar").value == ["geen"]


def test_dont_know_may_stand_beside_what_one_does_know(app: App) -> None:
    screen = _quick_scan(app, {})
    screen.widget("qs_kwetsbaar").set_value(["kinderen", "weet_niet"])
    screen.run()

    assert _stored(app, screen, "qs_kwetsbaar") == ("kinderen", "weet_niet")


def test_wrong_number_stays_on_the_screen_and_is_not_saved(app: App) -> None:
    screen = app.step(app.new(given={"qs_algoritme": "ja", "qs_persoonsgegevens": "ja"}), "gegevens")
    screen.widget("g_aantal").set_value("heel veel")
    screen.run()

    assert "Nog niet opgeslagen." in screen.words
    assert screen.widget("g_aantal").value == "heel veel"
    assert _stored(app, screen, "g_aantal") is None

    screen.widget("g_aantal").set_value("6000")
    screen.run()
    assert "Nog niet opgeslagen." not in screen.words
    assert _stored(app, screen, "g_aantal") == Decimal(6000)


def test_dont_know_takes_the_place_of_a_text_and_gives_it_back(app: App) -> None:
    screen = app.step(app.new(given={"qs_algoritme": "ja", "i_naam": "Proef"}), "intake")
    screen.widget("i_naam", "weet-niet").set_value(True)
    screen.run()
    assert _stored(app, screen, "i_naam") == "weet_niet"
    assert screen.widget("i_naam").disabled

    screen.widget("i_naam", "weet-niet").set_value(False)
    screen.run()
    assert _stored(app, screen, "i_naam") == "Proef"


def test_half_an_estimate_waits_for_the_other_half(app: App) -> None:
    given = {name: reply.value for name, reply in app.current(app.case(CASES["c01"])).items() if reply.value}
    given.pop("k_eenmalig", None)
    screen = app.step(app.new(given=given), "kosten")
    screen.widget("k_eenmalig", "laag").set_value("1.000")
    screen.run()
    assert "Vul alle drie de getallen in" in screen.words
    assert _stored(app, screen, "k_eenmalig") is None

    screen.widget("k_eenmalig").set_value("2.000")
    screen.widget("k_eenmalig", "hoog").set_value("5.000")
    screen.run()
    assert _stored(app, screen, "k_eenmalig") == Estimate(Decimal(1000), Decimal(2000), Decimal(5000))


def test_text_that_is_too_long_says_how_much_fits(app: App) -> None:
    screen = app.step(app.new(given={"qs_algoritme": "ja"}), "intake")
    screen.widget("i_naam").set_value("x" * 120)
    screen.run()

    assert "Er passen er 99" in screen.words
    assert _stored(app, screen, "i_naam") is None


def test_scale_is_saved_as_a_number(app: App) -> None:
    screen = app.step(app.case(CASES["c01"]), "succes")
    screen.widget("s_ict").set_value("4")
    screen.run()

    assert app.current(screen.assessment)["s_ict"] == Reply(Decimal(4))


def _quick_scan(app: App, given: dict) -> Screen:
    return app.step(app.new(given={"qs_algoritme": "ja", **given}), "quickscan")


def _stored(app: App, screen: Screen, question: str) -> object:
    reply = app.current(screen.assessment).get(question)
    return reply.value if reply else None
