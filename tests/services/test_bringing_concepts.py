"""With sign-in a file brings answers in and nothing else: whoever makes it can write any decision in it."""

import json

import pytest

from services import (
    answers,
    assessments,
    audit,
    bringing_in,
    evidence,
    finishing,
    handover,
    members,
    overrides,
    permissions,
    reviews,
    road,
)
from services.access import Action
from services.bringing_in import FileRefused
from services.errors import NotAllowed
from services.roles import Role
from services.users import User
from storage import verification
from storage.audit import OVER_ALL
from tests import everything
from tests.everything import LOCAL, MAKER, OWNER

ELSE = User("ander", "Anders", frozenset({Role.BIM}))
BOTH = User("cio", "Cio", frozenset({Role.BIM, Role.CIO_OFFICE, Role.COLLEGE_SECRETARY}))


@pytest.fixture(scope="module")
def elsewhere(sqlite, framework):
    """Another installation, an assessment with everything in it there, and its file."""
    store = everything.Store(sqlite.migrated())
    made = everything.reviewed(store, framework)
    yield store, made, handover.export(store, LOCAL, made)
    store.close()


@pytest.fixture
def file(elsewhere):
    """The file with that assessment."""
    return elsewhere[2]


def changed(file, change):
    """Change what is in a file, without a trail that says otherwise, with a hash that fits again."""
    content = json.loads(file)
    del content["sha256"]
    content["trail"] = None
    change(content)
    return handover.file_of(content)


@pytest.mark.parametrize("user", [ELSE, BOTH], ids=["bim", "all"])
def test_answers_become_a_concept_of_who_brings_them_in(store, elsewhere, file, user):
    brought = bringing_in.bring_in(store, user, file)

    made = brought.assessment
    given, there = answers.current(store, user, made.id), answers.current(elsewhere[0], LOCAL, elsewhere[1])
    assert brought.is_copy
    assert made.id != elsewhere[1]
    assert (made.title, made.created_by, made.finished_at) == ("Schuldhulp", user.name, None)
    assert {name: one.reply for name, one in given.items()} == {n: one.reply for n, one in there.items()}
    assert {(one.author, one.number) for one in given.values()} == {(user.name, 1)}
    assert verification.faults(store) == []


def test_no_decision_name_advice_level_or_outcome_comes_along(store, file):
    made = bringing_in.bring_in(store, ELSE, file).assessment.id

    assert road.history(store, ELSE, made) == []
    assert [one.name for one in members.listed(store, ELSE, made)] == [ELSE.name]
    assert finishing.snapshots(store, ELSE, made) == []
    assert overrides.of(store, ELSE, made) == []
    assert reviews.current(store, ELSE, made) is None
    assert evidence.of_assessment(store, ELSE, made) == {}
    for named in (OWNER, MAKER):
        with pytest.raises(NotAllowed):
            assessments.opened(store, named, made)


def test_trail_and_page_tell_who_brought_it_in(store, file):
    made = bringing_in.bring_in(store, ELSE, file).assessment.id

    origin = bringing_in.origin(store, ELSE, made)
    told = [(entry.who, entry.event) for entry in audit.page(store, ELSE, made)]
    assert (origin.who, origin.event) == (ELSE.name, bringing_in.BROUGHT)
    assert {who for who, _event in told} == {ELSE.name}
    assert told[0][1] == bringing_in.BROUGHT


def test_file_takes_no_id_of_an_assessment_that_may_come_later(store, elsewhere, file):
    bringing_in.bring_in(store, ELSE, file)

    assert not bringing_in.bring_in(store, LOCAL, file).is_copy
    assert assessments.opened(store, LOCAL, elsewhere[1]).id == elsewhere[1]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.LOCAL])
def test_no_role_from_sign_in_brings_in_history(store, role):
    assert Action.BRING_WHOLE not in permissions.of(store, User("iemand", "Iemand", frozenset({role})))


def deep(content):
    """Nest an answer deeper than can be read."""
    content["tables"]["revision"][0]["value"] = "[" * 100_000


def no_number(content):
    """Write a word where an amount has its number."""
    content["tables"]["revision"][0]["value"] = '{"number": "veel"}'


def no_revision_number(content):
    """Leave out which answer of its question it is."""
    del content["tables"]["revision"][0]["number"]


def long_note(content):
    """Explain more than fits."""
    content["tables"]["revision"][0]["note"] = "a" * 100_000


def list_of_assessments(content):
    """Take the id under which the list of all assessments is kept."""
    text = json.dumps(content).replace(content["id"], str(OVER_ALL))
    content.update(json.loads(text))


def somebody_elses(content):
    """Put a round in a session of another assessment."""
    content["tables"]["review_round"][0]["review_id"] = "00000000-0000-4000-8000-000000000001"


@pytest.mark.parametrize(
    "forgery",
    [deep, no_number, no_revision_number, long_note, list_of_assessments, somebody_elses],
    ids=lambda forgery: forgery.__name__,
)
def test_spoilt_file_is_refused_in_words_and_leaves_nothing(sqlite_store, file, forgery):
    with pytest.raises(FileRefused, match="Er is niets ingelezen"):
        bringing_in.bring_in(sqlite_store, ELSE, changed(file, forgery))

    assert assessments.mine(sqlite_store, ELSE) == []


def test_file_of_very_many_small_parts_is_refused_before_it_is_read(sqlite_store):
    with pytest.raises(FileRefused, match="te veel onderdelen"):
        bringing_in.bring_in(sqlite_store, ELSE, b"[" + b"0," * 3_000_000 + b"0]")
