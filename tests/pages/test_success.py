"""The page about the chance of success: complete in every state, and never a guess."""

from itertools import pairwise

import pytest

from assessment.answers import UNKNOWN
from assessment.cases import read_answers
from services import finishing, frameworks
from tests.pages.conftest import CASES, App, Screen
from ui import here, links

FRAMEWORK = frameworks.current()
FACTORS = FRAMEWORK.success_factors


def opened(app: App, case: str = "c01", **changes: object) -> Screen:
    """Open the page of a worked case with some answers changed (None takes one away)."""
    given = read_answers(FRAMEWORK, {**CASES[case].answers, **changes})
    return app.whole(app.new("Proef", given), links.SUCCESS)


def pictures(screen: Screen) -> list[str]:
    """Return the alternative texts of the pictures."""
    return [chart.proto.alt for chart in screen.test.get("vega_lite_chart")]


def test_page_shows_every_factor_with_its_score_and_a_link_to_its_question(app: App) -> None:
    screen = opened(app)

    for factor in FACTORS.values():
        assert factor.name in screen.words
        question = FRAMEWORK.questions[factor.question]
        assert f"stap-{question.step}?" in screen.html
        assert f"vraag={question.id}" in screen.html


def test_words_come_before_the_pictures_and_what_helps_comes_last(app: App) -> None:
    titles = [text for level, text in opened(app).headings if level == 2]

    assert titles == [
        "In het kort",
        "Het profiel per thema",
        "Wat houdt het tegen, en wat doe je?",
        "Alle factoren",
        "Wat helpt?",
    ]


def test_headings_are_in_order(app: App) -> None:
    levels = [level for level, _text in opened(app, s_capaciteit=1, s_ict=None).headings]

    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_each_theme_has_a_picture_that_says_in_words_what_it_shows(app: App) -> None:
    told = pictures(opened(app, g_kwaliteit=1, s_ict=UNKNOWN))

    assert len(told) == 3
    assert told[0] == (
        "Datalandschap, per factor een score van 1 tot 5. Passende ICT: Open: weet ik niet. "
        "Beschikbare gegevens: 4 van 5, goed. Goede gegevens: 1 van 5, heel zwak."
    )


def test_weakest_link_says_what_to_do_what_it_holds_back_and_what_helps(app: App) -> None:
    words = opened(app, s_capaciteit=1).words

    assert "1 factor is zwak: ‘Genoeg mensen, kennis en geld’." in words
    assert "Begin bij ‘Genoeg mensen, kennis en geld’, want andere factoren kunnen niet zonder." in words
    assert "Zolang dit zwak is, lukt dit ook niet goed: ‘Passende ICT’ en ‘Afdeling en IT samen’." in words
    assert "Wat ook helpt: Borging bij vaste rollen en Slimme inzet van hulpmiddelen." in words


def test_factor_that_cannot_be_met_names_the_one_that_blocks_it(app: App) -> None:
    words = opened(app, s_capaciteit=1, s_betrokken=2).words

    assert "Dit lukt niet zonder ‘Genoeg mensen, kennis en geld’ (1 van 5, heel zwak)." in words


def test_table_tells_what_each_factor_cannot_do_without(app: App) -> None:
    words = opened(app).words

    assert "Kan niet zonder ‘Wettelijke basis’ en ‘Passende ICT’." in words
    assert words.count("Kan niet zonder") == sum(bool(factor.depends_on) for factor in FACTORS.values())


def test_good_score_on_a_weak_one_is_asked_about(app: App) -> None:
    screen = opened(app, s_capaciteit=1)

    assert "Past dit bij elkaar?" in [text for _level, text in screen.headings]
    assert "‘Afdeling en IT samen’ is ingevuld als goed, maar" in screen.words
    assert "Past dit bij elkaar?" not in opened(app).words


def test_dont_know_is_open_with_who_finds_out(app: App) -> None:
    words = opened(app, o_bestuur=UNKNOWN).words

    assert "Besluit van het bestuur. Nu: Weet ik niet. Dit zoekt uit: Proceseigenaar." in words
    assert "1 factor is nog open." in words


@pytest.mark.parametrize(
    "domain, said",
    [
        ("sociaal", "Dit gaat over het sociaal domein."),
        ("fysiek", "Dit gaat over het fysiek domein."),
        (None, "Wat het zwaarst weegt, verschilt per domein."),
    ],
)
def test_page_says_for_which_domain_it_weighs(app: App, domain: str | None, said: str) -> None:
    words = opened(app, s_domein=domain).words

    assert said in words
    assert ("Weegt zwaarder in het" in words) == (domain is not None)


def test_all_good_promises_nothing_and_hides_nothing(app: App) -> None:
    words = opened(app, g_kwaliteit=4, s_capaciteit=4, s_vertrouwen=4, o_ethiek=4).words

    assert "Geen enkele factor is zwak of matig." in words
    assert "Wat houdt het tegen" not in words
    for help_ in FRAMEWORK.success_helps.values():
        assert help_.name in words


def test_what_was_worked_out_by_us_says_so(app: App) -> None:
    words = opened(app, s_ict=1).words

    assert "Bron: Weegschaal (eigen uitwerking)" in words
    assert "Laat dit nagaan: Past dit bij aanbeveling 1 en 2 van de scriptie?" in words


def test_without_answers_the_quick_scan_comes_first(app: App) -> None:
    screen = app.whole(app.new(), links.SUCCESS)

    assert "Dit volgt na de snelle check." in screen.words
    assert pictures(screen) == []


@pytest.mark.parametrize("case, level", [("c14", "korte vastlegging"), ("c30", "geen algoritme")])
def test_where_it_is_not_asked_the_page_says_why(app: App, case: str, level: str) -> None:
    screen = opened(app, case)

    assert f"De uitkomst van de snelle check is: {level}." in screen.words
    assert pictures(screen) == []


def test_full_weighing_without_any_answer_about_success_shows_all_as_open(app: App) -> None:
    screen = opened(app, **{factor.question: None for factor in FACTORS.values()})

    assert "Over geen van de factoren is al iets bekend." in screen.words
    assert "van 5" not in screen.words


def test_finished_assessment_shows_the_same(app: App) -> None:
    assessment = app.case(CASES["c01"])
    before = app.whole(assessment, links.SUCCESS).words
    finishing.finish(app.store, app.user, assessment, here.today())

    assert app.whole(assessment, links.SUCCESS).words == before


def test_outcome_names_the_weakest_links_and_leads_to_the_page(app: App) -> None:
    assessment = app.case(CASES["c01"])
    screen = app.outcome(assessment)

    assert "Zwakste schakel: ‘Goede gegevens’ (3 van 5, matig)." in screen.words
    assert f"{links.SUCCESS}?id={assessment}" in screen.html


def test_outcome_is_silent_where_nothing_is_asked(app: App) -> None:
    for assessment in (app.new(), app.case(CASES["c14"])):
        assert "Lukt het in de praktijk?" not in app.outcome(assessment).words


@pytest.mark.parametrize("factor", FACTORS)
def test_question_of_a_factor_says_what_to_look_at(app: App, factor: str) -> None:
    question = FRAMEWORK.questions[FACTORS[factor].question]
    words = app.step(app.case(CASES["c01"]), question.step).words

    assert "Waar let je op?" in words
    for indicator in FACTORS[factor].indicators:
        assert indicator in words


@pytest.mark.parametrize("question", [q.id for q in FRAMEWORK.questions_of("succes")])
def test_dont_know_can_be_chosen_at_every_question_about_success(app: App, question: str) -> None:
    assessment = app.case(CASES["c01"])
    screen = app.step(assessment, "succes")
    screen.widget(question).set_value(UNKNOWN)
    screen.run()

    assert app.current(assessment)[question].value == UNKNOWN
