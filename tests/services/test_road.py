"""The road to a decision: who may go where, with what, and that everything is recorded once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from uuid import uuid4

import pytest

from assessment.answers import Reply
from assessment.review.advice import AdviceKind
from assessment.road import State
from services import answers, finishing, reweighing, road
from services.errors import (
    AssessmentFinished,
    DecidesOnOwnWork,
    NotAllowed,
    NotFound,
    StepImpossible,
    StepIncomplete,
)
from services.roles import Role
from storage.store import Store
from tests.services import roads
from tests.services.roads import CLERK, DECISION, MAKER, ON, OWNER, WHY, person

FG = person(Role.FG)


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


@pytest.mark.parametrize("place", [roads.decided, roads.on_watch, roads.in_use])
def test_call_for_weighing_again_is_withdrawn_with_a_reason_and_everything_holds_as_before(store, place):
    made = place(store)

    def due():
        found = reweighing.of(store, OWNER, made)
        return found and (found.since, found.on)

    before, first = road.where(store, OWNER, made), due()
    road.move(store, OWNER, made, State.REWEIGH, why=WHY, detail={"trigger": "data"})

    with pytest.raises(StepIncomplete):
        road.move(store, FG, made, before.state)
    with pytest.raises(NotAllowed):
        road.move(store, MAKER, made, before.state, why=WHY)
    road.move(store, FG, made, before.state, why="De gegevens zijn dezelfde")

    assert road.where(store, OWNER, made) == before
    assert due() == first
    assert [step.to for step in road.history(store, OWNER, made)][-2:] == [State.REWEIGH, before.state]


@pytest.mark.parametrize("to", [State.DECIDED, State.ON_WATCH])
def test_call_is_withdrawn_to_nowhere_else(store, to):
    made = roads.to_reweigh(store)

    with pytest.raises(StepImpossible):
        road.move(store, OWNER, made, to, why=WHY, detail=DECISION | {"on": "2026-11-01"})


@pytest.mark.parametrize("user", [person(Role.LOCAL), roads.SECRETARY])
def test_secretary_who_filled_in_does_not_bring_the_advice_and_one_user_alone_may(store, user):
    made = roads.new(store)
    with store.transaction() as tx:
        tx.members.add(roads.Member(made, user.name, Role.AUTHOR, MAKER.name, tx.now))
    both = replace(user, roles=user.roles | {Role.BIM})
    answers.save(store, both, made, "t_uitz_bewijs", Reply("nee"), seen=0)

    with store.reading() as tx:
        assert road.is_own_work(tx, both, made, State.ADVISED) == (user.name == roads.SECRETARY.name)
        assert road.is_own_work(tx, both, made, State.DECIDED)
