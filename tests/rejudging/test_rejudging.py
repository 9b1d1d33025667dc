"""Rule changes: everything in the database judged in another version, in a process of its own."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from assessment.answers import Reply
from assessment.cases import load_cases, read_answers
from assessment.columns.change_words import change_text
from assessment.columns.changes import Subject
from services import assessments, frameworks, register, rejudging
from services.errors import NotAllowed
from services.rejudge_work import Rejudging, Request
from services.rejudging import Busy, State
from services.roles import Role
from services.users import User
from storage.records import Revision

ON = date(2026, 11, 22)
CASES = {case.id: case for case in load_cases(frameworks.folder(frameworks.versions()[0]))}
TIER = Subject("dimension", "trede")


def fill(store, user, framework, case, **changes):
    """Make an assessment of a worked case, with some answers changed."""
    answers = read_answers(framework, {**CASES[case].answers, **changes})
    made = assessments.create(store, user, title=f"Afweging {case}", framework=framework)
    at = datetime(2026, 11, 22, tzinfo=UTC)
    with store.transaction() as tx:
        tx.answers.append(
            made.id, *(Revision(name, 1, Reply(value), user.name, at) for name, value in answers.items())
        )
    return made.id


def wait(look):
    """Wait until a look is over."""
    look.process.wait(timeout=120)
    for thread in rejudging.threading.enumerate():
        if thread.name == "rejudging":
            thread.join(timeout=120)
    return look


def found(store, second):
    """Judge here, without a process."""
    work = Rejudging(store, Request("", second, ON))
    told = list(work.progress())
    assert told[-1].done == told[-1].total
    return work.found


def test_what_changes_is_found_with_its_reason(store, user, framework, second):
    changing = fill(store, user, framework, "k_g2", g_aantal=5000)
    fill(store, user, framework, "k_g2", g_aantal=5)
    (tally,) = found(store, second).assessments.values()

    rows = {UUID(key): change for key, change in tally.rows if change.counts}
    assert tally.seen == 2
    assert list(rows) == [changing]
    assert "telt nu mee" in change_text(framework, second, rows[changing])


def test_assessments_of_the_same_version_and_of_a_lost_one_are_counted_apart(
    sqlite_store, user, framework, second
):
    lost = framework.model_copy(update={"version": "2020.1"})
    fill(sqlite_store, user, framework, "k00")
    fill(sqlite_store, user, lost, "k00")

    assert found(sqlite_store, framework).same == 1
    assert found(sqlite_store, second).unreadable == {"2020.1": 1}


def test_entries_without_an_assessment_are_judged_on_what_the_register_says(
    sqlite_store, user, framework, second
):
    values = {"naam": "Parkeren", "domein": "fysiek", "status": "in_gebruik", "werking": "beslissend"}
    free = register.add(sqlite_store, user, values)
    tied = register.add(sqlite_store, user, {**values, "naam": "Bezwaren"})
    register.link(sqlite_store, user, tied.id, fill(sqlite_store, user, framework, "k00"))
    entries = found(sqlite_store, second).entries

    assert entries.seen == 1
    assert {key for key, _change in entries.rows} <= {str(free.id)}
    assert sum(entries.levels[TIER].values()) == 1


def test_a_look_runs_in_its_own_process_and_is_there_for_who_comes_back(
    sqlite_store, user, framework, second
):
    changing = fill(sqlite_store, user, framework, "k_g2", g_aantal=5000)
    wait(rejudging.start(sqlite_store, user, second, ON))
    look = rejudging.standing(sqlite_store, user)

    assert look.state is State.DONE
    assert (look.progress.done, look.progress.total) == (1, 1)
    (row,) = rejudging.named(sqlite_store, user, rejudging.rows(look))
    assert (row.id, row.name, row.old) == (changing, "Afweging k_g2", framework.version)


def test_a_look_can_be_stopped_and_belongs_to_its_user(sqlite_store, user, colleague, second):
    look = rejudging.start(sqlite_store, user, second, ON)

    assert rejudging.standing(sqlite_store, colleague) is None
    rejudging.stop(sqlite_store, user)
    wait(look)
    assert look.state is State.STOPPED
    assert look.process.returncode is not None


def test_a_process_that_breaks_is_told_and_no_more_than_two_run_at_once(
    sqlite_store, user, colleague, second
):
    third = User("derde", "Derde", frozenset({Role.LOCAL}))
    looks = [rejudging.start(sqlite_store, who, second, ON) for who in (user, colleague)]
    with pytest.raises(Busy):
        rejudging.start(sqlite_store, third, second, ON)
    for look in looks:
        look.process.kill()

    assert [wait(look).state for look in looks] == [State.FAILED, State.FAILED]


def test_titles_are_only_for_who_may_read_them(sqlite_store, user, framework, second):
    keeper = User("beheer", "Beheer", frozenset({Role.CIO_OFFICE}))
    fill(sqlite_store, user, framework, "k_g2", g_aantal=5000)
    (tally,) = found(sqlite_store, second).assessments.values()
    rows = [rejudging.Row(UUID(key), framework.version, change, None) for key, change in tally.rows]

    (row,) = rejudging.named(sqlite_store, keeper, rows)
    assert row.name == "Afweging k_g2"
    with pytest.raises(NotAllowed):
        rejudging.named(sqlite_store, User("x", "X", frozenset({Role.BIM})), rows)
