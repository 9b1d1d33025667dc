"""Random walks on the road by everybody: nobody leaves the table, and nobody decides on their own work."""

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

from assessment.answers import Reply
from assessment.review.advice import AdviceKind
from assessment.road import State
from services import answers, finishing, overrides, road
from services.errors import Refused
from services.roles import Role
from services.users import User
from storage.store import Store
from tests.conftest import Clock
from tests.services import roads
from tests.services.roads import CLERK, DECISION, MAKER, ON, OWNER, SECRETARY, WHY, person

# Fills in and has the right to decide: who must never do both.
BOTH = User("beide", "Beide", frozenset({Role.BIM, Role.COLLEGE_SECRETARY}))
LOCAL = person(Role.LOCAL)
PEOPLE = [MAKER, OWNER, CLERK, SECRETARY, BOTH, LOCAL, person(Role.FG), person(Role.READER)]
DECIDERS = {CLERK.name, BOTH.name, LOCAL.name}
USERS = st.sampled_from(PEOPLE)
VERDICTS = st.sampled_from(["go", "go_if", "stop", "back"])
CONDITION = {"text": "Doe een DPIA", "owner": "PO", "due": "2027-01-01"}

# The table once more, as pairs.
ALLOWED = {
    ("concept", "concept"),
    ("concept", "in_review"),
    ("in_review", "concept"),
    ("in_review", "advised"),
    ("in_review", "decided"),
    ("advised", "concept"),
    ("advised", "in_review"),
    ("advised", "decided"),
    ("decided", "concept"),
    ("decided", "on_watch"),
    ("decided", "reweigh"),
    ("decided", "ended"),
    ("on_watch", "in_use"),
    ("on_watch", "reweigh"),
    ("on_watch", "ended"),
    ("in_use", "reweigh"),
    ("in_use", "ended"),
    ("reweigh", "concept"),
    ("reweigh", "ended"),
    ("reweigh", "decided"),
    ("reweigh", "on_watch"),
    ("reweigh", "in_use"),
}


class Walk(RuleBasedStateMachine):
    """One assessment, and everybody trying everything."""

    databases = None

    def __init__(self):
        super().__init__()
        self.store = Store(self.databases.migrated(), Clock())
        self.made = roads.new(self.store)
        with self.store.transaction() as tx:
            tx.members.add(roads.Member(self.made, BOTH.name, Role.AUTHOR, MAKER.name, tx.now))
        self.wrote = {MAKER.name}
        self.decided_by = []  # (who, who had written by then)
        self.lowered_by = []

    @initialize(writers=st.sets(st.sampled_from([BOTH, LOCAL])), offered=st.booleans())
    def begin(self, writers, offered):
        """Begin where it gets tense: somebody with the right to decide wrote, and it lies there to decide."""
        for number, user in enumerate(sorted(writers, key=lambda one: one.name)):
            answers.save(
                self.store, user, self.made, "t_uitz_bewijs", Reply(["ja", "nee"][number]), seen=number
            )
            self.wrote.add(user.name)
        if offered:
            finishing.finish(self.store, MAKER, self.made, ON)
            road.move(self.store, MAKER, self.made, State.IN_REVIEW)

    def teardown(self):
        self.store.close()

    def attempt(self, act):
        """Do something that may be refused; a refusal changes nothing."""
        before = self.history()
        try:
            act()
        except (Refused, ValueError):
            assert self.history() == before

    def history(self):
        return road.history(self.store, LOCAL, self.made)

    @rule(user=USERS, value=st.sampled_from(["ja", "nee"]))
    def answer(self, user, value):
        def act():
            seen = answers.current(self.store, LOCAL, self.made).get("t_uitz_bewijs")
            answers.save(
                self.store, user, self.made, "t_uitz_bewijs", Reply(value), seen=seen.number if seen else 0
            )
            with self.store.reading() as tx:
                self.wrote |= tx.answers.authors(self.made)

        self.attempt(act)

    @rule(user=USERS)
    def finish(self, user):
        self.attempt(lambda: finishing.finish(self.store, user, self.made, ON))

    @rule(user=USERS, why=st.sampled_from(["", WHY]))
    def reopen(self, user, why):
        self.attempt(lambda: finishing.reopen(self.store, user, self.made, why=why))

    def go(self, user, to, why, verdict="go"):
        decision = DECISION | {"verdict": verdict, "conditions": [CONDITION] * (verdict == "go_if")}
        given = {**decision, "on": "2026-11-22", "dissent": why, "trigger": "data", "met": [0]}

        def act():
            road.move(self.store, user, self.made, to, why=why, detail=given)
            if self.history()[-1].to is State.DECIDED and self.history()[-1].from_ is not State.REWEIGH:
                self.decided_by.append((user.name, frozenset(self.wrote)))

        self.attempt(act)

    @rule(user=USERS, to=st.sampled_from(State), why=st.sampled_from(["", WHY]), verdict=VERDICTS)
    def go_anywhere(self, user, to, why, verdict):
        self.go(user, to, why, verdict)

    @rule(pick=st.sampled_from(range(12)), verdict=VERDICTS)
    def go_on(self, pick, verdict):
        """Take a step forward that the page offers to somebody, so that walks get far."""
        offered = [
            (user, choice.move.to)
            for user in PEOPLE
            for choice in road.choices(self.store, user, self.made)
            if choice.is_open and choice.move.to not in (State.ADVISED, State.CONCEPT)
        ]
        if offered:
            user, to = offered[pick % len(offered)]
            before = len(self.history())
            self.go(user, to, WHY, verdict)
            # What a page offers can be done.
            assert len(self.history()) == before + 1

    @precondition(lambda self: road.where(self.store, LOCAL, self.made).state is State.IN_REVIEW)
    @rule(kind=st.sampled_from(AdviceKind))
    def advise(self, kind):
        self.attempt(lambda: roads.advise(self.store, self.made, kind))

    @rule(user=USERS, level=st.sampled_from(["laag", "hoog", "verboden"]))
    def set_by_hand(self, user, level):
        def act():
            overrides.set_level(self.store, user, self.made, "trede", level, why=WHY, on=ON)
            if level == "laag":
                self.lowered_by.append((user.name, frozenset(self.wrote)))

        self.attempt(act)

    @invariant()
    def road_is_one_line_within_the_table(self):
        steps = self.history()
        assert {(step.from_.value, step.to.value) for step in steps} <= ALLOWED
        assert [step.number for step in steps] == list(range(1, len(steps) + 1))
        starts = [State.CONCEPT, *(step.to for step in steps)]
        assert [step.from_ for step in steps] == starts[: len(steps)]
        assert road.where(self.store, LOCAL, self.made).state is starts[-1]

    @invariant()
    def nobody_decides_on_what_they_filled_in(self):
        decisions = [
            step for step in self.history() if step.to is State.DECIDED and step.from_ is not State.REWEIGH
        ]
        assert len(decisions) == len(self.decided_by)
        for who, wrote in self.decided_by:
            assert who in DECIDERS
            assert who not in wrote

    @invariant()
    def every_decision_has_an_advice_or_says_why_not(self):
        for step in self.history():
            if step.to is State.DECIDED:
                assert step.from_ is State.ADVISED or step.why

    @invariant()
    def a_call_is_withdrawn_to_where_it_was_made_from_and_what_held_holds_again(self):
        steps = self.history()
        for number, step in enumerate(steps):
            if step.from_ is State.REWEIGH and step.to not in (State.CONCEPT, State.ENDED):
                assert steps[number - 1].from_ is step.to
                assert step.why
                held = [before for before in steps[:number] if before.to is step.to][-1]
                assert step.detail == held.detail

    @invariant()
    def answers_change_in_an_open_concept_only(self):
        standing = road.where(self.store, LOCAL, self.made)
        assert standing.finished or standing.state is State.CONCEPT

    @invariant()
    def only_those_who_may_set_a_level_lower(self):
        lowered = [made for made in overrides.of(self.store, LOCAL, self.made) if made.level == "laag"]
        assert [made.author for made in lowered] == [who for who, _wrote in self.lowered_by]
        assert {made.author for made in lowered} <= {person(Role.FG).name, LOCAL.name}
        assert all(who not in wrote for who, wrote in self.lowered_by)


@pytest.mark.parametrize("kind,walks", [("sqlite", 8), ("postgresql", 3)])
def test_no_walk_leaves_the_road(request, kind, walks):
    Walk.databases = request.getfixturevalue("sqlite" if kind == "sqlite" else "postgres")

    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=walks,
            stateful_step_count=30,
            suppress_health_check=list(HealthCheck),
        ),
    )
