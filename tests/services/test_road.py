"""The road to a decision: who may go where, with what, and that everything is recorded once."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from assessment.answers import Reply
from assessment.review.advice import AdviceKind
from assessment.road import State
from services import answers, finishing, road
from services.errors import (
    AssessmentFinished,
    DecidesOnOwnWork,
    NotAllowed,
    NotFound,
    StepImpossible,
    StepIncomplete,
)
from services.roles import Role
from storage.migrate import migrate
from storage.store import Store
from tests.conftest import Clock
from tests.services import roads
from tests.services.roads import CLERK, DECISION, MAKER, ON, OWNER, WHY, person

# The moves of each role, by where they lead from each place: the tables of `road` and `access` once more.
MAKES = {
    "concept": {},
    "finished": {Role.AUTHOR: "concept in_review", Role.PROCESS_OWNER: "in_review"},
    "offered": {
        Role.AUTHOR: "concept",
        Role.PROCESS_OWNER: "concept",
        Role.COLLEGE_SECRETARY: "decided",
    },
    "advised": {
        Role.AUTHOR: "concept in_review",
        Role.PROCESS_OWNER: "concept in_review",
        Role.COLLEGE_SECRETARY: "decided",
    },
    "go": {Role.PROCESS_OWNER: "on_watch reweigh ended", "watchers": "reweigh"},
    "stop": {Role.PROCESS_OWNER: "reweigh ended", "watchers": "reweigh"},
    "back": {Role.AUTHOR: "concept", Role.PROCESS_OWNER: "ended"},
    "on_watch": {Role.PROCESS_OWNER: "in_use reweigh ended", "watchers": "reweigh"},
    "in_use": {Role.PROCESS_OWNER: "reweigh ended", "watchers": "reweigh"},
    "to_reweigh": {Role.AUTHOR: "concept", Role.PROCESS_OWNER: "ended"},
    "ended": {},
}
WATCHERS = {Role.SECRETARY, Role.FG, Role.CISO, Role.CIO_OFFICE}
DETAIL = {
    State.DECIDED: DECISION,
    State.ON_WATCH: {"on": "2026-11-22"},
    State.REWEIGH: {"trigger": "incident"},
}


def makes(place, role):
    row = MAKES[place]
    own = row.get(role, "").split() + (row.get("watchers", "").split() if role in WATCHERS else [])
    # One user on their own machine: everything, except deciding on what they filled in (they did not here).
    return {to for who in row for to in row[who].split()} if role is Role.LOCAL else set(own)


@pytest.fixture(scope="module")
def country(tmp_path_factory):
    """A store with an assessment at every place, which the tests leave as it is."""
    store = Store(f"sqlite:///{tmp_path_factory.mktemp('road') / 'weegschaal.db'}", Clock())
    migrate(store)
    places = {
        "concept": roads.new(store),
        "finished": roads.finished(store),
        "offered": roads.offered(store),
        "advised": roads.advised(store),
        "go": roads.decided(store),
        "stop": roads.decided(store, "stop"),
        "back": roads.decided(store, "back"),
        "on_watch": roads.on_watch(store),
        "in_use": roads.in_use(store),
        "to_reweigh": roads.to_reweigh(store),
        "ended": roads.ended(store),
    }
    yield store, places
    store.close()


@pytest.mark.parametrize("to", list(State))
@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("place", MAKES)
def test_each_role_makes_the_moves_of_the_table_and_no_other(country, place, role, to):
    store, places = country
    user = person(role)

    def go():
        with store.transaction() as tx:
            made = road.step(tx, user, places[place], to, why=WHY, detail=DETAIL.get(to, {}))
            tx.undo()
            return made

    if to in makes(place, role):
        assert (go().to, go().author) == (to, user.name)
    else:
        with pytest.raises((NotAllowed, StepImpossible, StepIncomplete, finishing.NotFinished)):
            go()


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("place", MAKES)
def test_page_offers_each_role_the_moves_it_can_make(country, place, role):
    store, places = country
    if role is Role.BIM:
        with pytest.raises(NotAllowed):
            road.choices(store, person(role), places[place])
        return

    offered = road.choices(store, person(role), places[place])

    assert {choice.move.to for choice in offered if choice.is_open} == makes(place, role)


def test_what_is_missing_first_is_told_with_the_choice(country):
    store, places = country
    reopen, offer = road.choices(store, MAKER, places["concept"])

    assert (reopen.move.to, offer.move.to) == (State.CONCEPT, State.IN_REVIEW)
    assert [need.value for need in offer.lacks] == ["finished"]
    with pytest.raises(StepIncomplete, match="Rond eerst de afweging af"):
        road.move(store, MAKER, places["concept"], State.IN_REVIEW)


def test_forbidden_move_says_where_the_assessment_stands(country):
    store, places = country

    with pytest.raises(StepImpossible, match="De afweging staat op: Gestopt"):
        road.move(store, OWNER, places["ended"], State.IN_REVIEW)


def test_each_move_is_recorded_with_who_when_why_and_what(store):
    made = roads.on_watch(store)

    offer, decision, use = road.history(store, OWNER, made)

    assert [(step.number, step.from_, step.to) for step in (offer, decision, use)] == [
        (1, State.CONCEPT, State.IN_REVIEW),
        (2, State.IN_REVIEW, State.DECIDED),
        (3, State.DECIDED, State.ON_WATCH),
    ]
    assert [step.author for step in (offer, decision, use)] == [MAKER.name, CLERK.name, OWNER.name]
    assert offer.at < decision.at < use.at
    assert (decision.why, decision.detail) == (WHY, DECISION)
    assert {step.round for step in (offer, decision, use)} == {1}
    assert road.where(store, MAKER, made).state is State.ON_WATCH


def test_incomplete_decision_changes_nothing_and_tells_each_field(store):
    made = roads.offered(store)

    with pytest.raises(StepIncomplete) as refusal:
        road.move(store, CLERK, made, State.DECIDED, detail=DECISION | {"on": "2026-11-23"})

    assert set(refusal.value.faults) == {"on", "why"}
    assert road.where(store, CLERK, made).state is State.IN_REVIEW


def test_text_that_a_database_refuses_is_cleaned_and_kept(store):
    made = roads.offered(store)
    detail = DECISION | {"dissent": "Wel\x00 door \ud800 🦉"}

    road.move(store, CLERK, made, State.DECIDED, why="Omdat\x00 \u202e", detail=detail)

    kept = road.history(store, CLERK, made)[-1]
    assert kept.detail["dissent"] == "Wel\ufffd door \ufffd 🦉"
    assert kept.why == "Omdat\ufffd \u202e"


@pytest.mark.parametrize("role", [Role.LOCAL, Role.COLLEGE_SECRETARY])
def test_who_filled_in_any_answer_never_records_the_decision(store, role):
    decider = person(role)
    made = roads.new(store)
    with store.transaction() as tx:
        tx.members.add(roads.Member(made, decider.name, Role.AUTHOR, MAKER.name, tx.now))
    answers.save(store, decider, made, "t_uitz_bewijs", Reply("nee"), seen=0)
    # Another answer in its place, and no member any more: who wrote it stays who wrote it.
    answers.save(store, MAKER, made, "t_uitz_bewijs", Reply("ja"), seen=1)
    with store.transaction() as tx:
        tx.members.remove(made, decider.name, Role.AUTHOR, MAKER.name, tx.now)
    finishing.finish(store, MAKER, made, ON)
    road.move(store, MAKER, made, State.IN_REVIEW)

    with pytest.raises(DecidesOnOwnWork, match="Vraag de collegesecretaris"):
        road.move(store, decider, made, State.DECIDED, why=WHY, detail=DECISION)

    choice = next(c for c in road.choices(store, decider, made) if c.move.to is State.DECIDED)
    assert (choice.own_work, choice.is_open) == (True, False)
    assert road.where(store, decider, made).state is State.IN_REVIEW


@pytest.mark.parametrize("decider", [person(Role.LOCAL), CLERK])
def test_who_only_renamed_or_read_it_may_decide(store, decider):
    made = roads.offered(store)

    assert road.move(store, decider, made, State.DECIDED, why=WHY, detail=DECISION).to is State.DECIDED


def test_of_two_decisions_at_once_one_counts(store):
    made = roads.offered(store)
    url = store.engine.url.render_as_string(hide_password=False)

    def decide(number):
        own = Store(url)
        try:
            detail = DECISION | {"number": str(number)}
            return road.move(own, CLERK, made, State.DECIDED, why=WHY, detail=detail)
        except StepImpossible as refusal:
            return refusal
        finally:
            own.close()

    with ThreadPoolExecutor(4) as threads:
        results = list(threads.map(decide, range(4)))

    (kept,) = [result for result in results if not isinstance(result, StepImpossible)]
    assert [step.detail for step in road.history(store, CLERK, made)] == [{}, kept.detail]


def test_of_taking_back_and_deciding_at_once_one_happens(store):
    made = roads.offered(store)
    url = store.engine.url.render_as_string(hide_password=False)

    def go(step):
        user, to, detail = step
        own = Store(url)
        try:
            return road.move(own, user, made, to, why=WHY, detail=detail).to
        except StepImpossible:
            return None
        finally:
            own.close()

    with ThreadPoolExecutor(2) as threads:
        results = list(threads.map(go, [(MAKER, State.CONCEPT, {}), (CLERK, State.DECIDED, DECISION)]))

    (done,) = [to for to in results if to is not None]
    now = road.where(store, MAKER, made)
    assert now.state is done
    assert now.finished == (done is State.DECIDED)


def test_reopening_a_concept_is_a_move_too(store):
    made = roads.finished(store)

    reopened = finishing.reopen(store, MAKER, made)

    (step,) = road.history(store, MAKER, made)
    assert (step.from_, step.to, step.round) == (State.CONCEPT, State.CONCEPT, 1)
    assert (reopened.round, reopened.finished) == (2, False)


def test_taking_back_opens_a_new_round_and_needs_a_reason(store):
    made = roads.offered(store)

    with pytest.raises(StepIncomplete):
        finishing.reopen(store, MAKER, made)
    reopened = finishing.reopen(store, MAKER, made, why="Er kwamen nieuwe gegevens")

    assert (reopened.round, reopened.finished) == (2, False)
    assert road.where(store, MAKER, made).state is State.CONCEPT


def test_advice_counts_for_the_round_it_was_given_on(store):
    made = roads.advised(store)
    assert road.where(store, MAKER, made).advice is AdviceKind.POSITIVE

    finishing.reopen(store, MAKER, made, why=WHY)
    finishing.finish(store, MAKER, made, ON)
    road.move(store, MAKER, made, State.IN_REVIEW)

    assert road.where(store, MAKER, made).advice is None
    with pytest.raises(StepIncomplete, match="nog geen advies"):
        road.move(store, roads.SECRETARY, made, State.ADVISED)


def test_who_offers_again_asks_for_another_advice(store):
    made = roads.advised(store)

    road.move(store, MAKER, made, State.IN_REVIEW, why=WHY)

    assert road.where(store, MAKER, made).advice is None
    roads.advise(store, made, AdviceKind.NEGATIVE)
    assert road.where(store, MAKER, made).advice is AdviceKind.NEGATIVE


def test_decision_against_the_advice_is_recorded_with_why_it_departs(store):
    made = roads.advised(store, AdviceKind.NEGATIVE)

    with pytest.raises(StepIncomplete, match="wijkt af van het advies"):
        road.move(store, CLERK, made, State.DECIDED, detail=DECISION)
    kept = road.move(store, CLERK, made, State.DECIDED, detail=DECISION | {"dissent": "De raad wil het"})

    assert kept.detail["dissent"] == "De raad wil het"


@pytest.mark.parametrize("place", [roads.decided, roads.on_watch, roads.in_use])
def test_what_was_decided_on_is_weighed_again_only_after_somebody_calls_for_it(store, place):
    made = place(store)

    with pytest.raises(StepImpossible):
        finishing.reopen(store, MAKER, made, why=WHY)
    with pytest.raises(AssessmentFinished):
        answers.save(store, MAKER, made, "qs_invloed", Reply("geen"), seen=1)
    road.move(store, OWNER, made, State.REWEIGH, why=WHY, detail={"trigger": "purpose"})

    assert finishing.reopen(store, MAKER, made).round == 2
    assert answers.save(store, MAKER, made, "qs_invloed", Reply("geen"), seen=1).number == 2


def test_conditions_have_to_be_met_before_an_algorithm_leaves_the_watch_list(store):
    condition = {"text": "Doe een DPIA", "owner": "PO", "due": "2027-01-01"}
    made = roads.on_watch(store, "go_if", conditions=[condition])

    with pytest.raises(StepIncomplete, match="Nog niet aan elke voorwaarde is voldaan"):
        road.move(store, OWNER, made, State.IN_USE, why=WHY)

    assert road.move(store, OWNER, made, State.IN_USE, why=WHY, detail={"met": [0]}).detail == {"met": [0]}


def test_unknown_assessment_has_no_road(store):
    for ask in (road.where, road.history, road.choices):
        with pytest.raises(NotFound):
            ask(store, MAKER, uuid4())
