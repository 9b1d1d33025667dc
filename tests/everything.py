"""A store with everything in it that people can do: for what copies all of it."""

from contextlib import suppress
from datetime import UTC, date, datetime
from uuid import UUID

from assessment.answers import Reply
from assessment.framework import Framework
from assessment.review.advice import AdviceKind
from assessment.review.ballots import GO_AHEAD, Choice
from assessment.road import State
from services import (
    advising,
    answers,
    assessments,
    ballots,
    comments,
    evidence,
    finishing,
    members,
    overrides,
    people,
    reviews,
    road,
)
from services.answers import AnswerChanged
from services.roles import Role
from services.users import User
from storage.store import Store

ON = date(2026, 11, 22)
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
MAKER = User("maker", "Maaike Maker", frozenset({Role.BIM}))
SECRETARY = User("secretaris", "Sietse Secretaris", frozenset({Role.SECRETARY}))
NETWORK = tuple(
    User(name, name.title(), frozenset({Role.NETWORK}))
    for name in ("anna", "bram", "cees", "dora", "els", "frank")
)
OWNER = User("eigenaar", "Otto Eigenaar", frozenset({Role.BIM}))
FG = User("fg", "Femke", frozenset({Role.FG}))
LOCAL = User("lokaal", "Lokale gebruiker", frozenset({Role.LOCAL}))
GIVEN = {
    "qs_algoritme": "ja",
    "qs_gebied": ("essentiele_dienst",),
    "qs_invloed": "direct",
    "qs_persoonsgegevens": "ja",
    "qs_kwetsbaar": ("schulden_uitkering",),
}


def reviewed(store: Store, framework: Framework, *, voters: int = 5) -> UUID:
    """Make an assessment with something in every table, up to an advice; so many members answered."""
    for person in (MAKER, SECRETARY, OWNER, FG, *NETWORK):
        people.remember(store, person, datetime(2026, 11, 1, tzinfo=UTC))
    made = _answered(store, framework)
    finishing.finish(store, MAKER, made, ON)
    overrides.set_level(store, FG, made, "trede", "verboden", why="Dit is te veel", on=ON)
    road.move(store, MAKER, made, State.IN_REVIEW)
    _reviewed(store, made, voters)
    return made


def with_open_round(store: Store, framework: Framework) -> UUID:
    """Make an assessment in review, with a round that is open and an answer in it."""
    made = assessments.create(store, MAKER, title="Parkeren", framework=framework).id
    for question, value in GIVEN.items():
        answers.save(store, MAKER, made, question, Reply(value), seen=0)
    finishing.finish(store, MAKER, made, ON)
    road.move(store, MAKER, made, State.IN_REVIEW)
    reviews.open_review(store, SECRETARY, made, anonymous=True, names=[one.name for one in NETWORK[:5]])
    opened = reviews.open_round(store, SECRETARY, made)
    ballots.answer(store, NETWORK[0], made, opened.id, GO_AHEAD, Choice.AGREE, "Nog geheim")
    return made


def _answered(store: Store, framework: Framework) -> UUID:
    made = assessments.create(store, MAKER, title="Schuldhulp: é <b> 🙂", framework=framework).id
    members.invite(store, MAKER, made, OWNER.name, Role.PROCESS_OWNER)
    for question, value in GIVEN.items():
        answers.save(store, MAKER, made, question, Reply(value, "Zo zit het", "document"), seen=0)
    answers.save(store, MAKER, made, "qs_invloed", Reply("geen"), seen=1)
    answers.save(store, MAKER, made, "qs_invloed", Reply("direct"), seen=2)
    with suppress(AnswerChanged):
        answers.save(store, LOCAL, made, "qs_invloed", Reply("geen", "Te laat"), seen=1)
    evidence.add_file(store, MAKER, made, "qs_algoritme", "foto.png", PICTURE)
    link = evidence.add_link(store, MAKER, made, "qs_algoritme", "https://example.org/a?b=c&d")
    evidence.remove(store, MAKER, link.id)
    removed = evidence.add_file(store, MAKER, made, "qs_algoritme", "weg.txt", b"Verwijderd bestand")
    evidence.remove(store, MAKER, removed.id)
    comments.write(store, MAKER, made, "qs_invloed", "Klopt dit?", mention=[FG.name])
    assessments.remember_place(store, MAKER, made, "doel")
    assessments.rename(store, MAKER, made, "Schuldhulp")
    return made


def _reviewed(store: Store, made: UUID, voters: int) -> None:
    invited = [one.name for one in NETWORK[:5]]
    reviews.open_review(store, SECRETARY, made, anonymous=True, names=invited)
    opened = reviews.open_round(store, SECRETARY, made)
    for member in NETWORK[:voters]:
        ballots.answer(store, member, made, opened.id, GO_AHEAD, Choice.OBJECT, "Dit moet niet")
        ballots.answer(store, member, made, opened.id, 1, "5", "")
    reviews.close_round(store, SECRETARY, made)
    advising.give(store, SECRETARY, made, AdviceKind.NEGATIVE, "Doe dit niet.", one_round="Spoed")
