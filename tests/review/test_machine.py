"""Random sequences of actions by several people: no promise of a review and no permission ever breaks."""

from collections import Counter
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from assessment.review.advice import AdviceKind, Dissent
from assessment.review.ballots import GO_AHEAD, Choice, choices, needs_argument
from assessment.review.results import THRESHOLD
from services import advising, ballots, reviews, withdrawing
from services.errors import NotAllowed
from services.review_errors import BallotRefused, ReviewRefused, Why
from services.roles import Role
from services.users import User
from storage.store import Store
from tests.conftest import Clock
from tests.review.conftest import offer

VOTING = {Role.NETWORK, Role.FG, Role.CISO}
NAMES = ("anna", "bram", "cees", "dora", "els", "frank", "gijs")
PEOPLE = {
    **{name: frozenset({Role.NETWORK}) for name in NAMES[:5]},
    "frank": frozenset({Role.FG}),
    "gijs": frozenset({Role.SECRETARY, Role.NETWORK}),
    "secretaris": frozenset({Role.SECRETARY}),
    "maker": frozenset({Role.BIM}),
    "lezer": frozenset({Role.READER}),
    "vreemd": frozenset({Role.BIM}),
}
people = st.sampled_from(sorted(PEOPLE))
leaders = st.sampled_from(["secretaris", "gijs"]) | people
arguments = st.sampled_from(["", "  Nee,\nniet zo. ⚖️ ", "Omdat"])
MAKER = User("maker", "Maker", PEOPLE["maker"])
CHANGES = (
    "UPDATE ballot SET choice = '5'",
    "DELETE FROM ballot",
    "UPDATE review SET anonymous = NOT anonymous",
    "UPDATE review_round SET closed_at = NULL WHERE closed_at IS NOT NULL",
    "DELETE FROM took_part",
    "UPDATE advice SET content = '{}'",
    "INSERT INTO took_part SELECT id, 'vreemd' FROM review_round WHERE closed_at IS NOT NULL",
)


class Reviewing(RuleBasedStateMachine):
    """A review beside a model of it: what each person said last, per round."""

    url = ""
    framework = None

    def __init__(self):
        super().__init__()
        self.store = Store(type(self).url(), Clock())
        self.assessment = offer(self.store, MAKER, type(self).framework)
        self.invited, self.rounds, self.seen = set(), [], {}
        self.open, self.advice, self.anonymous = None, None, None

    def teardown(self):
        self.store.close()

    def user(self, name):
        return User(name, name.title(), PEOPLE[name])

    @initialize(anonymous=st.booleans(), invited=st.sets(st.sampled_from(NAMES), min_size=THRESHOLD - 1))
    def begin(self, anonymous, invited):
        secretary = self.user("secretaris")
        reviews.open_review(self.store, secretary, self.assessment, anonymous=anonymous, names=invited)
        self.anonymous, self.invited = anonymous, set(invited)
        self.items = reviews.current(self.store, secretary, self.assessment).items

    @contextmanager
    def expecting(self, *reasons):
        """Expect a refusal for the first reason that holds, and success when none does."""
        expected, met = next((error for error, holds in reasons if holds), None), None
        try:
            yield
        except (NotAllowed, ReviewRefused, BallotRefused) as error:
            met = error
        assert getattr(met, "why", type(met)) == (expected or type(None))

    def leads(self, name):
        return Role.SECRETARY in PEOPLE[name]

    @rule(who=leaders, whom=people)
    def invite(self, who, whom):
        with self.expecting(
            (NotAllowed, not self.leads(who)),
            (Why.ADVISED, self.advice),
            (Why.FILLED_IN, whom == MAKER.name),
        ):
            reviews.invite(self.store, self.user(who), self.assessment, [whom])
            self.invited.add(whom)

    @rule(who=leaders, whom=people)
    def withdraw(self, who, whom):
        said = {name for name, _item in self.rounds[-1][1]} if self.open else set()
        with self.expecting(
            (NotAllowed, not self.leads(who)),
            (Why.ADVISED, self.advice),
            (Why.ANSWERED, whom in self.invited and whom in said),
        ):
            withdrawing.withdraw(self.store, self.user(who), self.assessment, whom)
            self.invited.discard(whom)

    @rule(who=leaders)
    def open_round(self, who):
        reasons = (NotAllowed, not self.leads(who)), (Why.ADVISED, self.advice), (Why.ROUND_OPEN, self.open)
        with self.expecting(*reasons, (Why.NOBODY, not self.invited)):
            self.open = reviews.open_round(self.store, self.user(who), self.assessment)
            self.rounds.append((self.open.id, {}))

    @rule(who=leaders)
    def close_round(self, who):
        with self.expecting((NotAllowed, not self.leads(who)), (Why.ROUND_CLOSED, not self.open)):
            reviews.close_round(self.store, self.user(who), self.assessment)
            self.open = None

    @precondition(lambda self: self.rounds)
    @rule(data=st.data(), who=people, item=st.sampled_from([GO_AHEAD, 1]), signed=st.booleans())
    def answer(self, data, who, item, signed):
        choice = data.draw(st.sampled_from(choices(item)))
        aimed, said = data.draw(st.sampled_from(self.rounds))
        self.say(who, item, choice, data.draw(arguments), signed, aimed, said)

    @precondition(lambda self: self.open)
    @rule(count=st.integers(THRESHOLD - 1, len(NAMES)), objecting=st.booleans(), data=st.data())
    def many_answer(self, count, objecting, data):
        """Answer with many at once, or a round would seldom reach what an anonymous session shows."""
        aimed, said = self.rounds[-1]
        for name in [name for name in NAMES if name in self.invited][:count]:
            signed = data.draw(st.booleans())
            last = Choice.OBJECT if objecting else data.draw(st.sampled_from(list(Choice)))
            self.say(name, GO_AHEAD, last, f"Omdat {name}", signed, aimed, said)
            self.say(name, 1, data.draw(st.sampled_from(choices(1))), "", signed, aimed, said)

    @precondition(lambda self: self.invited and not self.advice)
    @rule(count=st.integers(THRESHOLD - 1, len(NAMES)), objecting=st.booleans(), data=st.data())
    def whole_round(self, count, objecting, data):
        """Go through a round in one step, so that few steps lead to an advice about many answers."""
        if not self.open:
            self.open_round("secretaris")
        self.many_answer(count, objecting, data)
        self.close_round("secretaris")

    @precondition(lambda self: len(self.rounds) >= 2 and self.invited and not self.advice)
    @rule(data=st.data())
    def conclude(self, data):
        """Go on to an advice about objections, some under a name."""
        self.whole_round(len(NAMES), True, data)
        self.advise("secretaris")

    def say(self, who, item, choice, argument, signed, aimed, said):
        with self.expecting(
            (NotAllowed, not PEOPLE[who] & VOTING),
            (Why.NOT_INVITED, who not in self.invited),
            (Why.ROUND_CLOSED, not self.open or self.open.id != aimed),
            (BallotRefused, needs_argument(item, choice) and not argument.strip()),
        ):
            user = self.user(who)
            ballots.answer(self.store, user, self.assessment, aimed, item, choice, argument, signed=signed)
            said[who, item] = (choice, argument, user.display if signed else None)

    @rule(who=leaders, why=st.sampled_from(["", "Niemand twijfelt"]))
    def advise(self, who, why="Niemand twijfelt"):
        answered = sum(bool(said) for _id, said in self.rounds)
        with self.expecting(
            (NotAllowed, not self.leads(who)),
            (Why.ADVISED, self.advice),
            (Why.ROUND_OPEN, self.open),
            (Why.NO_ROUND, not self.rounds),
            (Why.ONE_ROUND, answered < 2 and not why),
        ):
            self.advice = advising.give(
                self.store, self.user(who), self.assessment, AdviceKind.DIVIDED, "Verdeeld.", one_round=why
            )

    @rule(statement=st.sampled_from(CHANGES))
    def write_past_the_services(self, statement):
        """Whoever gets at the database changes nothing: it refuses, or there is no such row yet."""
        changed, refusal = 0, None
        try:
            with self.store.engine.begin() as connection:
                changed = connection.execute(text(statement)).rowcount
        except DBAPIError as error:
            refusal = str(error.orig)
        assert changed == 0
        assert refusal is None or "kept as it was written" in refusal

    @invariant()
    def every_user_sees_closed_rounds_only_and_right(self):
        closed = self.rounds[:-1] if self.open else self.rounds
        found = ballots.closed_results(self.store, self.user("lezer"), self.assessment)
        assert [results.round.id for results in found] == [id_ for id_, _ in closed]
        for results, (_, said) in zip(found, closed, strict=True):
            assert results.took_part == tuple(sorted({who for who, _item in said}))
            for item in self.items:
                self.check(results.results[item], [(who, *v) for (who, of), v in said.items() if of == item])

    def check(self, result, said):
        if self.anonymous and len(said) < THRESHOLD:
            assert result is None
            return
        counts = Counter(choice for _who, choice, _argument, _signed in said)
        assert {choice: count for choice, count in result.counts.items() if count} == counts
        expected = Counter(
            (choice, argument, signed if self.anonymous else who)
            for who, choice, argument, signed in said
            if argument.strip()
        )
        assert Counter((a.choice, a.text, a.name) for a in result.arguments) == expected

    @invariant()
    def what_was_shown_of_a_closed_round_never_changes(self):
        for results in ballots.closed_results(self.store, self.user("lezer"), self.assessment):
            assert self.seen.setdefault(results.round.id, results) == results

    @invariant()
    def everybody_finds_their_own_answers_of_the_open_round(self):
        for who in sorted(self.invited):
            if PEOPLE[who] & VOTING:
                own = ballots.own(self.store, self.user(who), self.assessment)
                said = self.rounds[-1][1] if self.open else {}
                expected = {item: v for (by, item), v in said.items() if by == who}
                assert {
                    item: (found.choice, found.argument, found.signed_by) for item, found in own.items()
                } == expected

    @invariant()
    def outsiders_see_nothing(self):
        for look in (reviews.current, ballots.closed_results, advising.on_round):
            with pytest.raises(NotAllowed):
                look(self.store, self.user("vreemd"), self.assessment)
        for name in ("anna", "lezer", "maker"):
            with pytest.raises(NotAllowed):
                reviews.progress(self.store, self.user(name), self.assessment)

    @invariant()
    def the_database_ties_no_anonymous_answer_to_anybody(self):
        if not self.anonymous:
            return
        with self.store.engine.connect() as connection:
            assert connection.scalar(text("SELECT count(author) FROM ballot")) == 0
            kept = connection.scalar(text("SELECT count(*) FROM review_key"))
            left = {str(found) for found in connection.scalars(text("SELECT round_id FROM open_ballot"))}
            assert kept == bool(self.open)
            assert {found.replace("-", "") for found in left} <= ({self.open.id.hex} if self.open else set())

    @invariant()
    def objections_stand_word_for_word_in_the_advice(self):
        if not self.advice:
            return
        said = [v for (_who, item), v in self.rounds[-1][1].items() if item == GO_AHEAD]
        objections = [
            Dissent(argument, signed) for choice, argument, signed in said if choice == Choice.OBJECT
        ]
        hidden = self.anonymous and len(said) < THRESHOLD
        assert Counter(self.advice.dissents) == Counter([] if hidden else objections)


def test_no_sequence_of_actions_breaks_a_promise_or_a_permission(databases, framework):
    given = {"url": staticmethod(databases.migrated), "framework": framework}
    machine = type("Machine", (Reviewing,), given)

    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=5,
            stateful_step_count=25,
            suppress_health_check=list(HealthCheck),
        ),
    )
