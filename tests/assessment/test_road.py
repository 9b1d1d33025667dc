"""The road: the table of moves, written out once more, and what each needs."""

from datetime import date

import pytest

from assessment.decisions import Body, Condition, Decision, Verdict, dump_decision, read_decision
from assessment.entries import MAX_LINE, MAX_TEXT, Reader
from assessment.review.advice import AdviceKind
from assessment.reweighing import Trigger
from assessment.road import MOVES, Need, Standing, State, lacking, move_to, moves, withdraws
from assessment.road_entries import read_entries
from assessment.road_words import (
    body_name,
    explanation,
    label,
    lack_text,
    standing_text,
    state_name,
    trigger_name,
    verdict_name,
)

TODAY = date(2026, 11, 22)
FORM = {
    "verdict": "go_if",
    "on": "2026-11-20",
    "body": "college",
    "number": "2026/1234",
    "dissent": "",
    "conditions": [{"text": "Doe een DPIA", "owner": "Privacy officer", "due": "2027-02-01"}],
}

# Where one can go from each place; a decision before the slash, when it matters.
ROADS = {
    "concept": {"concept", "in_review"},
    "in_review": {"concept", "advised", "decided"},
    "advised": {"concept", "in_review", "decided"},
    "go/decided": {"on_watch", "reweigh", "ended"},
    "go_if/decided": {"on_watch", "reweigh", "ended"},
    "stop/decided": {"reweigh", "ended"},
    "back/decided": {"concept", "ended"},
    "on_watch": {"in_use", "reweigh", "ended"},
    "in_use": {"reweigh", "ended"},
    "reweigh": {"concept", "ended"},
    "in_use/reweigh": {"concept", "ended", "in_use"},
    "on_watch/reweigh": {"concept", "ended", "on_watch"},
    "decided/reweigh": {"concept", "ended", "decided"},
    "ended": set(),
}


def decided(verdict):
    conditions = (Condition("Doe een DPIA", "PO", TODAY),) if verdict is Verdict.GO_IF else ()
    return Decision(verdict, TODAY, Body.COLLEGE, "1", conditions)


def standing_at(place):
    verdict, _, state = place.rpartition("/")
    if state == "reweigh":
        return Standing(State.REWEIGH, True, called_from=State(verdict) if verdict else None)
    return Standing(
        State(state), True, AdviceKind.ON_CONDITIONS, decided(Verdict(verdict)) if verdict else None
    )


@pytest.mark.parametrize("to", list(State))
@pytest.mark.parametrize("place", ROADS)
def test_from_each_place_the_road_leads_where_the_table_says_and_nowhere_else(place, to):
    found = move_to(standing_at(place), to)

    assert (found is not None) == (to.value in ROADS[place])


def test_every_place_is_in_the_table_and_can_be_reached():
    reached, todo = set(), {State.CONCEPT}
    while todo:
        reached |= todo
        todo = {move.to for move in MOVES if move.from_ in todo} - reached

    assert reached == set(State)
    assert {place.rpartition("/")[2] for place in ROADS} == {state.value for state in State}


def test_nobody_decides_without_an_advice_or_a_reason_why_there_is_none():
    into = [move for move in MOVES if move.to is State.DECIDED and not withdraws(move)]

    assert {move.from_ for move in into} == {State.IN_REVIEW, State.ADVISED}
    assert all({Need.ADVICE, Need.WITHOUT_ADVICE} & set(move.needs) for move in into)
    assert all({Need.FINISHED, Need.DECISION} <= set(move.needs) for move in into)


@pytest.mark.parametrize("state", [State.CONCEPT, State.ADVISED, State.IN_REVIEW])
def test_what_has_to_be_there_first_is_named(state):
    there = Standing(state, True, AdviceKind.POSITIVE)
    absent = Standing(state)

    assert [lacking(move, there) for move in moves(there)] == [()] * len(moves(there))
    for move in moves(absent):
        assert set(lacking(move, absent)) == set(move.needs) & {Need.FINISHED, Need.ADVICE}


def test_everything_has_words():
    words = [*map(state_name, State), *map(verdict_name, Verdict), *map(body_name, Body)]
    words += [*map(trigger_name, Trigger), *map(lack_text, (Need.FINISHED, Need.ADVICE))]
    words += [text for move in MOVES for text in (label(move), explanation(move))]

    assert all(words)
    # Of the moves that withdraw a call one can be made at a time.
    labels = [(move.from_, label(move)) for move in MOVES if not withdraws(move)]
    assert len(set(labels)) == len(labels)


def test_standing_in_words_names_the_decision_and_the_finished_round():
    assert standing_text(Standing()) == "Concept"
    assert standing_text(Standing(finished=True)) == "Concept, de ronde is afgerond"
    assert standing_text(standing_at("stop/decided")) == "Besluit genomen: niet doen"


def entries(place, to, given):
    reader = Reader(TODAY)
    move = move_to(standing_at(place), State(to))
    why, detail = read_entries(move, standing_at(place), given, reader)
    return why, detail, reader.faults


def test_decision_reads_back_as_it_was_written():
    reader = Reader(TODAY)
    decision = read_decision(FORM, reader)

    assert reader.faults == {}
    assert decision == Decision(
        Verdict.GO_IF,
        date(2026, 11, 20),
        Body.COLLEGE,
        "2026/1234",
        (Condition("Doe een DPIA", "Privacy officer", date(2027, 2, 1)),),
    )
    assert read_decision(dump_decision(decision), Reader()) == decision
    assert dump_decision(decision) == FORM


@pytest.mark.parametrize("written", ["2026-11-20", "20-11-2026", "20/11/2026", "20.11.2026", " 20 11 2026 "])
def test_day_may_be_written_as_people_do(written):
    assert read_decision(FORM | {"on": written}, Reader(TODAY)).on == date(2026, 11, 20)


def test_empty_decision_names_every_field_that_is_missing():
    _, detail, faults = entries("in_review", "decided", {})

    assert detail == {}
    assert set(faults) == {"verdict", "on", "body", "number", "why"}


@pytest.mark.parametrize(
    "change,field,words",
    [
        ({"on": "2026-11-23"}, "on", "toekomst"),
        ({"on": "morgen"}, "on", "Vul een datum in"),
        ({"on": "31-02-2026"}, "on", "Vul een datum in"),
        ({"on": "23-11-2026"}, "on", "toekomst"),
        ({"body": "raadsgriffie"}, "body", "Kies"),
        ({"number": "  "}, "number", "Vul dit in"),
        ({"number": "9" * (MAX_LINE + 1)}, "number", "Er passen er 200"),
        ({"dissent": "x" * (MAX_TEXT + 1)}, "dissent", "Er passen er 4000"),
        ({"conditions": []}, "conditions", "minstens één voorwaarde"),
        ({"verdict": "go"}, "verdict", "geen voorwaarden"),
        ({"conditions": [{"text": "Doe", "owner": "", "due": ""}]}, "conditions.0.owner", "Vul dit in"),
        ({"conditions": [{"text": "Doe", "owner": "PO", "due": ""}]}, "conditions.0.due", "datum"),
        (
            {"conditions": [{"text": "Doe", "owner": "PO", "due": "2026-11-19"}]},
            "conditions.0.due",
            "voor het besluit",
        ),
    ],
)
def test_fault_in_a_decision_stands_at_its_field(change, field, words):
    _, detail, faults = entries("advised", "decided", FORM | change)

    assert words in faults[field]
    assert detail == {}


@pytest.mark.parametrize("verdict", ["stop", "back"])
def test_who_says_no_or_sends_back_gives_the_reason(verdict):
    form = FORM | {"verdict": verdict, "conditions": [], "dissent": "Te duur"}

    assert set(entries("advised", "decided", form)[2]) == {"why"}
    assert entries("advised", "decided", form | {"why": "Te vroeg"})[2] == {}


def test_decision_that_follows_an_advice_needs_no_reason():
    assert entries("advised", "decided", FORM)[2] == {}


def test_decision_without_an_advice_needs_a_reason():
    assert set(entries("in_review", "decided", FORM)[2]) == {"why"}


@pytest.mark.parametrize(
    "advice,verdict,departs",
    [
        ("positive", "go", False),
        ("positive", "stop", True),
        ("on_conditions", "go", True),
        ("on_conditions", "go_if", False),
        ("negative", "go_if", True),
        ("negative", "stop", False),
        ("divided", "go", False),
        ("negative", "back", False),
    ],
)
def test_decision_that_departs_from_the_advice_says_why(advice, verdict, departs):
    standing = Standing(State.ADVISED, True, AdviceKind(advice))
    move = move_to(standing, State.DECIDED)
    conditions = FORM["conditions"] if verdict == "go_if" else []
    form = FORM | {"verdict": verdict, "conditions": conditions, "why": "Zo is het"}
    silent, told = Reader(TODAY), Reader(TODAY)

    read_entries(move, standing, form, silent)
    read_entries(move, standing, form | {"dissent": "De raad wil het"}, told)

    assert set(silent.faults) == ({"dissent"} if departs else set())
    assert told.faults == {}


def test_use_begins_on_a_day_that_is_not_in_the_future():
    assert entries("go/decided", "on_watch", {"on": "2026-11-22"}) == ("", {"on": "2026-11-22"}, {})
    assert set(entries("go/decided", "on_watch", {"on": "2026-11-23"})[2]) == {"on"}


def test_weighing_again_has_a_trigger_and_a_reason():
    given = {"trigger": "supplier", "why": "Overgenomen"}

    assert entries("in_use", "reweigh", given) == ("Overgenomen", {"trigger": "supplier"}, {})
    assert set(entries("in_use", "reweigh", {"trigger": "zomaar"})[2]) == {"trigger", "why"}


def test_algorithm_leaves_the_watch_list_when_every_condition_was_met():
    watched = Standing(State.ON_WATCH, True, decision=decided(Verdict.GO_IF))
    move = move_to(watched, State.IN_USE)
    early, late = Reader(TODAY), Reader(TODAY)

    read_entries(move, watched, {"why": "Loopt goed", "met": []}, early)
    _, detail = read_entries(move, watched, {"why": "Loopt goed", "met": [0, 7]}, late)

    assert set(early.faults) == {"met"}
    assert (detail, late.faults) == ({"met": [0]}, {})
