"""A review session, through the services, on both databases: what it promises to everybody in it."""

import threading
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from assessment.answers import Reply
from assessment.review.advice import AdviceKind, Dissent, Proviso
from assessment.review.agenda import MINUTES
from assessment.review.ballots import GO_AHEAD, Ballot, Choice, Statement
from assessment.road import State
from services import (
    advising,
    agendas,
    answers,
    assessments,
    ballots,
    finishing,
    people,
    reviews,
    road,
    voters,
    withdrawing,
)
from services.errors import AdvisesOnOwnWork, NotAllowed, NotFound, StepImpossible
from services.review_errors import BallotRefused, ReviewRefused, Why
from services.roles import Role
from storage.store import Store
from tests.review.conftest import ON, offer

NOW = datetime(2026, 11, 22, tzinfo=UTC)
OBJECTION = "  Wie schulden heeft,\nkan dit niet weigeren. ⚖️ "


class Room:
    """A session with everybody in it."""

    def __init__(self, store, assessment, secretary, members):
        self.store, self.assessment, self.secretary, self.members = store, assessment, secretary, members

    def open(self):
        self.round = reviews.open_round(self.store, self.secretary, self.assessment)

    def close(self):
        return reviews.close_round(self.store, self.secretary, self.assessment)

    def say(self, member, item, choice, argument="", **more):
        return ballots.answer(
            self.store, member, self.assessment, self.round.id, item, choice, argument, **more
        )

    def own(self, member):
        return ballots.own(self.store, member, self.assessment)

    def results(self, user=None):
        return ballots.closed_results(self.store, user or self.secretary, self.assessment)

    def session(self):
        return reviews.current(self.store, self.secretary, self.assessment)

    def progress(self, user=None):
        return reviews.progress(self.store, user or self.secretary, self.assessment)


def begin(store, offered, secretary, members, *, anonymous, invited=5):
    names = [member.name for member in members[:invited]]
    reviews.open_review(store, secretary, offered, anonymous=anonymous, names=names)
    return Room(store, offered, secretary, members)


@pytest.fixture
def anonymous(store, offered, secretary, members):
    """An anonymous session of five."""
    return begin(store, offered, secretary, members, anonymous=True)


@pytest.fixture
def named(store, offered, secretary, members):
    """A session of five in which names stand with answers."""
    return begin(store, offered, secretary, members, anonymous=False)


def refused(why, act, *given, **more):
    with pytest.raises(ReviewRefused) as refusal:
        act(*given, **more)
    assert refusal.value.why is why


# ---------------------------------------------------------------- before the rounds
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


# ---------------------------------------------------------------- an open round
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


# ---------------------------------------------------------------- a closed round
def everybody(room, choice="3", *, count=5):
    for member in room.members[:count]:
        room.say(member, 1, choice, f"Reden van {member.name}")
        room.say(member, GO_AHEAD, Choice.AGREE)


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


# ---------------------------------------------------------------- the advice
def give(room, kind=AdviceKind.POSITIVE, text="Dit kan.", *, one_round="Iedereen is het eens.", **more):
    return advising.give(room.store, room.secretary, room.assessment, kind, text, one_round=one_round, **more)


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


# ---------------------------------------------------------------- two rounds
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


# ---------------------------------------------------------------- withdrawing an invitation
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
