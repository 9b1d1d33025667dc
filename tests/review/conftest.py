"""People around a review, and an assessment that was offered to them."""

from datetime import date

import pytest

from assessment.answers import Reply
from assessment.road import State
from services import answers, assessments, finishing, road
from services.roles import Role
from services.users import User
from tests.review.rooms import begin

ON = date(2026, 11, 22)
ANSWERS = {
    "qs_algoritme": "ja",
    "qs_gebied": ("essentiele_dienst",),
    "qs_invloed": "direct",
    "qs_persoonsgegevens": "ja",
    "qs_kwetsbaar": ("schulden_uitkering",),
}


@pytest.fixture
def maker():
    return User("maker", "Maaike Maker", frozenset({Role.BIM}))


@pytest.fixture
def secretary():
    return User("secretaris", "Sietse Secretaris", frozenset({Role.SECRETARY}))


@pytest.fixture
def members():
    """Six members of the ethics network."""
    names = ("anna", "bram", "cees", "dora", "els", "frank")
    return [User(name, name.title(), frozenset({Role.NETWORK})) for name in names]


def offer(store, maker, framework):
    """Make an assessment and offer it for review."""
    made = assessments.create(store, maker, title="Schuldhulp", framework=framework)
    for question, value in ANSWERS.items():
        answers.save(store, maker, made.id, question, Reply(value), seen=0)
    finishing.finish(store, maker, made.id, ON)
    road.move(store, maker, made.id, State.IN_REVIEW)
    return made.id


@pytest.fixture
def offered(store, maker, framework):
    """The id of an assessment in review."""
    return offer(store, maker, framework)


@pytest.fixture
def anonymous(store, offered, secretary, members):
    """An anonymous session of five."""
    return begin(store, offered, secretary, members, anonymous=True)


@pytest.fixture
def named(store, offered, secretary, members):
    """A session of five in which names stand with answers."""
    return begin(store, offered, secretary, members, anonymous=False)
