"""The portfolio out of the database: what was recorded reads as what would be judged."""

from datetime import date

import pytest
from sqlalchemy import event

from assessment.cases import load_cases, read_answers
from assessment.evaluation import evaluate
from assessment.portfolio.reading import SnapshotReader, instrument_lines, read_outcome
from assessment.road import State
from assessment.snapshot import freeze
from services import (
    assessments,
    audit,
    doing,
    finishing,
    frameworks,
    judged,
    overrides,
    portfolio,
    register,
    road,
)
from services.errors import StepIncomplete
from storage.verification import faults
from tests.portfolio.making import FRAMEWORK, ON
from tests.services.roads import CLERK, MAKER, OWNER, WHY, finished, new

CASES = load_cases(frameworks.folder(FRAMEWORK.version))
LATER = date(2028, 1, 1)


@pytest.mark.parametrize("case", CASES[::7], ids=lambda case: case.id)
def test_snapshot_reads_as_its_answers_would_be_judged(case):
    outcome = evaluate(FRAMEWORK, read_answers(FRAMEWORK, case.answers), ON)

    assert SnapshotReader(FRAMEWORK).read(freeze(outcome).content, ON) == read_outcome(outcome, {})


@pytest.mark.parametrize("case", CASES[::14], ids=lambda case: case.id)
def test_duty_that_started_since_the_snapshot_holds_now(case):
    answers = read_answers(FRAMEWORK, case.answers)
    then, now = (evaluate(FRAMEWORK, answers, on) for on in (ON, LATER))
    recorded = SnapshotReader(FRAMEWORK).read(freeze(then).content, ON)

    lines = instrument_lines(FRAMEWORK, recorded, {}, LATER)
    assert {line.instrument.id: line.level for line in lines if line.is_owed} == {
        name: found.counted
        for name, found in now.instruments.items()
        if found.counted in ("beleid", "verplicht")
    }


def line_of(store, user, assessment, on=ON):
    """Give the line of one assessment."""
    return next(line for line in portfolio.facts(store, user, on).assessments if line.id == assessment)


def test_unfinished_assessment_is_judged_by_its_answers_so_far(store, user):
    made = new(store)
    line = line_of(store, user, made)

    assert (line.recorded, line.finished, line.state) == (False, False, State.CONCEPT)
    assert line.tier == "hoog"
    assert line.said("qs_algoritme") == "ja"


def test_new_assessment_without_answers_has_no_tier_yet(sqlite_store, user, framework):
    made = assessments.create(sqlite_store, user, title="Leeg", framework=framework)

    assert line_of(sqlite_store, user, made.id).tier is None


def test_finished_assessment_counts_as_it_was_recorded_also_while_it_is_done_again(sqlite_store, user):
    made = finished(sqlite_store)
    finishing.reopen(sqlite_store, MAKER, made)
    line = line_of(sqlite_store, user, made)

    assert (line.recorded, line.finished, line.tier) == (True, False, "hoog")


def test_reading_again_gives_the_same_and_what_changed_since(sqlite_store, user):
    made = finished(sqlite_store)
    before = portfolio.facts(sqlite_store, user, ON)

    assert portfolio.facts(sqlite_store, user, ON) == before
    finishing.reopen(sqlite_store, MAKER, made)
    assert portfolio.facts(sqlite_store, user, ON) != before


def test_level_set_by_hand_counts_with_the_computed_one_beside_it(sqlite_store, user):
    made = finished(sqlite_store)
    overrides.set_level(sqlite_store, MAKER, made, "trede", "verboden", on=ON)
    line = line_of(sqlite_store, user, made)

    assert (line.tier, line.by_hand, line.counted) == ("verboden", "verboden", "hoog")


def test_road_gives_the_decision_its_reason_and_the_day_to_weigh_again(store, user):
    made = finished(store)
    road.move(store, MAKER, made, State.IN_REVIEW)
    decision = {"verdict": "go", "on": "2026-11-20", "body": "college", "number": "7"}
    road.move(store, CLERK, made, State.DECIDED, why=WHY, detail=decision)
    road.move(store, OWNER, made, State.ON_WATCH, detail={"on": "2026-11-21"})
    line = line_of(store, user, made)

    assert (line.state, line.in_use, line.used_since) == (State.ON_WATCH, True, date(2026, 11, 21))
    assert (line.decision.number, line.decision_why) == ("7", WHY)
    assert line.due == date(2027, 11, 21)
    assert line.is_overdue(date(2027, 11, 21))
    assert not line.is_overdue(date(2027, 11, 20))


def test_entry_of_the_register_stands_with_its_assessment(sqlite_store, user):
    entry = register.add(sqlite_store, user, {"naam": "Schuldhulp", "domein": "sociaal"})
    made = finished(sqlite_store)
    register.link(sqlite_store, user, entry.id, made)
    (algorithm,) = portfolio.facts(sqlite_store, user, ON).algorithms

    assert (algorithm.name, algorithm.domain, algorithm.tier) == ("Schuldhulp", "sociaal", "hoog")


def test_assessment_of_a_framework_that_is_gone_stays_in_view_without_a_tier(sqlite_store, user, monkeypatch):
    made = finished(sqlite_store)
    monkeypatch.setattr("services.judged.framework_of", lambda _version: None)
    line = line_of(sqlite_store, user, made)

    assert (line.title, line.tier, line.instruments) == (
        "Vroegsignalering van schulden (voorbeeld)",
        None,
        (),
    )


def test_number_of_queries_does_not_grow_with_the_number_of_assessments(sqlite_store, user, monkeypatch):
    monkeypatch.setattr("services.judged._KEPT", judged._Kept())
    for make in (finished, new):
        make(sqlite_store)
    few = queries(sqlite_store, user)
    monkeypatch.setattr("services.judged._KEPT", judged._Kept())
    for make in (finished, new) * 3:
        make(sqlite_store)

    assert queries(sqlite_store, user) == few


def queries(store, user):
    """Count the statements that one reading takes."""
    seen = []
    event.listen(store._reading, "before_cursor_execute", lambda *given: seen.append(given[2]))
    portfolio.facts(store, user, ON)
    return len([statement for statement in seen if statement.startswith("SELECT")])


def test_what_was_done_is_kept_with_its_place_and_counts_at_once(store, user):
    made = finished(store)
    doing.record(store, OWNER, made, "dpia", on="22-11-2026", where=" Zaak  12 ")

    assert doing.of(store, MAKER, made)["dpia"].where == "Zaak 12"
    missing = {line.instrument.id for line in line_of(store, user, made).missing}
    assert "dpia" not in missing
    assert "raadsinformatiebrief" in missing


def test_what_was_taken_back_is_missing_again_and_both_stand_in_the_trail(sqlite_store, user):
    made = finished(sqlite_store)
    doing.record(sqlite_store, MAKER, made, "dpia", on="22-11-2026", where="Zaak 12")
    doing.take_back(sqlite_store, MAKER, made, "dpia")

    assert "dpia" in {line.instrument.id for line in line_of(sqlite_store, user, made).missing}
    assert [entry.event for entry in audit.page(sqlite_store, MAKER, made)[:2]] == ["done", "done"]
    assert not [fault for _chain, fault in faults(sqlite_store) if "instrument_done" in str(fault)]


@pytest.mark.parametrize(
    "instrument, on, where, field",
    [
        ("dpia", "23-11-2026", "Zaak", "on"),
        ("dpia", "gisteren", "Zaak", "on"),
        ("dpia", "22-11-2026", " ", "where"),
        ("onzin", "22-11-2026", "Zaak", "instrument"),
    ],
    ids=["tomorrow", "no day", "no place", "no instrument"],
)
def test_record_that_says_nothing_is_refused_with_its_field(sqlite_store, instrument, on, where, field):
    made = finished(sqlite_store)

    with pytest.raises(StepIncomplete) as refused:
        doing.record(sqlite_store, MAKER, made, instrument, on=on, where=where)

    assert list(refused.value.faults) == [field]
    assert doing.of(sqlite_store, MAKER, made) == {}
