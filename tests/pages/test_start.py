"""The start page: my assessments, a new one, examples."""

from services import assessments, examples, finishing, frameworks
from tests.pages.conftest import CASES, App
from ui import here


def test_empty_start_page_says_what_to_do(app: App) -> None:
    screen = app.start()

    assert "Je hebt nog geen afwegingen" in screen.words
    assert [text for level, text in screen.headings if level == 1] == ["Weegschaal"]
    assert len([button for button in screen.test.button if (button.key or "").startswith("voorbeeld-")]) == 3


def test_list_says_tier_and_moment_and_where_one_was(app: App) -> None:
    assessment = app.case(CASES["c01"])
    app.step(assessment, "risico")

    words = app.start().words
    assert "Risicotrede: Hoog" in words
    assert "gewijzigd vandaag om" in words
    assert "Ga verder bij: Risico's" in words


def test_nothing_answered_is_never_green(app: App) -> None:
    app.new()

    assert "Risicotrede: Nog niet te bepalen" in app.start().words


def test_finished_assessment_says_so(app: App) -> None:
    assessment = app.case(CASES["c01"])
    finishing.finish(app.store, app.user, assessment, here.today())

    assert "afgerond" in app.start().words


def test_long_list_is_paged(app: App) -> None:
    for number in range(7):
        app.new(f"Proef {number}")
    screen = app.start()

    assert "Proef 6" in screen.words
    assert "Proef 1" not in screen.words


def test_name_is_shown_as_it_was_typed_never_as_markup(app: App) -> None:
    name = "<b>Vet</b> *schuin* [link](https://voorbeeld.nl) $x$ :red[rood]"
    assessment = app.new(name)

    assert name in app.start().words
    assert name in app.step(assessment, "doel").words
    assert name in app.outcome(assessment).words


def test_new_assessment_without_a_name_asks_for_one(app: App) -> None:
    screen = app.start()
    screen.press("Begin met de snelle check")

    assert "Geef de afweging een naam" in screen.words
    assert "Je hebt nog geen afwegingen" in screen.words


def test_new_assessment_opens_at_the_quick_scan(app: App) -> None:
    screen = app.start()
    screen.test.text_input(key="ws-nieuw").set_value("Slimme camera")
    screen.press("Begin met de snelle check")

    assert (1, "Snelle check") in screen.headings
    assert "Slimme camera" in screen.words


def test_example_opens_with_one_click_as_a_copy(app: App) -> None:
    screen = app.start()
    screen.test.button(key="voorbeeld-c01").click()
    screen.run()
    assert (1, "Uitkomst") in screen.headings

    screen = app.start()
    screen.test.button(key="voorbeeld-c01").click()
    screen.run()
    assert app.start().words.count("Risicotrede: Hoog") == 2


def test_every_example_is_of_the_current_framework(app: App) -> None:
    copies = [examples.copy_example(app.store, app.user, case) for case in ("c01", "c02", "c03")]

    assert {case.id for case in CASES.values() if case.example} == {"c01", "c02", "c03"}
    assert {copy.framework_version for copy in copies} == {frameworks.current().version}


def test_an_assessment_whose_framework_is_gone_leaves_the_rest_of_the_page_alone(app: App) -> None:
    gone = frameworks.current().model_copy(update={"version": "1999.1"})
    assessments.create(app.store, app.user, title="Oude afweging", framework=gone)

    words = app.start().words
    assert "Oude afweging" in words
    assert "Versie 1999.1 van het afwegingskader staat niet op deze server" in words
    assert "Begin een nieuwe afweging" in words
