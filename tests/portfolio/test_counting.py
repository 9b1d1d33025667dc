"""Counting a portfolio: every algorithm once, and nothing is said that the data does not show."""

from datetime import date
from decimal import Decimal

import pytest

from assessment.decisions import Body, Decision, Verdict
from assessment.portfolio import counting
from assessment.portfolio.algorithm import Basis
from assessment.portfolio.selecting import select
from assessment.portfolio.wording import brief, nothing_text
from assessment.road import State
from tests.portfolio.making import ON, asked, entry, portfolio, weighed

LATER = date(2027, 12, 2)


def test_entry_and_its_assessments_are_one_algorithm():
    found = portfolio([entry(1, domein="sociaal"), entry(2)], [weighed(1), weighed(2)], {1: 1, 2: 1})

    assert [(each.name, len(each.assessments)) for each in found.algorithms] == [
        ("Algoritme 1", 2),
        ("Algoritme 2", 0),
    ]


def test_assessment_without_an_entry_is_an_algorithm_of_its_own():
    (found,) = portfolio([], [weighed(1, "laag")]).algorithms

    assert (found.name, found.tier, found.domain) == ("Afweging 1", "laag", "")


def test_assessment_that_found_no_algorithm_is_not_counted():
    assert portfolio([], [weighed(1, "nvt")]).algorithms == ()


def test_what_an_assessment_found_to_be_no_algorithm_is_told_apart():
    found = portfolio([entry(1), entry(2)], [weighed(1, "nvt")], {1: 1})

    assert [each.name for each in found.left_out] == ["Algoritme 1"]
    assert [each.name for each in found.within("").left_out] == ["Algoritme 1"]
    assert "1 toepassing telt niet mee" in " ".join(told.text for told in brief(found))


def test_that_there_is_nothing_to_do_is_said_only_of_what_was_weighed():
    text, both = "Er ontbreekt niets.", [entry(1), entry(2)]

    assert nothing_text(portfolio(both), text) == "Dat weten we pas als er een algoritme gewogen is."
    assert nothing_text(portfolio(both, [weighed(1)], {1: 1}), text) == (
        "Er ontbreekt niets. 1 algoritme is nog niet gewogen: daarvan weten we dit niet."
    )
    assert nothing_text(portfolio(both[:1], [weighed(1)], {1: 1}), text) == text


@pytest.mark.parametrize(
    "values, assessments, expected",
    [
        ({"eigen_risico": "laag"}, [weighed(1, "hoog")], ("hoog", Basis.WEIGHED)),
        ({"eigen_risico": "laag"}, [], ("laag", Basis.OWN)),
        ({"eigen_risico": "onbekend"}, [], ("onbekend", Basis.NONE)),
        ({}, [], ("onbekend", Basis.NONE)),
        (
            {"eigen_risico": "laag"},
            [weighed(1, "laag", recorded=False, at_most="hoog")],
            ("laag", Basis.OWN),
        ),
        ({}, [weighed(1, "laag", recorded=False, at_most="hoog", by_hand="hoog")], ("hoog", Basis.WEIGHED)),
    ],
    ids=["assessment first", "else the own rating", "unknown", "empty", "still moving", "by hand"],
)
def test_tier_comes_from_an_assessment_that_has_one_and_else_from_the_register(values, assessments, expected):
    (found,) = portfolio([entry(1, **values)], assessments, {1: 1}).algorithms

    assert (found.tier, found.basis) == expected


def test_what_is_open_in_a_finished_round_counts_at_its_most_severe():
    (found,) = portfolio([], [weighed(1, "laag", at_most="hoog")]).algorithms

    assert found.tier == "hoog"


def test_older_assessment_with_a_tier_speaks_while_the_newest_has_none():
    newest = weighed(2, "laag", recorded=False, at_most="hoog")
    (found,) = portfolio([entry(1)], [newest, weighed(1, "beperkt")], {1: 1, 2: 1}).algorithms

    assert found.tier == "beperkt"


@pytest.mark.parametrize("state", [State.DECIDED, State.ON_WATCH, State.IN_USE, State.REWEIGH])
def test_what_was_decided_stands_until_another_assessment_is_decided_on(state):
    decided, begun = weighed(1, "hoog", state=state), weighed(2, "nvt")
    (found,) = portfolio([entry(1)], [begun, decided], {1: 1, 2: 1}).algorithms
    (later,) = portfolio(
        [entry(1)], [weighed(2, "laag", state=State.DECIDED), decided], {1: 1, 2: 1}
    ).algorithms

    assert found.tier == "hoog"
    assert later.tier == "laag"


def test_algorithm_is_there_until_a_finished_round_says_that_there_is_none():
    begun = weighed(1, "nvt", recorded=False)

    (found,) = portfolio([entry(1, eigen_risico="hoog")], [begun], {1: 1}).algorithms
    assert found.tier == "hoog"
    assert portfolio([entry(1)], [weighed(1, "nvt")], {1: 1}).algorithms == ()


def test_domains_and_tiers_add_up_to_all_algorithms():
    entries = [entry(1, domein="sociaal", eigen_risico="laag"), entry(2, domein="sociaal"), entry(3)]
    found = portfolio(entries, [weighed(1)], {1: 1})

    assert counting.by_domain_and_tier(found) == {
        ("sociaal", "hoog"): 1,
        ("sociaal", "onbekend"): 1,
        ("", "onbekend"): 1,
    }
    assert found.domains == ("sociaal", "")


@pytest.mark.parametrize(
    "state, expected",
    [(State.ON_WATCH, "in_gebruik"), (State.ENDED, "buiten_gebruik"), (State.CONCEPT, "in_ontwikkeling")],
)
def test_status_follows_the_road_before_the_register(state, expected):
    (found,) = portfolio([entry(1, status="in_ontwikkeling")], [weighed(1, state=state)], {1: 1}).algorithms

    assert found.status == expected


def test_what_was_done_is_not_missing_and_advice_never_is():
    lines = (asked("dpia"), asked("iama", done_on=ON), asked("exitplan", "aanbevolen"))
    found = portfolio([], [weighed(1, instruments=lines), weighed(2, instruments=lines[:1])])

    assert [(gap.instrument.id, len(gap.algorithms)) for gap in counting.gaps(found)] == [("dpia", 2)]


def test_work_adds_up_the_days_of_what_is_missing_per_role():
    found = portfolio(
        [], [weighed(1, instruments=(asked("dpia"),)), weighed(2, instruments=(asked("dpia"),))]
    )

    assert counting.work_by_role(found) == {"proceseigenaar": (Decimal(10), Decimal(30))}


@pytest.mark.parametrize(
    "changes",
    [
        {"state": State.ENDED},
        {"state": State.DECIDED, "decision": Decision(Verdict.STOP, ON, Body.COLLEGE, "1")},
    ],
    ids=["ended", "decided against"],
)
def test_nothing_has_to_be_done_for_what_is_gone(changes):
    lines = (asked("dpia"), asked("iama", "aanbevolen", starts=LATER, later="verplicht"))
    found = portfolio([], [weighed(1, instruments=lines, **changes)])

    assert (counting.gaps(found), counting.duties(found), counting.overdue(found)) == ((), (), ())


def test_duties_come_in_the_order_of_their_days_and_those_before_a_day_apart():
    early = asked("iama", "aanbevolen", starts=date(2026, 12, 2), later="verplicht")
    late = asked("dpia", "beleid", starts=LATER, later="verplicht")
    found = portfolio([], [weighed(1, instruments=(late, early))])

    assert [duty.starts for duty in counting.duties(found)] == [date(2026, 12, 2), LATER]
    assert [duty.instrument.id for duty in counting.duties(found, before=LATER)] == ["iama"]
    assert "Vóór 2 december 2026 moet er nog 1 toets of plicht klaar zijn" in brief(found)[-1].text


@pytest.mark.parametrize(
    "changes, is_overdue",
    [
        ({"state": State.IN_USE, "due": ON}, True),
        ({"state": State.IN_USE, "due": date(2026, 11, 23)}, False),
        ({"state": State.ON_WATCH, "new_framework": True}, True),
        ({"state": State.REWEIGH}, True),
        ({"state": State.DECIDED, "new_framework": True}, False),
    ],
    ids=["term over", "tomorrow", "new framework", "called for", "not in use"],
)
def test_what_is_in_use_is_weighed_again_when_its_term_is_over_or_something_changed(changes, is_overdue):
    found = portfolio([], [weighed(1, **changes)])

    assert bool(counting.overdue(found)) == is_overdue
    assert bool(select(found, {"opnieuw": "ja"})) == is_overdue


def test_list_behind_each_sentence_holds_as_many_as_the_sentence_counts():
    entries = [entry(1, eigen_risico="laag"), entry(2), entry(3, eigen_risico="hoog")]
    lines = (asked("dpia"), asked("iama", "aanbevolen", starts=LATER, later="verplicht"))
    found = portfolio(entries, [weighed(1, instruments=lines, state=State.REWEIGH)], {1: 1})

    assert [len(select(found, told.wanted)) for told in brief(found)] == [1, 2, 2, 1, 1, 1]
    assert [told.wanted for told in brief(portfolio())] == [None] * 4


def test_what_nobody_weighed_is_never_told_as_nothing_to_do():
    told = " ".join(each.text for each in brief(portfolio([entry(1, eigen_risico="laag")])))

    assert "weten we pas als er een algoritme gewogen is" in told
    assert "ontbreken" not in told
    assert "opnieuw gewogen" not in told


def test_part_of_a_domain_holds_its_algorithms_and_their_assessments_only():
    entries = [entry(1, domein="sociaal"), entry(2, domein="fysiek")]
    part = portfolio(entries, [weighed(1), weighed(2), weighed(3)], {1: 1, 2: 2}).within("sociaal")

    assert [each.name for each in part.algorithms] == ["Algoritme 1"]
    assert [line.title for line in part.assessments] == ["Afweging 1"]


@pytest.mark.parametrize(
    "wanted, names",
    [
        ({"domein": "sociaal"}, ["Algoritme 1", "Algoritme 2"]),
        ({"domein": "-"}, ["Algoritme 3"]),
        ({"trede": "hoog"}, ["Algoritme 1"]),
        ({"domein": "sociaal", "trede": "laag"}, ["Algoritme 2"]),
        ({"status": "in_gebruik"}, ["Algoritme 2"]),
        ({"mist": "dpia"}, ["Algoritme 1"]),
        ({"mist": "alles"}, ["Algoritme 1"]),
        ({"mist": "iama"}, []),
        ({"rol": "proceseigenaar"}, ["Algoritme 1"]),
        ({"plicht": "iama", "vanaf": "2027-12-02"}, ["Algoritme 1"]),
        ({"plicht": "iama", "vanaf": "2028-08-02"}, []),
        ({"norm": "eigenaar"}, ["Algoritme 2"]),
        ({"norm": "bestaat-niet"}, []),
        ({"onzin": "x"}, ["Algoritme 1", "Algoritme 2", "Algoritme 3"]),
    ],
    ids=lambda value: " ".join(value.values()) if isinstance(value, dict) else "",
)
def test_list_behind_a_figure_holds_what_the_figure_counted(wanted, names):
    entries = [
        entry(1, domein="sociaal"),
        entry(2, domein="sociaal", eigen_risico="laag", status="in_gebruik"),
        entry(3),
    ]
    lines = (asked("dpia"), asked("iama", "aanbevolen", starts=LATER, later="verplicht"))
    found = portfolio(entries, [weighed(1, instruments=lines)], {1: 1})

    assert [each.name for each in select(found, wanted)] == names
