"""The norms, measured: what the data shows, and nothing where it shows nothing."""

from dataclasses import replace

import pytest

from assessment.answers import UNKNOWN
from assessment.portfolio.measuring import Grade, measure, norms_today
from assessment.portfolio.parts import Measure
from assessment.portfolio.wording import counted_text
from assessment.register.fields import register_fields
from assessment.road import State
from tests.portfolio.making import FRAMEWORK, asked, entry, portfolio, weighed

NORMS = {norm.id: norm for norm in FRAMEWORK.norms}


def found(norm, made):
    """Hold a portfolio against one norm."""
    return next(today for today in norms_today(made) if today.norm.id == norm)


def counts(norm, made):
    """Give for how many algorithms a norm holds, and for how many it does not."""
    measured = found(norm, made).found
    return len(measured.met), len(measured.short)


def test_there_are_eleven_norms_and_each_says_how_it_is_measured_or_why_not():
    assert len(NORMS) == 11
    assert [norm.id for norm in NORMS.values() if norm.measure is None] == ["uitgangspunten"]
    assert found("uitgangspunten", portfolio()).grade is Grade.UNMEASURABLE


def test_without_any_algorithm_no_norm_is_called_in_order():
    grades = {today.grade for today in norms_today(portfolio())}

    assert grades == {Grade.NO_DATA, Grade.UNMEASURABLE}


def test_measured_fields_are_fields_of_the_register():
    measures = [norm.measure for norm in FRAMEWORK.norms if norm.measure]
    measures += [measure for block in FRAMEWORK.building_blocks for measure in block.measures]

    assert {name for each in measures for name in each.fields} <= register_fields().keys()


def test_overview_asks_for_every_field_and_unknown_is_not_known():
    full = {"domein": "sociaal", "status": "in_gebruik", "doel": "Parkeren", "werking": "informerend"}
    entries = [entry(1, **full), entry(2, **full | {"werking": "onbekend"}), entry(3, **full | {"doel": ""})]

    assert counts("overzicht", portfolio(entries, [weighed(9)])) == (1, 3)


def test_only_what_is_in_use_has_to_be_weighed():
    entries = [
        entry(1, status="in_gebruik"),
        entry(2, status="buiten_gebruik"),
        entry(3, status="in_gebruik"),
    ]

    assert counts("gewogen", portfolio(entries, [weighed(1)], {1: 1})) == (1, 1)


@pytest.mark.parametrize(
    "own, facts, expected",
    [("laag", "beperkt", (0, 1)), ("beperkt", "beperkt", (1, 0)), ("laag", "", (0, 0)), ("", "hoog", (0, 0))],
    ids=["too low", "as the facts", "nobody looked", "no rating"],
)
def test_rating_is_too_low_when_the_facts_show_more(own, facts, expected):
    one = replace(entry(1, eigen_risico=own), look_at_least=facts)

    assert counts("niet_te_laag", portfolio([one])) == expected


@pytest.mark.parametrize(
    "answers, expected",
    [
        ({"w_tussenkomst": "altijd"}, (1, 0)),
        ({"w_tussenkomst": "geen"}, (0, 1)),
        ({"w_tussenkomst": UNKNOWN}, (0, 1)),
    ],
    ids=["always", "never", "nobody knows"],
)
def test_answer_has_to_be_one_that_suffices(answers, expected):
    assert counts("mens", portfolio([], [weighed(1, answers=answers)])) == expected


def test_question_that_was_asked_and_left_open_is_not_in_order():
    asked_of_all = {"qs_algoritme": "ja", "qs_invloed": "direct", "qs_gebied": ("essentiele_dienst",)}

    assert counts("mens", portfolio([], [weighed(1, answers=asked_of_all)])) == (0, 1)


def test_question_that_never_came_up_says_nothing():
    light = {"qs_algoritme": "ja", "qs_invloed": "geen", "qs_gebied": ("geen",)}
    no_supplier = Measure(by="answer", counts="", question="o_leverancier", sufficient=("ja",))

    found = measure(portfolio([], [weighed(1, answers={**light, "t_maker": "zelf"})]), no_supplier)

    assert found.whole == 0


def test_norm_of_a_tier_leaves_the_other_tiers_out():
    made = portfolio([], [weighed(1, "beperkt", answers={"o_bestuur": "niemand"})])

    assert counts("bestuurlijk", made) == (0, 0)


def test_instruments_are_in_order_when_all_that_is_owed_was_done():
    done = asked("dpia", done_on=FRAMEWORK.adopted)
    made = portfolio(
        [],
        [
            weighed(1, instruments=(done, asked("iama", "aanbevolen"))),
            weighed(2, instruments=(done, asked("iama"))),
            weighed(3, instruments=()),
        ],
    )

    assert counts("toetsen", made) == (1, 1)
    assert counts("raad", made) == (0, 0)


def test_weighing_in_time_is_about_what_is_in_use():
    made = portfolio([], [weighed(1, state=State.IN_USE), weighed(2, state=State.REWEIGH), weighed(3)])

    assert counts("blijven_kijken", made) == (1, 1)


@pytest.mark.parametrize(
    "full, empty, grade",
    [(19, 1, Grade.GOOD), (18, 2, Grade.FAIR), (11, 9, Grade.POOR)],
)
def test_grade_follows_the_limits_of_the_norm(full, empty, grade):
    values = {"status": "in_gebruik", "proceseigenaar": "Hoofd parkeren"}
    entries = [entry(number, **values) for number in range(full)]
    entries += [entry(100 + number, status="in_gebruik") for number in range(empty)]

    assert found("eigenaar", portfolio(entries)).grade is grade


def test_words_of_a_norm_give_the_counts_and_never_a_verdict_without_data():
    entries = [entry(1, status="in_gebruik", proceseigenaar="Hoofd"), entry(2, status="in_gebruik")]

    assert counted_text(found("eigenaar", portfolio(entries))).startswith("Bij 1 van de 2 algoritmes")
    assert "nog van geen enkel algoritme" in counted_text(found("raad", portfolio()))
    assert counted_text(found("uitgangspunten", portfolio())) == NORMS["uitgangspunten"].unmeasurable
