"""The advice: what it carries, what it rests on, and who does not record it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from assessment.review.advice import AdviceKind, Dissent, Proviso
from assessment.review.ballots import GO_AHEAD, Choice
from assessment.road import State
from services import (
    advising,
    finishing,
    people,
    reviews,
    road,
    voters,
)
from services.errors import AdvisesOnOwnWork, NotAllowed, StepImpossible
from services.review_errors import ReviewRefused, Why
from services.roles import Role
from tests.review.conftest import ON
from tests.review.rooms import everybody, give, refused

NOW = datetime(2026, 11, 22, tzinfo=UTC)
OBJECTION = "  Wie schulden heeft,\nkan dit niet weigeren. ⚖️ "


def test_advice_carries_every_objection_word_for_word_and_moves_the_assessment_on(anonymous):
    anonymous.open()
    everybody(anonymous)
    anonymous.say(anonymous.members[3], GO_AHEAD, Choice.OBJECT, OBJECTION)
    anonymous.say(anonymous.members[4], GO_AHEAD, Choice.OBJECT, "Ik sta hierachter.", signed=True)
    anonymous.close()
    conditions = (Proviso("Doe eerst een DPIA", "Proceseigenaar", date(2027, 2, 1)),)
    advice = give(
        anonymous, AdviceKind.ON_CONDITIONS, " Mits. ", conditions=conditions,
        arguments_for=["Sneller", " "], arguments_against=[" Fouten "],
    )  # fmt: skip

    assert set(advice.dissents) == {Dissent(OBJECTION), Dissent("Ik sta hierachter.", "Els")}
    assert advice.proposed is AdviceKind.DIVIDED
    assert advice.took_part == ("anna", "bram", "cees", "dora", "els")
    assert (advice.arguments_for, advice.arguments_against) == (("Sneller",), ("Fouten",))
    assert advising.on_round(anonymous.store, anonymous.secretary, anonymous.assessment) == advice
    assert road.where(anonymous.store, anonymous.secretary, anonymous.assessment).state is State.ADVISED


def test_after_the_advice_nothing_in_the_session_changes(anonymous):
    anonymous.open()
    everybody(anonymous)
    anonymous.close()
    give(anonymous)

    refused(Why.ADVISED, anonymous.open)
    refused(Why.ADVISED, give, anonymous)
    refused(
        Why.ADVISED, reviews.invite,
        anonymous.store, anonymous.secretary, anonymous.assessment, ["frank"],
    )  # fmt: skip


def test_advice_needs_a_closed_round_words_and_whole_conditions(anonymous):
    refused(Why.NO_ROUND, give, anonymous)
    anonymous.open()
    refused(Why.ROUND_OPEN, give, anonymous)
    anonymous.close()
    refused(Why.NO_WORDS, give, anonymous, text=" ")
    refused(Why.NO_CONDITIONS, give, anonymous, AdviceKind.ON_CONDITIONS)
    half = (Proviso("Doe eerst een DPIA", " ", date(2027, 2, 1)),)
    refused(Why.CONDITION, give, anonymous, AdviceKind.ON_CONDITIONS, conditions=half)

    assert anonymous.session().advice is None


def test_advice_on_what_was_taken_back_meanwhile_is_refused_and_leaves_nothing(anonymous, maker):
    anonymous.open()
    anonymous.close()
    road.move(anonymous.store, maker, anonymous.assessment, State.CONCEPT, why="Toch nog niet klaar")

    with pytest.raises(StepImpossible):
        give(anonymous)
    assert anonymous.session().advice is None
    refused(Why.NOT_OFFERED, anonymous.open)


def test_review_of_answers_that_were_opened_again_goes_no_further_and_another_can_begin(anonymous, maker):
    store, secretary, assessment = anonymous.store, anonymous.secretary, anonymous.assessment
    road.move(store, maker, assessment, State.CONCEPT, why="Toch nog niet klaar")
    finishing.finish(store, maker, assessment, ON)
    road.move(store, maker, assessment, State.IN_REVIEW)

    refused(Why.NOT_OFFERED, anonymous.open)
    begun = reviews.open_review(store, secretary, assessment, anonymous=False, names=["anna"])
    assert begun.snapshot_round == 2
    anonymous.open()


def test_round_left_open_when_the_answers_were_taken_back_is_closed_before_another_session(anonymous, maker):
    store, secretary, assessment = anonymous.store, anonymous.secretary, anonymous.assessment
    anonymous.open()
    everybody(anonymous, "3")
    road.move(store, maker, assessment, State.CONCEPT, why="Toch nog niet klaar")
    finishing.finish(store, maker, assessment, ON)
    road.move(store, maker, assessment, State.IN_REVIEW)

    with pytest.raises(ReviewRefused) as refusal:
        reviews.open_review(store, secretary, assessment, anonymous=True, names=["anna"])
    assert refusal.value.why is Why.ROUND_OPEN
    anonymous.close()
    begun = reviews.open_review(store, secretary, assessment, anonymous=True, names=["anna"])
    assert begun.snapshot_round == 2


@pytest.mark.parametrize("act", ["open", "close", "invite", "give"])
def test_member_can_lead_nothing(anonymous, act):
    member = anonymous.members[0]
    anonymous.secretary = member
    with pytest.raises(NotAllowed):
        {
            "open": anonymous.open,
            "close": anonymous.close,
            "invite": lambda: reviews.invite(anonymous.store, member, anonymous.assessment, ["frank"]),
            "give": lambda: give(anonymous),
        }[act]()


def test_advice_after_one_round_takes_the_reason_why_one_was_enough(anonymous):
    anonymous.open()
    everybody(anonymous)
    anonymous.close()
    # A round in which nobody answers is none.
    anonymous.open()
    anonymous.close()
    anonymous.open()
    everybody(anonymous, count=0)
    anonymous.close()

    refused(Why.ONE_ROUND, give, anonymous, one_round=" ")
    assert give(anonymous, one_round=" Iedereen zei hetzelfde. ").one_round == "Iedereen zei hetzelfde."


def test_advice_after_two_rounds_needs_no_reason_and_keeps_none(anonymous):
    for _number in range(2):
        anonymous.open()
        everybody(anonymous)
        anonymous.close()

    assert give(anonymous, one_round="Niet nodig").one_round == ""


# ---------------------------------------------------------------- own work
def test_secretary_who_filled_in_does_not_record_the_advice(anonymous, maker):
    both = replace(maker, roles=frozenset({Role.BIM, Role.SECRETARY}))
    anonymous.open()
    everybody(anonymous)
    anonymous.close()

    for act in (
        lambda: advising.draft(anonymous.store, both, anonymous.assessment),
        lambda: advising.give(
            anonymous.store, both, anonymous.assessment, AdviceKind.POSITIVE, "Mooi.", one_round="Zo"
        ),
    ):
        with pytest.raises(AdvisesOnOwnWork, match="Vraag een andere secretaris"):
            act()
    assert anonymous.session().advice is None
    assert give(anonymous).author == anonymous.secretary.name


def test_who_filled_in_is_not_invited_to_answer(anonymous, store, secretary, maker):
    people.remember(store, replace(maker, roles=frozenset({Role.BIM, Role.NETWORK})), NOW)
    people.remember(store, anonymous.members[5], NOW)

    refused(Why.FILLED_IN, reviews.invite, store, secretary, anonymous.assessment, ["frank", maker.name])
    assert maker.name not in voters.candidates(store, secretary, anonymous.assessment)
    assert "frank" in voters.candidates(store, secretary, anonymous.assessment)
    assert anonymous.session().invitees == ("anna", "bram", "cees", "dora", "els")
