"""Leading a session: invitations that are withdrawn, and the times of the agenda."""

from datetime import UTC, datetime

import pytest

from assessment.review.agenda import MINUTES
from services import (
    agendas,
    reviews,
    withdrawing,
)
from services.errors import NotAllowed
from services.review_errors import Why
from tests.review.rooms import everybody, give, refused

NOW = datetime(2026, 11, 22, tzinfo=UTC)
OBJECTION = "  Wie schulden heeft,\nkan dit niet weigeren. ⚖️ "


def withdraw(room, name, user=None):
    withdrawing.withdraw(room.store, user or room.secretary, room.assessment, name)


def test_withdrawn_member_answers_no_more_and_what_they_answered_before_stays(named):
    named.open()
    everybody(named)
    named.close()
    withdraw(named, "anna")
    withdraw(named, "anna")
    named.open()

    refused(Why.NOT_INVITED, named.say, named.members[0], 1, "3")
    assert named.session().invitees == ("bram", "cees", "dora", "els")
    assert "anna" not in named.progress()
    named.close()
    assert "anna" in named.results()[0].took_part
    assert named.results()[0].results[1].counts["3"] == 5


def test_who_answered_in_the_open_round_is_not_put_out(named):
    named.open()
    named.say(named.members[0], 1, "3")

    refused(Why.ANSWERED, withdraw, named, "anna")
    withdraw(named, "bram")
    named.close()
    assert named.results()[0].took_part == ("anna",)


def test_withdrawn_member_can_be_invited_again_and_withdrawn_again(anonymous):
    invite = (anonymous.store, anonymous.secretary, anonymous.assessment, ["anna"])
    withdraw(anonymous, "anna")
    reviews.invite(*invite)
    anonymous.open()
    assert "anna" in anonymous.progress()
    withdraw(anonymous, "anna")

    assert "anna" not in anonymous.progress()
    with anonymous.store.reading() as tx:
        assert tx.audit.count_of(anonymous.assessment) > 0


def test_only_who_leads_withdraws_and_not_after_the_advice(anonymous):
    with pytest.raises(NotAllowed):
        withdraw(anonymous, "anna", anonymous.members[1])
    anonymous.open()
    everybody(anonymous)
    anonymous.close()
    give(anonymous)

    refused(Why.ADVISED, withdraw, anonymous, "anna")


# ---------------------------------------------------------------- the agenda
def test_times_of_the_agenda_are_kept_for_this_session(anonymous):
    store, secretary, assessment = anonymous.store, anonymous.secretary, anonymous.assessment
    assert agendas.of(store, secretary, assessment) == MINUTES
    agendas.change(store, secretary, assessment, [5, 10, 60, 10, 5])
    agendas.change(store, secretary, assessment, [5, 10, 45, 10, 5])

    assert agendas.of(store, anonymous.members[0], assessment) == (5, 10, 45, 10, 5)
    with pytest.raises(NotAllowed):
        agendas.change(store, anonymous.members[0], assessment, MINUTES)


@pytest.mark.parametrize("minutes", [[], [1, 2, 3, 4], [0, 1, 1, 1, 1], [241, 1, 1, 1, 1]])
def test_agenda_that_leaves_a_part_without_time_is_refused(anonymous, minutes):
    refused(
        Why.AGENDA, agendas.change, anonymous.store, anonymous.secretary, anonymous.assessment, minutes
    )  # fmt: skip
