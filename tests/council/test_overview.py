"""The overview for the council as data: what it counts, and that it reads back as it was."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.council.changes import Changes
from assessment.council.overview import (
    NoOverview,
    Overview,
    PublicAlgorithm,
    Ruling,
    as_data,
    from_data,
)
from assessment.decisions import Body, Verdict
from assessment.review.advice import AdviceKind

DAY = date(2026, 11, 23)
WORDS = st.text(max_size=30)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
RULINGS = st.builds(
    Ruling,
    verdict=st.sampled_from(Verdict),
    on=DAYS,
    body=st.sampled_from(Body),
    number=WORDS,
    why=WORDS,
    conditions=st.lists(WORDS, max_size=3).map(tuple),
    advice=st.none() | st.sampled_from(AdviceKind),
    dissent=WORDS,
)
ALGORITHMS = st.builds(
    PublicAlgorithm,
    key=st.uuids().map(str),
    name=WORDS,
    domain=st.sampled_from(("", "Fysiek", "Sociaal")),
    status=st.sampled_from(("", "in_gebruik", "buiten_gebruik")),
    working=st.sampled_from(("", "beslissend", "adviserend")),
    own_rating=st.sampled_from(("", "laag", "hoog")),
    tier=st.sampled_from(("", "laag", "beperkt", "hoog", "verboden")),
    reasons=st.lists(WORDS, max_size=2).map(tuple),
    ruling=st.none() | RULINGS,
    partial=st.booleans(),
)
OVERVIEWS = st.builds(
    Overview,
    municipality=WORDS,
    on=DAYS,
    algorithms=st.lists(ALGORITHMS, max_size=6, unique_by=lambda each: each.key).map(tuple),
    set_aside=st.lists(ALGORITHMS, max_size=2, unique_by=lambda each: each.key).map(tuple),
)


def overview(*algorithms: PublicAlgorithm) -> Overview:
    """Give an overview of these."""
    return Overview("Gemeente", DAY, algorithms)


@given(OVERVIEWS)
def test_an_overview_reads_back_as_it_was_written(written: Overview) -> None:
    assert from_data(json.loads(json.dumps(as_data(written)))) == written


def test_an_overview_of_before_anything_could_be_set_aside_is_still_read() -> None:
    written = overview(PublicAlgorithm("1", "Signalen"))
    data = as_data(written)
    del data["set_aside"]

    assert from_data(data) == written


@pytest.mark.parametrize(
    "data", [{}, {"format": 2, "municipality": "", "on": "2026-01-01", "algorithms": []}, {"format": 1}]
)
def test_what_is_no_overview_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(NoOverview):
        from_data(data)


def test_a_field_that_is_not_public_is_refused_in_an_overview() -> None:
    data = as_data(overview(PublicAlgorithm("1", "Signalen")))
    data["algorithms"][0]["proceseigenaar"] = "somebody"

    with pytest.raises(NoOverview):
        from_data(data)


def test_what_was_weighed_counts_above_what_the_municipality_says_itself() -> None:
    low_after_all = PublicAlgorithm("1", "A", own_rating="hoog", tier="laag")
    rated_high = PublicAlgorithm("2", "B", own_rating="hoog")
    weighed_high = PublicAlgorithm("3", "C", own_rating="laag", tier="hoog")
    forbidden = PublicAlgorithm("4", "D", tier="verboden")
    gone = PublicAlgorithm("5", "E", tier="hoog", status="buiten_gebruik")

    found = overview(low_after_all, rated_high, weighed_high, forbidden, gone).risky

    assert found == (forbidden, weighed_high, rated_high)


def test_what_an_open_question_can_make_high_is_told_apart_from_what_is_high() -> None:
    unsure = PublicAlgorithm("1", "A", tier="laag", may_be="verboden")
    high = PublicAlgorithm("2", "B", tier="hoog", may_be="verboden")
    gone = PublicAlgorithm("3", "C", tier="laag", may_be="hoog", status="buiten_gebruik")

    found = overview(unsure, high, gone)

    assert (found.risky, found.unsure) == ((high,), (unsure,))


def test_what_is_out_of_use_does_not_decide_any_more() -> None:
    decides = PublicAlgorithm("1", "A", working="beslissend", status="in_gebruik")
    gone = PublicAlgorithm("2", "B", working="beslissend", status="buiten_gebruik")

    assert overview(decides, gone).deciding == (decides,)


def test_a_doubt_about_the_own_rating_ends_when_somebody_weighs_it() -> None:
    doubted = PublicAlgorithm("1", "A", own_rating="laag", signal="waarschijnlijk_hoger")
    weighed = PublicAlgorithm("2", "B", own_rating="laag", signal="waarschijnlijk_hoger", tier="hoog")

    assert overview(doubted, weighed).doubted == (doubted,)


@given(OVERVIEWS)
def test_every_algorithm_stands_in_exactly_one_domain(found: Overview) -> None:
    told = [each for group in found.by_domain.values() for each in group]

    assert sorted(told, key=lambda each: each.key) == sorted(found.algorithms, key=lambda each: each.key)


@given(OVERVIEWS)
def test_nothing_changed_since_the_same_overview(found: Overview) -> None:
    assert Changes(found, found).is_empty


@given(OVERVIEWS, OVERVIEWS)
def test_what_is_new_one_way_is_gone_the_other_way(one: Overview, other: Overview) -> None:
    assert Changes(one, other).new == Changes(other, one).gone


def test_a_change_of_wording_only_is_no_change() -> None:
    old = PublicAlgorithm("1", "A", purpose="Meldingen", short="kort")
    new = PublicAlgorithm("1", "A", purpose="Meldingen verdelen", short="korter")

    assert Changes(overview(old), overview(new)).is_empty


def test_the_weightiest_change_of_an_algorithm_comes_first() -> None:
    old = PublicAlgorithm("1", "A", status="in_ontwikkeling")
    new = PublicAlgorithm("1", "B", status="in_gebruik", tier="hoog")

    (changed,) = Changes(overview(old), overview(new)).changed

    assert changed.fields == ("tier", "status", "name")
