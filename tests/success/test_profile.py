"""Where the factors stand, worked out by hand: scores, weakest links, and what holds what back.

Assumption in all of these: the answers of the worked case c01 (early signs of debt), with the changes named.
By hand, c01 gives: ICT 4, data 4, quality 3 | capacity 3, together 4, willing 4 | law "wet" 5, residents 3,
government "college" 5, values 3.
"""

import pytest

from assessment.answers import UNKNOWN
from assessment.success.parts import WEAK
from assessment.success.profile import Profile, profile
from tests.assessment.real import FRAMEWORK, answers_of, weigh

OF_A_CASE = {
    "ict_infrastructuur": 4,
    "beschikbaarheid_data": 4,
    "gereedheid_data": 3,
    "capaciteit": 3,
    "betrokkenheid": 4,
    "bereidheid": 4,
    "wet_en_regelgeving": 5,
    "legitimiteit_burgers": 3,
    "legitimiteit_overheid": 5,
    "ethiek": 3,
}


def made(case: str = "c01", **changes: object) -> Profile:
    """Read the factors of a worked case with some answers changed (None takes one away)."""
    return profile(weigh(answers_of(case, **changes)))


def scores(found: Profile) -> dict[str, int | None]:
    """Give the score of each factor."""
    return {name: reading.score for name, reading in found.readings.items()}


def names(links: object) -> list[str]:
    """Give the factors of links or readings."""
    return [getattr(each, "reading", each).factor.id for each in links]


def test_ten_factors_stand_in_three_themes() -> None:
    sizes = {theme.theme.id: len(theme.readings) for theme in made().themes}

    assert sizes == {"datalandschap": 3, "organisatorisch": 3, "doel_en_wetmatig": 4}


def test_a_worked_case_scores_as_worked_out_by_hand() -> None:
    assert scores(made()) == OF_A_CASE


@pytest.mark.parametrize(
    "question, answer, factor, score",
    [
        ("g_grondslag", "wet", "wet_en_regelgeving", 5),
        ("g_grondslag", "toestemming", "wet_en_regelgeving", 3),
        ("g_grondslag", "geen", "wet_en_regelgeving", 1),
        ("o_bestuur", "raad", "legitimiteit_overheid", 5),
        ("o_bestuur", "college", "legitimiteit_overheid", 5),
        ("o_bestuur", "management", "legitimiteit_overheid", 3),
        ("o_bestuur", "leverancier", "legitimiteit_overheid", 2),
        ("o_bestuur", "niemand", "legitimiteit_overheid", 1),
    ],
)
def test_an_option_has_the_score_of_the_field(question: str, answer: str, factor: str, score: int) -> None:
    assert scores(made(**{question: answer}))[factor] == score


def test_without_personal_data_the_law_stands_in_nobodys_way() -> None:
    reading = made(qs_persoonsgegevens="nee").readings["wet_en_regelgeving"]

    assert (reading.state, reading.score) == ("scored", 5)
    assert reading.because


def test_without_personal_data_nothing_is_known_on_the_light_path() -> None:
    """A reading that is not asked must not show as very good just because there are no personal data."""
    found = made("c14")

    assert weigh(answers_of("c14")).answers["qs_persoonsgegevens"] == "nee"
    assert not found.is_asked
    assert {reading.state for reading in found.readings.values()} == {"not_asked"}


@pytest.mark.parametrize("factor", FRAMEWORK.success_factors)
def test_dont_know_is_open_and_never_low_or_high(factor: str) -> None:
    question = FRAMEWORK.success_factors[factor].question
    found = made(**{question: UNKNOWN})
    reading = found.readings[factor]

    assert (reading.state, reading.score) == ("unknown", None)
    assert reading in found.open
    assert factor not in names(found.links)
    assert reading not in next(t for t in found.themes if t.theme.id == reading.factor.theme).scored


def test_a_question_nobody_answered_is_open_and_not_dont_know() -> None:
    assert made(s_ict=None).readings["ict_infrastructuur"].state == "unanswered"


def test_unknown_whether_there_are_personal_data_leaves_the_law_open() -> None:
    assert made(qs_persoonsgegevens=UNKNOWN, g_grondslag=None).readings["wet_en_regelgeving"].is_open


def test_weakest_link_of_a_theme_is_its_lowest_factor() -> None:
    found = {theme.theme.id: names(theme.weakest) for theme in made().themes}

    assert found == {
        "datalandschap": ["gereedheid_data"],
        "organisatorisch": ["capaciteit"],
        "doel_en_wetmatig": ["legitimiteit_burgers", "ethiek"],
    }


def test_theme_in_which_all_is_good_has_no_weakest_link() -> None:
    data, *_others = made(g_kwaliteit=4).themes

    assert data.weakest == ()


def test_lowest_stands_first_and_of_equals_what_weighs_more_in_the_domain() -> None:
    """Capacity weighs more in the physical domain, the other three in the social domain."""
    others = ["gereedheid_data", "legitimiteit_burgers", "ethiek"]

    assert names(made(s_domein="sociaal").links) == [*others, "capaciteit"]
    assert names(made(s_domein="fysiek").links)[0] == "capaciteit"
    assert names(made(s_domein="sociaal", s_capaciteit=1).links)[0] == "capaciteit"


@pytest.mark.parametrize("domain, name", [("sociaal", "Sociaal domein"), ("fysiek", "Fysiek domein")])
def test_emphasis_is_that_of_the_domain(domain: str, name: str) -> None:
    found = made(s_domein=domain)

    assert found.domain
    assert found.domain.name == name
    assert {link.emphasis.domain for link in found.links if link.emphasis} == {domain}


@pytest.mark.parametrize("domain", ["anders", UNKNOWN, None])
def test_without_such_a_domain_there_is_no_emphasis(domain: str | None) -> None:
    found = made(s_domein=domain)

    assert found.domain is None
    assert [link.emphasis for link in found.links] == [None] * 4


def test_weak_factor_blocks_what_cannot_do_without_it() -> None:
    """Capacity 1: ICT (4) and working together (2) cannot do without; so only the latter is blocked."""
    found = made(s_capaciteit=1, s_betrokken=2)
    links = {link.reading.factor.id: link for link in found.links}

    assert links["betrokkenheid"].is_blocked
    assert not links["capaciteit"].is_blocked
    assert [factor.id for factor in links["capaciteit"].holds_back] == ["ict_infrastructuur", "betrokkenheid"]


def test_fair_factor_blocks_nothing() -> None:
    found = made(s_capaciteit=WEAK + 1, s_betrokken=2)

    assert not any(link.is_blocked for link in found.links)


def test_open_factor_may_stand_in_the_way_and_is_no_certain_obstacle() -> None:
    found = made(s_capaciteit=UNKNOWN, s_betrokken=2)
    (link,) = (link for link in found.links if link.reading.factor.id == "betrokkenheid")

    assert [(each.other.factor.id, each.sure) for each in link.obstacles] == [("capaciteit", False)]
    assert not link.is_blocked


def test_begin_with_what_nothing_else_stands_in_the_way_of() -> None:
    """Law 1 holds back data (2) and government (1); data hold back quality (1). The law comes first."""
    found = made(g_grondslag="geen", s_data=2, o_bestuur="niemand", g_kwaliteit=1)

    assert names(found.begin_with) == ["wet_en_regelgeving"]


def test_weak_factor_that_holds_nothing_back_is_no_place_to_begin() -> None:
    found = made(s_vertrouwen=1)

    assert names(found.links)[0] == "legitimiteit_burgers"
    assert found.begin_with == ()


def test_good_score_on_top_of_a_weak_one_is_doubtful() -> None:
    """Willing (4) cannot do without good data (2): one of both is probably not right."""
    found = made(g_kwaliteit=2)

    assert [(r.factor.id, o.other.factor.id) for r, o in found.doubtful] == [
        ("bereidheid", "gereedheid_data")
    ]


def test_what_helps_names_the_factors_it_helps() -> None:
    helping = {help_.id: [factor.id for factor in helped] for help_, helped in made().helping}

    assert helping["ethische_commissie"] == ["legitimiteit_burgers", "ethiek"]
    assert "leveranciersmanagement" not in helping


def test_nothing_answered_asks_for_no_factor() -> None:
    assert not profile(weigh({})).is_asked


def test_every_factor_has_indicators_help_and_an_emphasis_for_both_domains() -> None:
    for factor in FRAMEWORK.success_factors.values():
        assert len(factor.indicators) >= 3, factor.id
        assert set(factor.by_domain) == {"sociaal", "fysiek"}, factor.id
        assert factor.helps, factor.id


def test_own_work_is_not_passed_off_as_that_of_the_thesis_or_the_audit_office() -> None:
    for factor in FRAMEWORK.success_factors.values():
        assert factor.guide_source == "Weegschaal (eigen uitwerking)"
    building_blocks = [help_ for help_ in FRAMEWORK.success_helps.values() if "4.2.2" in help_.source]
    assert len(building_blocks) == 5
