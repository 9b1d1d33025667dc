"""A tier set by hand: what follows from it for the instruments, and that nothing becomes milder."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.cases import load_cases, read_answers
from assessment.evaluation import evaluate
from assessment.override import TIER, Override, set_by_hand, settle
from assessment.override_words import level_text
from assessment.snapshot import freeze
from services import frameworks

ON, AT = date(2026, 11, 22), datetime(2026, 11, 22, tzinfo=UTC)
FRAMEWORK = frameworks.current()
CASES = load_cases(frameworks.folder(FRAMEWORK.version))
LIGHT = evaluate(
    FRAMEWORK, next(read_answers(FRAMEWORK, case.answers) for case in CASES if case.id == "k00"), ON
)
TIERS = [level.id for level in LIGHT.tier.dimension.levels]


def by_hand(about, computed, level):
    return {about: Override(about, computed, level, "", "fg", AT)}


def raised(outcome, level):
    return settle(outcome, by_hand(TIER, outcome.tier.counted, level))


def ranks(settled):
    return {name: each.found.dimension.rank[each.level] for name, each in settled.items() if name != TIER}


def test_higher_tier_asks_for_what_the_rules_ask_at_that_tier():
    found = raised(LIGHT, "hoog")

    assert (found["iama"].computed, found["iama"].level) == ("niet", "aanbevolen")
    assert (found["collegebesluit"].computed, found["collegebesluit"].level) == ("niet", "beleid")
    # By way of the register category, which the tier brings about.
    assert (found["algoritmeregister"].computed, found["algoritmeregister"].level) == ("aanbevolen", "beleid")
    assert not found["dpia"].carried


@given(case=st.sampled_from(CASES), level=st.sampled_from(TIERS))
def test_no_tier_set_by_hand_makes_an_instrument_milder_or_changes_the_outcome(case, level):
    outcome = evaluate(FRAMEWORK, read_answers(FRAMEWORK, case.answers), ON)
    before, frozen = ranks(settle(outcome, {})), freeze(outcome)

    after = ranks(raised(outcome, level))

    assert all(after[name] >= before[name] for name in before)
    assert freeze(outcome) == frozen
    rank = outcome.tier.dimension.rank
    if rank[level] <= rank[outcome.tier.counted]:
        assert after == before


def test_what_follows_is_told_with_what_is_computed():
    tier = by_hand(TIER, "laag", "hoog")
    told = {each.about: level_text(each) for each in set_by_hand(LIGHT, tier)}

    assert told["iama"] == "Berekend: Niet nodig. Door de risicotrede die met de hand is gezet: Aanbevolen."
    assert next(iter(told)) == TIER


def test_instrument_set_aside_at_the_higher_tier_lapses_when_that_tier_goes():
    tier, aside = by_hand(TIER, "laag", "hoog"), by_hand("iama", "aanbevolen", "niet")
    assert settle(LIGHT, tier | aside)["iama"].level == "niet"

    without = settle(LIGHT, aside)["iama"]
    assert (without.level, without.stands) == ("niet", False)
    other = settle(LIGHT, tier | {"iama": replace(aside["iama"], computed="beleid")})["iama"]
    assert (other.level, other.lapsed) == ("aanbevolen", True)


@pytest.mark.parametrize("level", ["beleid", "verplicht"])
def test_instrument_set_higher_than_what_follows_counts(level):
    found = settle(LIGHT, by_hand(TIER, "laag", "hoog") | by_hand("iama", "aanbevolen", level))

    assert (found["iama"].level, found["iama"].computed) == (level, "niet")
