"""A review session, through the services, on both databases: what it promises before and in a round."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from assessment.answers import Reply
from assessment.review.ballots import GO_AHEAD, Ballot, Choice, Statement
from services import (
    advising,
    answers,
    assessments,
    ballots,
    reviews,
)
from services.errors import NotAllowed, NotFound
from services.review_errors import BallotRefused, Why
from services.roles import Role
from storage.store import Store
from tests.review.rooms import begin, refused

NOW = datetime(2026, 11, 22, tzinfo=UTC)
OBJECTION = "  Wie schulden heeft,\nkan dit niet weigeren. ⚖️ "


def test_statements_come_from_what_the_assessment_shows(anonymous):
    asked = {statement.value: statement for statement in anonymous.session().statements}

    assert "kwetsbaar zijn of van de gemeente afhangen" in asked["menselijke_waardigheid"].tension
    assert "lus" not in asked


def test_nothing_can_be_reviewed_that_was_not_offered(store, framework, maker, secretary):
    concept = assessments.create(store, maker, title="Parkeren", framework=framework)

    refused(
        Why.NOT_OFFERED, reviews.open_review, store, secretary, concept.id, anonymous=True, names=["anna"]
    )


def test_what_is_reviewed_is_the_snapshot_that_was_offered(anonymous, maker):
    with anonymous.store.reading() as tx:
        assert anonymous.session().review.snapshot_round == tx.snapshots.latest(anonymous.assessment).round
    with pytest.raises(Exception, match="afgerond"):
        answers.save(anonymous.store, maker, anonymous.assessment, "qs_invloed", Reply("geen"), seen=1)


def test_of_one_assessment_one_review_runs(anonymous):
    refused(
        Why.RUNNING, reviews.open_review, anonymous.store, anonymous.secretary, anonymous.assessment,
        anonymous=False, names=[],
    )  # fmt: skip
    assert anonymous.session().review.anonymous


def test_statements_can_be_edited_until_round_one_and_not_after(anonymous):
    store, secretary, assessment = anonymous.store, anonymous.secretary, anonymous.assessment
    mine = [
        Statement(9, "privacy", "  Dit is \n netjes. "),
        Statement(3, "eigen", "Dit durf ik uit te leggen."),
    ]
    asked = reviews.change_statements(store, secretary, assessment, mine)
    assert [(s.number, s.text) for s in asked] == [
        (1, "Dit is netjes."), (2, "Dit durf ik uit te leggen."),
    ]  # fmt: skip
    assert anonymous.session().statements == asked

    anonymous.open()
    refused(Why.ASKED, reviews.change_statements, store, secretary, assessment, mine)


@pytest.mark.parametrize("texts", [[], [""], [" "], ["x" * 501]])
def test_statement_without_words_or_without_end_is_refused(anonymous, texts):
    given = [Statement(1, "privacy", text) for text in texts]

    refused(
        Why.STATEMENTS, reviews.change_statements,
        anonymous.store, anonymous.secretary, anonymous.assessment, given,
    )  # fmt: skip


def test_secretary_can_choose_a_statement_of_every_public_value(anonymous, framework):
    found = reviews.suggestions(anonymous.store, anonymous.secretary, anonymous.assessment)

    assert [proposal.value.id for proposal in found] == list(framework.public_values)


def test_a_round_needs_somebody_to_answer(store, offered, secretary, members):
    room = begin(store, offered, secretary, members, anonymous=True, invited=0)

    refused(Why.NOBODY, room.open)


def test_nobody_sees_any_result_of_an_open_round(anonymous):
    anonymous.open()
    for member in anonymous.members[:5]:
        anonymous.say(member, 1, "1", "Geheim")

    for user in (anonymous.secretary, anonymous.members[0]):
        assert anonymous.results(user) == ()
    assert "Geheim" not in repr(anonymous.session())
    assert "Geheim" not in repr(anonymous.progress())
    with anonymous.store.reading() as tx:
        assert "Geheim" not in repr(tx.audit.of(anonymous.assessment))
        assert tx.ballots.of(anonymous.round.id) == []
        assert tx.ballots.took_part(anonymous.round.id) == []
    refused(Why.ROUND_OPEN, advising.draft, anonymous.store, anonymous.secretary, anonymous.assessment)


def test_answering_leaves_no_trace_of_when_or_by_whom(anonymous):
    anonymous.open()

    def traces():
        with anonymous.store.reading() as tx:
            return (
                tx.assessments.find(anonymous.assessment).updated_at,
                tx.audit.count_of(anonymous.assessment),
                tx.places.of(anonymous.assessment, "anna"),
            )

    before = traces()
    anonymous.say(anonymous.members[0], 1, "4")
    assert traces() == before


def test_everybody_finds_back_their_own_answers_and_nobody_elses(anonymous):
    anonymous.open()
    anna, bram = anonymous.members[:2]
    anonymous.say(anna, 1, "2", "Mijn reden")
    anonymous.say(bram, 1, "4")

    assert anonymous.own(anna) == {1: Ballot(1, "2", "Mijn reden")}
    assert anonymous.own(bram) == {1: Ballot(1, "4")}


def test_saving_the_same_twice_counts_once_and_changing_replaces(named):
    named.open()
    anna = named.members[0]
    for choice in ("1", "1", "5"):
        named.say(anna, 1, choice)
    named.close()

    assert named.results()[0].results[1].counts["5"] == 1
    assert named.results()[0].results[1].answered == 1


def test_a_dropped_connection_loses_nothing(anonymous):
    anonymous.open()
    anonymous.say(anonymous.members[0], 1, "2", "Vóór de storing")

    again = Store(str(anonymous.store.engine.url.render_as_string(hide_password=False)))
    assert ballots.own(again, anonymous.members[0], anonymous.assessment)[1].argument == "Vóór de storing"
    again.close()


def test_secretary_sees_who_answered_and_how_much_and_nobody_else_does(anonymous):
    anonymous.open()
    anonymous.say(anonymous.members[0], 1, "2")
    anonymous.say(anonymous.members[0], GO_AHEAD, Choice.AGREE)

    assert anonymous.progress() == {"anna": 2, "bram": 0, "cees": 0, "dora": 0, "els": 0}
    with pytest.raises(NotAllowed):
        anonymous.progress(anonymous.members[1])


def test_member_may_join_later_and_answers_in_the_round_that_is_open(anonymous):
    anonymous.open()
    frank = anonymous.members[5]
    refused(Why.NOT_INVITED, anonymous.say, frank, 1, "3")

    reviews.invite(anonymous.store, anonymous.secretary, anonymous.assessment, ["frank", " frank ", "anna"])
    anonymous.say(frank, 1, "3")

    assert anonymous.session().invitees == ("anna", "bram", "cees", "dora", "els", "frank")
    assert anonymous.progress()["frank"] == 1


def test_an_objection_takes_an_argument(anonymous):
    anonymous.open()

    with pytest.raises(BallotRefused, match="Zeg erbij waarom"):
        anonymous.say(anonymous.members[0], GO_AHEAD, Choice.OBJECT)
    assert anonymous.own(anonymous.members[0]) == {}


@pytest.mark.parametrize("role", [Role.BIM, Role.SECRETARY, Role.READER, Role.CIO_OFFICE])
def test_invitation_gives_no_vote_to_who_has_none_by_role(anonymous, role):
    anonymous.open()

    with pytest.raises(NotAllowed):
        anonymous.say(replace(anonymous.members[0], roles=frozenset({role})), 1, "3")


def test_answer_to_an_assessment_that_does_not_exist_is_not_found(store, members):
    with pytest.raises(NotFound):
        ballots.answer(store, members[0], uuid4(), uuid4(), 1, "3")


def test_of_two_rounds_at_once_one_is_refused(anonymous):
    anonymous.open()

    refused(Why.ROUND_OPEN, anonymous.open)
