"""Closed rounds: what they show to whom, that they never change, and what comes too late."""

import threading
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from assessment.review.ballots import GO_AHEAD, Choice
from services import (
    advising,
    ballots,
)
from services.review_errors import ReviewRefused, Why
from tests.review.conftest import offer
from tests.review.rooms import begin, everybody, refused

NOW = datetime(2026, 11, 22, tzinfo=UTC)
OBJECTION = "  Wie schulden heeft,\nkan dit niet weigeren. ⚖️ "


def test_closed_round_shows_counts_and_who_took_part(anonymous):
    anonymous.open()
    everybody(anonymous)
    anonymous.close()
    [closed] = anonymous.results(anonymous.members[0])

    assert closed.took_part == ("anna", "bram", "cees", "dora", "els")
    assert closed.results[1].counts["3"] == 5
    assert closed.results[GO_AHEAD].counts[Choice.AGREE] == 5


def test_anonymous_session_shows_no_result_under_five_answers(anonymous):
    anonymous.open()
    everybody(anonymous, count=4)
    anonymous.close()
    [closed] = anonymous.results()

    assert set(closed.results.values()) == {None}
    draft = advising.draft(anonymous.store, anonymous.secretary, anonymous.assessment)
    assert (draft.proposed, draft.dissents) == (None, ())


def test_statement_with_fewer_answers_stays_hidden_beside_one_that_shows(anonymous):
    anonymous.open()
    for member in anonymous.members[:5]:
        anonymous.say(member, 1, "3")
    anonymous.say(anonymous.members[0], 2, "1", "Alleen ik")
    anonymous.close()
    [closed] = anonymous.results()

    assert closed.results[1] is not None
    assert closed.results[2] is None


def test_named_session_shows_every_answer_with_its_author(named):
    named.open()
    named.say(named.members[0], 1, "1", "Dit raakt mensen.")
    named.close()
    [argument] = named.results()[0].results[1].arguments

    assert (argument.text, argument.name) == ("Dit raakt mensen.", "anna")


def test_anonymous_session_names_only_who_signed(anonymous):
    anonymous.open()
    everybody(anonymous)
    anonymous.say(anonymous.members[0], GO_AHEAD, Choice.OBJECT, "Zonder naam")
    anonymous.say(anonymous.members[1], GO_AHEAD, Choice.OBJECT, "Met naam", signed=True)
    anonymous.close()
    said = {
        argument.text: argument.name
        for result in anonymous.results()[0].results.values()
        if result
        for argument in result.arguments
    }

    assert {text for text, name in said.items() if name} == {"Met naam"}
    assert said["Met naam"] == "Bram"


def test_answer_that_comes_too_late_counts_nowhere(anonymous):
    anonymous.open()
    everybody(anonymous)
    first = anonymous.round
    anonymous.close()
    refused(Why.ROUND_CLOSED, anonymous.say, anonymous.members[0], 1, "5")
    before = anonymous.results()

    anonymous.open()
    anonymous.round = first
    refused(Why.ROUND_CLOSED, anonymous.say, anonymous.members[0], 1, "5")
    assert anonymous.own(anonymous.members[0]) == {}
    assert anonymous.results() == before


def test_answers_of_another_review_cannot_be_aimed_at(anonymous, framework, maker, secretary, members):
    anonymous.open()
    elsewhere = offer(anonymous.store, maker, framework)
    other = begin(anonymous.store, elsewhere, secretary, members, anonymous=True)
    other.open()

    for aimed_at in (other.round.id, uuid4()):
        with pytest.raises(ReviewRefused) as refusal:
            ballots.answer(anonymous.store, members[0], anonymous.assessment, aimed_at, 1, "3")
        assert refusal.value.why is Why.ROUND_CLOSED
    assert other.own(members[0]) == {}


def test_a_new_round_begins_empty_and_leaves_the_one_before_as_it_was(anonymous):
    anonymous.open()
    everybody(anonymous, "1")
    anonymous.close()
    first = anonymous.results()
    anonymous.open()
    assert anonymous.own(anonymous.members[0]) == {}
    assert anonymous.progress()["anna"] == 0
    everybody(anonymous, "5")
    anonymous.close()

    assert anonymous.results()[:1] == first
    assert anonymous.results()[1].results[1].middle == 5
    assert [found.number for found in anonymous.session().rounds] == [1, 2]


def test_who_saves_while_the_round_closes_is_in_time_or_told(named):
    for _ in range(5):
        named.open()
        told = []

        def save(member, told=told):
            try:
                named.say(member, 1, "3")
                told.append(member.name)
            except ReviewRefused as refusal:
                assert refusal.why is Why.ROUND_CLOSED  # noqa: PT017

        threads = [threading.Thread(target=save, args=(member,)) for member in named.members[:5]]
        for thread in threads:
            thread.start()
        named.close()
        for thread in threads:
            thread.join()
        assert named.results()[-1].took_part == tuple(sorted(told))
