"""The pages of the steps: what they ask, how far one is, and what happens to answers nobody asks for."""

from decimal import Decimal
from itertools import pairwise

import pytest

from assessment.answers import Reply
from services import answers, finishing, frameworks
from tests.pages.conftest import CASES, App
from ui import here
from ui.carrier import Carrier

STEPS = [step.id for step in frameworks.current().steps]


@pytest.mark.parametrize("step", STEPS)
def test_empty_step_asks_what_the_outcome_says(app: App, step: str) -> None:
    assessment = app.new()
    screen = app.step(assessment, step)
    outcome = here.evaluate(frameworks.current(), {}, here.today())

    assert screen.asked == [q.id for q in frameworks.current().questions_of(step) if q.id in outcome.shown]
    assert "Nog niet te bepalen" in screen.words


@pytest.mark.parametrize("step", STEPS)
def test_filled_step_shows_every_answer(app: App, step: str) -> None:
    assessment = app.case(CASES["c01"])
    screen = app.step(assessment, step)

    for question in screen.asked:
        reply = app.current(assessment).get(question, Reply(None))
        if frameworks.current().questions[question].kind == "line" and reply.value is None:
            # Its fields come when somebody opens them.
            continue
        shown = screen.widget(question).value
        assert bool(shown) == (reply.value is not None), question


@pytest.mark.parametrize("step", STEPS)
def test_each_page_has_one_main_heading_and_skips_no_level(app: App, step: str) -> None:
    screen = app.step(app.case(CASES["c01"]), step)
    levels = [level for level, _text in screen.headings]

    assert levels.count(1) == 1
    # The side bar comes first in the tree; its heading is one of the second level.
    main = levels[levels.index(1) :]
    assert all(after - before <= 1 for before, after in pairwise(main))


@pytest.mark.parametrize("step", STEPS)
def test_browser_learns_what_it_has_seen_after_all_answers(app: App, step: str) -> None:
    """Told sooner, it could say halfway that it saw an answer, and send the one that was there before."""
    assessment = app.case(CASES["c01"])
    screen = app.step(assessment, step)
    keys = [key for node in screen.test.main if (key := getattr(node, "key", None))]

    assert keys[-1] == Carrier(f"{step}-{assessment.hex}").key


def test_opening_pages_saves_nothing(app: App) -> None:
    assessment = app.case(CASES["c01"])
    before = answers.current(app.store, app.user, assessment)
    for step in STEPS:
        app.step(assessment, step)

    assert answers.current(app.store, app.user, assessment) == before


def test_answer_is_saved_and_the_outcome_beside_it_follows(app: App) -> None:
    assessment = app.new()
    screen = app.step(assessment, "quickscan")
    screen.widget("qs_algoritme").set_value("ja")
    screen.run()

    assert app.current(assessment)["qs_algoritme"] == Reply("ja")
    assert "Risicotrede: Minstens laag, mogelijk verboden" in screen.words
    assert "Opgeslagen" in screen.words
    assert "1. Snelle check hier ben je, nog 7 vragen" in screen.words


def test_without_an_algorithm_the_wizard_says_so_and_asks_no_more(app: App) -> None:
    assessment = app.case(CASES["c01"])
    screen = app.step(assessment, "quickscan")
    screen.widget("qs_algoritme").set_value("nee")
    screen.run()

    assert screen.asked == ["qs_algoritme"]
    assert "Geen algoritme" in screen.words
    assert "3. Doel niet nodig" in screen.words
    assert app.step(assessment, "doel").asked == []
    assert "Deze stap is niet nodig" in app.step(assessment, "doel").words
    # The register wants to know what it is called all the same.
    assert "i_naam" in app.step(assessment, "intake").asked


def test_after_a_light_quick_scan_only_the_light_path_is_asked(app: App) -> None:
    light = next(
        case for case in CASES.values() if case.expect.levels.get("quickscan") == "lichte_vastlegging"
    )
    assessment = app.case(light)

    assert "Korte vastlegging" in app.step(assessment, "quickscan").words
    assert app.step(assessment, "waarborgen").asked == []
    assert app.step(assessment, "doel").asked == ["d_functie", "d_status"]


HIDDEN_BY = [
    # question that disappears, its step, the answer that hides it: question, value
    ("g_soort", "gegevens", "qs_persoonsgegevens", "nee"),
    ("g_aantal", "gegevens", "qs_persoonsgegevens", "nee"),
    ("o_leverancier", "organisatie", "t_maker", "zelf"),
    ("w_loket", "waarborgen", "qs_algoritme", "nee"),
]


@pytest.mark.parametrize("hidden, step, by, value", HIDDEN_BY)
def test_answer_that_is_no_longer_asked_for_leaves_page_and_outcome_and_is_kept(
    app: App, hidden: str, step: str, by: str, value: str
) -> None:
    assessment = app.case(CASES["c01"])
    kept = app.current(assessment)[hidden]
    question = frameworks.current().questions[hidden]
    assert hidden in app.step(assessment, step).asked

    answers.save(app.store, app.user, assessment, by, Reply(value), seen=1)
    assert hidden not in app.step(assessment, step).asked
    assert question.text not in app.outcome(assessment).words
    assert app.current(assessment)[hidden] == kept

    before = CASES["c01"].answers[by]
    answers.save(app.store, app.user, assessment, by, Reply(before), seen=2)
    assert hidden in app.step(assessment, step).asked


def test_finished_assessment_is_there_to_read(app: App) -> None:
    assessment = app.case(CASES["c01"])
    finishing.finish(app.store, app.user, assessment, here.today())
    screen = app.step(assessment, "risico")

    assert "Deze afweging is afgerond" in screen.words
    assert screen.asked
    assert not screen.test.radio
    assert not screen.test.button_group


def test_owner_of_what_nobody_knows_stands_beside_it(app: App) -> None:
    screen = app.step(app.new(given={"qs_verboden": ("weet_niet",)}), "quickscan")

    assert "Dit zoekt uit: Jurist." in screen.words


def test_typed_number_says_how_it_was_understood(app: App) -> None:
    screen = app.step(app.new(given={"qs_algoritme": "ja", "qs_persoonsgegevens": "ja"}), "gegevens")
    screen.widget("g_aantal").set_value("6.000")
    screen.run()

    assert "Je antwoord: 6.000 mensen per jaar." in screen.words


def test_default_of_the_model_is_named_not_filled_in(app: App) -> None:
    screen = app.step(app.case(CASES["c01"]), "kosten")

    assert "Vul je niets in? Dan rekenen we met 5." in screen.words


def test_two_answers_are_both_shown_and_the_chosen_one_counts(app: App) -> None:
    assessment = app.new()
    screen = app.step(assessment, "quickscan")
    answers.save(app.store, app.user, assessment, "qs_invloed", Reply("indirect", "Uit het overleg"), seen=0)
    screen.widget("qs_invloed").set_value("direct")
    screen.run()

    assert "Deze vraag heeft twee antwoorden." in screen.words
    assert "Indirect, bijvoorbeeld via beleid of planning" in screen.words
    assert "Uit het overleg" in screen.words
    assert app.current(assessment)["qs_invloed"].value == "indirect"

    screen.test.button(key="kies-mijn-qs_invloed").click()
    screen.run()
    assert app.current(assessment)["qs_invloed"].value == "direct"
    assert "Deze vraag heeft twee antwoorden." not in screen.words


def test_estimate_in_a_case_is_shown_in_three_fields(app: App) -> None:
    assessment = app.new(
        given={**_weighing(app), "k_eenmalig": answers.answers.Estimate(*map(Decimal, (1000, 2000, 5000)))}
    )
    screen = app.step(assessment, "kosten")

    parts = [screen.widget("k_eenmalig", part).value for part in ("laag", "", "hoog")]
    assert parts == ["1.000", "2.000", "5.000"]
    assert "Je antwoord: tussen 1.000 en 5.000, waarschijnlijk 2.000 euro" in screen.words


def _weighing(app: App) -> dict[str, object]:
    given = app.current(app.case(CASES["c01"]))
    return {name: reply.value for name, reply in given.items() if reply.value is not None}
