"""Access: every service asks, and what is not allowed changes nothing."""

from datetime import date
from uuid import uuid4

import pytest

from assessment.answers import Reply
from services import access, answers, assessments, evidence, examples, finishing
from services.access import MAY, Action, Role
from services.errors import NotAllowed
from services.users import local_user

ON = date(2026, 11, 22)
USES = {
    Action.CREATE: [
        lambda s, u, f, _: assessments.create(s, u, title="Naam", framework=f),
        lambda s, u, _f, _: examples.copy_example(s, u, "c01"),
    ],
    Action.LIST: [
        lambda s, u, _f, _: assessments.mine(s, u),
        lambda s, u, _f, _: assessments.count_mine(s, u),
    ],
    Action.READ: [
        lambda s, u, _, i: assessments.opened(s, u, i),
        lambda s, u, _, i: assessments.place(s, u, i),
        lambda s, u, _, i: assessments.remember_place(s, u, i, "risico"),
        lambda s, u, _, i: answers.current(s, u, i),
        lambda s, u, _, i: answers.history(s, u, i, "qs_algoritme"),
        lambda s, u, _, i: evidence.of_assessment(s, u, i),
        lambda s, u, _, i: evidence.for_question(s, u, i, "qs_algoritme"),
        lambda s, u, _, i: finishing.latest_snapshot(s, u, i),
        lambda s, u, _, i: finishing.snapshots(s, u, i),
        lambda s, u, _, i: finishing.changes_since(s, u, i, ON),
    ],
    Action.ANSWER: [lambda s, u, _, i: answers.save(s, u, i, "qs_algoritme", Reply("ja"), seen=0)],
    Action.RENAME: [lambda s, u, _, i: assessments.rename(s, u, i, "Nieuw")],
    Action.ATTACH: [
        lambda s, u, _, i: evidence.add_link(s, u, i, "qs_algoritme", "https://example.org"),
        lambda s, u, _, i: evidence.add_file(s, u, i, "qs_algoritme", "a.txt", b"a"),
    ],
    Action.FINISH: [lambda s, u, _, i: finishing.finish(s, u, i, ON)],
    Action.REOPEN: [lambda s, u, _, i: finishing.reopen(s, u, i)],
}


def test_local_user_may_do_everything():
    for action in Action:
        access.require(local_user(), action)


def test_every_role_has_a_row_in_the_table():
    assert set(MAY) == set(Role)


@pytest.mark.parametrize("action", list(Action))
def test_action_that_is_not_allowed_is_refused_by_every_service(
    sqlite_store, user, framework, monkeypatch, action
):
    weighing = assessments.create(sqlite_store, user, title="Schuldhulp", framework=framework)
    monkeypatch.setattr(access, "MAY", {Role.LOCAL: frozenset(Action) - {action}})

    for use in USES[action]:
        with pytest.raises(NotAllowed, match="Je mag dit niet doen"):
            use(sqlite_store, user, framework, weighing.id)

    monkeypatch.undo()
    assert answers.current(sqlite_store, user, weighing.id) == {}
    assert assessments.mine(sqlite_store, user)[0].updated_at == weighing.updated_at


def test_evidence_of_an_assessment_one_may_not_read_stays_closed(sqlite_store, user, framework, monkeypatch):
    weighing = assessments.create(sqlite_store, user, title="Schuldhulp", framework=framework)
    file = evidence.add_file(sqlite_store, user, weighing.id, "qs_algoritme", "a.txt", b"a")
    monkeypatch.setattr(access, "MAY", {Role.LOCAL: frozenset()})

    with pytest.raises(NotAllowed):
        evidence.content(sqlite_store, user, file.id)
    with pytest.raises(NotAllowed):
        evidence.remove(sqlite_store, user, file.id)


def test_unknown_assessment_is_not_found_before_rights_are_asked(sqlite_store, user):
    with pytest.raises(Exception, match="bestaat niet"):
        assessments.opened(sqlite_store, user, uuid4())
