"""The self-scan: year by year, with what changed and what the next level asks."""

from datetime import UTC, datetime

import pytest

from assessment.portfolio.scan import History, Scan, steps, subjects
from services import self_scan
from services.errors import StepIncomplete
from tests.portfolio.making import FRAMEWORK

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
POLICY = "dimensie:beleid"


def scan(year, level="los"):
    """Make a self-scan that judges one subject."""
    return Scan(year, "2026.1", {POLICY: level} if level else {}, "lokaal", AT)


def step(now, before=None):
    """Tell where the judged subject stands."""
    return next(each for each in steps(FRAMEWORK, now, before) if each.key == POLICY)


def test_six_dimensions_and_five_building_blocks_are_judged_at_five_levels():
    keys = list(subjects(FRAMEWORK))

    assert [key.partition(":")[0] for key in keys] == ["dimensie"] * 6 + ["bouwsteen"] * 5
    assert len(FRAMEWORK.maturity_levels) == 5


def test_last_scan_of_a_year_counts_and_the_newest_year_comes_first():
    history = History((scan(2025), scan(2026), scan(2025, "begonnen")))

    assert list(history.by_year) == [2026, 2025]
    assert history.by_year[2025].levels == {POLICY: "begonnen"}
    assert history.latest == history.by_year[2026]
    assert history.before(2026) == history.by_year[2025]
    assert history.before(2025) is None


@pytest.mark.parametrize(
    "now, before, change",
    [("vastgelegd", "los", 2), ("los", "gestuurd", -3), ("los", "los", 0), ("los", None, None)],
)
def test_change_is_counted_in_levels_and_only_where_both_were_judged(now, before, change):
    assert step(scan(2026, now), scan(2025, before)).change == change


def test_next_level_says_what_it_asks_and_the_highest_asks_nothing():
    levels = subjects(FRAMEWORK)[POLICY].levels

    assert step(scan(2026, "los")).asks == levels["begonnen"]
    assert step(scan(2026, None)).asks == levels["los"]
    assert step(scan(2026, "lerend")).asks == ""


def test_self_scan_is_kept_with_who_and_when_and_an_earlier_one_stays(store, user):
    first = self_scan.fill(store, user, 2026, {POLICY: "los"}, notes={POLICY: " Nota van mei "})
    second = self_scan.fill(store, user, 2026, {POLICY: "begonnen"})

    history = self_scan.history(store, user)
    assert history.scans == (first, second)
    assert (first.notes, first.author, history.latest) == ({POLICY: "Nota van mei"}, user.name, second)


@pytest.mark.parametrize(
    "year, levels, notes, field",
    [
        (2027, {POLICY: "los"}, {}, "year"),
        (2019, {POLICY: "los"}, {}, "year"),
        (2026, {}, {}, "levels"),
        (2026, {POLICY: "hoog", "dimensie:onzin": "los"}, {}, "levels"),
        (2026, {POLICY: "los"}, {POLICY: "a" * 2001}, POLICY),
    ],
    ids=["a year to come", "long ago", "nothing judged", "unknown level", "long note"],
)
def test_self_scan_that_cannot_be_kept_is_refused_with_its_field(
    sqlite_store, user, year, levels, notes, field
):
    with pytest.raises(StepIncomplete) as refused:
        self_scan.fill(sqlite_store, user, year, levels, notes=notes)

    assert list(refused.value.faults) == [field]
    assert self_scan.history(sqlite_store, user).scans == ()
