"""Costs on the screen: questions side by side, impossible numbers, and lines of one's own."""

from decimal import Decimal
from uuid import UUID

import pytest

from assessment.amounts import Estimate
from assessment.answers import Reply
from assessment.own_lines import OwnLine
from services import answers, finishing, frameworks
from tests.pages.conftest import CASES, App, Screen
from tests.pages.costs import NO_NUMBER, SERVER, answers_of
from ui import here, links, rows

STEPS = ("kosten", "kosten_meer", "naast_geld")


@pytest.mark.parametrize("step", STEPS)
def test_pair_stands_under_one_heading_each_side_with_its_own_question(app: App, step: str) -> None:
    framework = frameworks.current()
    headings = app.step(app.case(CASES["c01"]), step).headings
    pairs = [row for row in rows.of(framework, framework.questions_of(step)) if row.is_pair]

    assert pairs
    for row in pairs:
        place = headings.index((2, row.title))
        assert headings[place + 1 : place + 3] == [(3, asked.text) for asked in row.questions]


def test_every_pair_of_the_framework_becomes_a_row() -> None:
    framework = frameworks.current()
    made = rows.of(framework, list(framework.questions.values()))
    found = {row.questions[0].id: row.questions[1].id for row in made if row.is_pair}

    assert found == framework.side_by_side
    assert sorted(q.id for row in made for q in row.questions) == sorted(framework.questions)


def test_half_a_pair_stands_alone() -> None:
    framework = frameworks.current()
    made = rows.of(framework, [framework.questions["k_zonder_exit"], framework.questions["k_eenmalig"]])

    assert [[asked.id for asked in row.questions] for row in made] == [["k_zonder_exit"], ["k_eenmalig"]]


def test_each_field_of_a_pair_is_read_out_with_its_own_question(app: App) -> None:
    screen = app.step(app.case(CASES["c01"]), "kosten")
    framework = frameworks.current()

    pairs = [pair for pair in framework.side_by_side.items() if framework.questions[pair[0]].step == "kosten"]
    assert pairs
    for name in (name for pair in pairs for name in pair):
        for part in ("laag", "", "hoog", "weet-niet"):
            assert framework.questions[name].text in screen.widget(name, part).label


IMPOSSIBLE = [
    ("k_eenmalig", "-1", "Vul een getal in van 0 tot en met 1.000.000.000."),
    ("k_eenmalig", "99.999.999.999", "Vul een getal in van 0 tot en met 1.000.000.000."),
    ("k_eenmalig", "9" * 40, "Dit getal heeft te veel cijfers."),
    ("k_eenmalig", "1e400", "‘1e400’ is geen getal."),
    ("k_eenmalig", "nan", "‘nan’ is geen getal."),
    ("k_eenmalig", "inf", "‘inf’ is geen getal."),
    ("k_zaken", "0", "Vul een getal in van 1 tot en met 100.000.000."),
    ("k_zaken", "-5", "Vul een getal in van 1 tot en met 100.000.000."),
    ("k_horizon", "0", "Vul een getal in van 1 tot en met 10."),
    ("k_horizon", "11", "Vul een getal in van 1 tot en met 10."),
    ("k_fout_met", "101", "Vul een getal in van 0 tot en met 100."),
    ("k_min_met", "6,000", "Bedoel je 6.000? Schrijf dan 6.000."),
]


@pytest.mark.parametrize("question, typed, said", IMPOSSIBLE)
def test_impossible_number_is_explained_at_its_field_and_stays_there(
    app: App, question: str, typed: str, said: str
) -> None:
    given = answers_of("c01")
    before = given.pop(question)
    screen = app.step(app.new(given=given), "kosten")
    screen.widget(question).set_value(typed)
    words = screen.run().words

    assert "Nog niet opgeslagen." in words
    assert said in words
    assert screen.widget(question).value == typed
    assert question not in app.current(screen.assessment)
    assert not NO_NUMBER.search(words.replace(typed, ""))
    screen.widget(question).set_value(str(getattr(before, "likely", before)))
    assert "Nog niet opgeslagen." not in screen.run().words


def test_low_above_high_is_explained_and_all_three_stay(app: App) -> None:
    screen = app.step(app.new(given=answers_of("c01") | {"k_eenmalig": Decimal(5)}), "kosten")
    for part, typed in (("laag", "900"), ("", "500"), ("hoog", "100")):
        screen.widget("k_eenmalig", part).set_value(typed)
    screen.run()

    assert "Zet de getallen op volgorde" in screen.words
    assert [screen.widget("k_eenmalig", part).value for part in ("laag", "", "hoog")] == ["900", "500", "100"]
    assert app.current(screen.assessment)["k_eenmalig"] == Reply(Decimal(5))


READ = [
    # known by, what stands under the number
    (None, "We rekenen met 7.000 tot 15.000 euro, want je zegt niet hoe je dit weet."),
    ("schatting", "We rekenen met 7.000 tot 15.000 euro, want het is een schatting."),
    ("document", "We rekenen met precies dit getal."),
    ("leverancier", "We rekenen met precies dit getal."),
    ("getest", "We rekenen met precies dit getal."),
]


@pytest.mark.parametrize("known_by, said", READ)
def test_one_number_says_how_it_is_read(app: App, known_by: str | None, said: str) -> None:
    assessment = app.new(given=answers_of("c01"))
    seen = answers.current(app.store, app.user, assessment)["k_eenmalig"].number
    reply = Reply(Decimal(10000), "", known_by)
    answers.save(app.store, app.user, assessment, "k_eenmalig", reply, seen=seen)

    assert said in app.step(assessment, "kosten").words


def test_nothing_is_said_of_a_number_that_has_three(app: App) -> None:
    given = {name: value for name, value in answers_of("c01").items() if not isinstance(value, Decimal)}

    assert "We rekenen met" not in app.step(app.new(given=given), "kosten").words.replace(
        "Dan rekenen we met", ""
    )


def test_line_of_ones_own_is_added_filled_in_and_taken_away(app: App) -> None:
    assessment = app.case(CASES["c01"])
    screen = _opened_line(app, assessment)
    screen.widget("k_eigen_1").set_value("Huur van een server")
    assert "Kies bij deze regel hoe vaak je het bedrag betaalt." in screen.run().words
    screen.widget("k_eigen_1", "soort").set_value("yearly")
    assert "Vul bij deze regel minstens één bedrag in." in screen.run().words
    screen.widget("k_eigen_1", "with").set_value("12.000")
    screen.run()

    assert app.current(assessment)["k_eigen_1"] == Reply(SERVER)
    assert "Je antwoord: Huur van een server (elk jaar): met algoritme 12.000 euro." in screen.words
    assert "We rekenen met 8.400 tot 18.000 euro" in screen.words

    for part in ("", "with"):
        screen.widget("k_eigen_1", part).set_value("")
    screen.run()
    assert app.current(assessment)["k_eigen_1"] == Reply(None)
    assert "Nog niet opgeslagen." not in screen.words
    past = answers.history(app.store, app.user, assessment, "k_eigen_1")
    assert [revision.reply.value for revision in past] == [SERVER, None]


def test_next_line_is_offered_when_the_one_before_is_filled(app: App) -> None:
    none = app.step(app.case(CASES["c01"]), "kosten_meer")
    one = app.step(app.new(given=answers_of("c01") | {"k_eigen_1": SERVER}), "kosten_meer")
    all_four = {f"k_eigen_{number}": SERVER for number in (1, 2, 3, 4)}
    full = app.step(app.new(given=answers_of("c01") | all_four), "kosten_meer")

    assert [_lines(screen) for screen in (none, one, full)] == [1, 2, 4]
    assert [len(_adding(screen)) for screen in (none, one, full)] == [1, 1, 0]
    assert one.widget("k_eigen_1").value == "Huur van een server"


@pytest.mark.parametrize(
    "part, typed, said",
    [
        ("with", "-1", "Met algoritme: Vul een getal in van 0"),
        ("without", "veel", "Zonder algoritme: ‘veel’ is geen getal."),
        ("without-laag", "5", "Zonder algoritme: Vul alle drie de getallen in."),
        ("", "x" * 81, "Maak de naam van deze regel korter"),
    ],
)
def test_fault_in_a_line_says_where_and_loses_nothing(app: App, part: str, typed: str, said: str) -> None:
    screen = app.step(app.new(given=answers_of("c01") | {"k_eigen_1": SERVER}), "kosten_meer")
    screen.widget("k_eigen_1", part).set_value(typed)

    assert said in screen.run().words
    assert screen.widget("k_eigen_1", part).value == typed
    assert app.current(screen.assessment)["k_eigen_1"] == Reply(SERVER)


def test_two_versions_of_a_line_are_both_shown_in_words(app: App) -> None:
    assessment = app.new(given=answers_of("c01") | {"k_eigen_1": SERVER})
    screen = app.step(assessment, "kosten_meer")
    theirs = OwnLine("Serverhuur", "once", None, Estimate(*map(Decimal, (1, 2, 3))))
    answers.save(app.store, app.user, assessment, "k_eigen_1", Reply(theirs), seen=1)
    screen.widget("k_eigen_1", "with").set_value("9.000")
    words = screen.run().words

    assert "Serverhuur (één keer, aan het begin): zonder algoritme tussen 1 en 3" in words
    assert "Huur van een server (elk jaar): met algoritme 9.000 euro" in words
    screen.test.button(key="kies-mijn-k_eigen_1").click()
    screen.run()
    assert app.current(assessment)["k_eigen_1"].value == OwnLine(
        "Huur van een server", "yearly", Decimal(9000), None
    )


def test_finished_step_tells_lines_and_what_stands_in_for_silence(app: App) -> None:
    assessment = app.new(given=answers_of("c01") | {"k_eigen_1": SERVER})
    finishing.finish(app.store, app.user, assessment, here.today())
    screen = app.step(assessment, "kosten_meer")

    assert "Huur van een server (elk jaar): met algoritme 12.000 euro" in screen.words
    assert "k_eigen_2" not in screen.asked
    assert "Niet ingevuld. We rekenen met 90 euro per uur." in screen.words


def test_step_that_may_stay_empty_is_not_unfinished_and_not_passed_by(app: App) -> None:
    screen = app.step(app.case(CASES["c01"]), "kosten")

    assert "Andere kosten en aannames mag je overslaan" in screen.words
    assert "Volgende: Andere kosten en aannames" in screen.words


@pytest.mark.parametrize("step", STEPS)
def test_step_leads_to_the_comparison_and_says_what_is_missing(app: App, step: str) -> None:
    given = answers_of("c01")
    complete = app.new(given=given)
    for name in ("k_zaken", "k_exit"):
        given.pop(name)

    assert "Er is genoeg ingevuld om te vergelijken." in app.step(complete, step).words
    partly = app.step(app.new(given=given), step)
    assert "Er missen nog 2 getallen." in partly.words
    assert f"{links.COSTS}?id={partly.assessment}" in partly.html


def test_steps_about_something_else_say_nothing_of_costs(app: App) -> None:
    assert "Bekijk de vergelijking van de kosten" not in app.step(app.case(CASES["c01"]), "risico").words


def _opened_line(app: App, assessment: UUID) -> Screen:
    screen = app.step(assessment, "kosten_meer")
    _adding(screen)[0].click()
    return screen.run()


def _adding(screen: Screen) -> list:
    return [button for button in screen.test.button if button.label == "Regel toevoegen"]


def _lines(screen: Screen) -> int:
    return sum(name.startswith("k_eigen_") for name in screen.asked)
