"""A review session with everybody in it, and what they do there."""

import pytest

from assessment.review.advice import AdviceKind
from assessment.review.ballots import GO_AHEAD, Choice
from services import (
    advising,
    ballots,
    reviews,
)
from services.review_errors import ReviewRefused


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


def refused(why, act, *given, **more):
    with pytest.raises(ReviewRefused) as refusal:
        act(*given, **more)
    assert refusal.value.why is why


def everybody(room, choice="3", *, count=5):
    for member in room.members[:count]:
        room.say(member, 1, choice, f"Reden van {member.name}")
        room.say(member, GO_AHEAD, Choice.AGREE)


def give(room, kind=AdviceKind.POSITIVE, text="Dit kan.", *, one_round="Iedereen is het eens.", **more):
    return advising.give(room.store, room.secretary, room.assessment, kind, text, one_round=one_round, **more)
