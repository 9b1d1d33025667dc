"""Finishing: a round is frozen, can be computed again, and shows what changed since."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from assessment.answers import Reply
from services import answers, assessments, evidence, examples, finishing
from services.answers import AnswerChanged
from services.errors import AssessmentFinished, NotFinished
from services.finishing import AnswerChange
from storage.store import Store

ON = date(2026, 11, 22)


@pytest.fixture
def example(store, user):
    """A copy of the first example, complete."""
    return examples.copy_example(store, user, "c01").id


@pytest.fixture
def change(store, user, example):
    """Change one answer of the example."""

    def changing(question, reply):
        seen = answers.current(store, user, example)[question].number
        return answers.save(store, user, example, question, reply, seen=seen)

    return changing


def test_snapshot_holds_version_answers_outcome_moment_and_author(store, user, framework, example):
    snapshot = finishing.finish(store, user, example, ON)

    content = json.loads(snapshot.content)
    assert (snapshot.framework_version, snapshot.framework_hash) == (framework.version, framework.hash)
    assert content["outcome"]["dimensions"]["trede"]["at_most"] == "hoog"
    assert content["answers"]["qs_invloed"] == "direct"
    assert (snapshot.round, snapshot.on, snapshot.author) == (1, ON, user.name)
    assert snapshot.sha256 == hashlib.sha256(snapshot.content.encode()).hexdigest()
    assert snapshot.revisions == dict.fromkeys(answers.current(store, user, example), 1)


def test_snapshot_reads_back_equal_and_marks_the_assessment_finished(store, user, example):
    assert finishing.latest_snapshot(store, user, example) is None

    snapshot = finishing.finish(store, user, example, ON)

    assert finishing.latest_snapshot(store, user, example) == snapshot
    found = assessments.opened(store, user, example)
    assert (found.finished, found.finished_at, found.round) == (True, snapshot.at, 1)


@pytest.mark.parametrize("name", ["c01", "c02", "c03"])
def test_snapshot_recomputes_to_itself(store, user, name):
    snapshot = finishing.finish(store, user, examples.copy_example(store, user, name).id, ON)

    assert finishing.recomputes(snapshot)


def test_altered_snapshot_does_not_recompute(store, user, example):
    snapshot = finishing.finish(store, user, example, ON)
    milder = snapshot.content.replace('"at_most":"hoog"', '"at_most":"laag"')
    assert milder != snapshot.content

    assert not finishing.recomputes(replace(snapshot, content=milder))
    assert not finishing.recomputes(replace(snapshot, on=date(2030, 1, 1)))


@pytest.mark.parametrize(
    "use",
    [
        lambda store, user, held: answers.save(store, user, held, "qs_invloed", Reply("geen"), seen=1),
        lambda store, user, held: assessments.rename(store, user, held, "Andere naam"),
        lambda store, user, held: evidence.add_link(store, user, held, "qs_invloed", "https://example.org"),
        lambda store, user, held: evidence.add_file(store, user, held, "qs_invloed", "a.txt", b"a"),
        lambda store, user, held: finishing.finish(store, user, held, ON),
    ],
)
def test_nothing_in_a_finished_assessment_changes(store, user, example, use):
    finishing.finish(store, user, example, ON)
    before = assessments.opened(store, user, example), answers.current(store, user, example)

    with pytest.raises(AssessmentFinished, match="Heropen de afweging eerst"):
        use(store, user, example)

    assert (assessments.opened(store, user, example), answers.current(store, user, example)) == before
    assert evidence.of_assessment(store, user, example) == {}


def test_reply_typed_while_another_tab_finished_is_kept_once_and_saved_after_reopening(store, user, example):
    seen = answers.current(store, user, example)["qs_invloed"].number
    finishing.finish(store, user, example, ON)
    late = Reply("geen", "Uit het overleg van vanochtend")
    for _attempt in range(2):
        with pytest.raises(AssessmentFinished):
            answers.save(store, user, example, "qs_invloed", late, seen=seen)

    kept = [found for found in answers.history(store, user, example, "qs_invloed") if found.set_aside]
    assert [found.reply for found in kept] == [late]
    finishing.reopen(store, user, example)
    assert answers.save(store, user, example, "qs_invloed", late, seen=seen).number == seen + 1


def test_evidence_of_a_finished_assessment_cannot_be_removed(store, user, example):
    link = evidence.add_link(store, user, example, "qs_invloed", "https://example.org")
    finishing.finish(store, user, example, ON)

    with pytest.raises(AssessmentFinished):
        evidence.remove(store, user, link.id)


def test_reopening_begins_a_new_round_with_the_same_answers(store, user, example, change):
    snapshot = finishing.finish(store, user, example, ON)
    before = answers.current(store, user, example)

    reopened = finishing.reopen(store, user, example)

    assert (reopened.finished, reopened.round) == (False, 2)
    assert reopened == assessments.opened(store, user, example)
    assert answers.current(store, user, example) == before
    assert finishing.latest_snapshot(store, user, example) == snapshot
    assert change("qs_invloed", Reply("geen")).number == 2


def test_each_round_has_a_snapshot_of_its_own(store, user, example, change):
    first = finishing.finish(store, user, example, ON)
    finishing.reopen(store, user, example)
    change("qs_invloed", Reply("geen"))
    second = finishing.finish(store, user, example, ON)

    assert [snapshot.round for snapshot in (first, second)] == [1, 2]
    assert finishing.snapshots(store, user, example) == [first, second]
    assert finishing.latest_snapshot(store, user, example) == second
    assert first.answers_hash != second.answers_hash


def test_open_assessment_cannot_be_reopened(store, user, example):
    with pytest.raises(NotFinished, match="al open"):
        finishing.reopen(store, user, example)


def test_without_a_snapshot_there_is_nothing_to_compare_with(store, user, example):
    assert finishing.changes_since(store, user, example, ON) is None


def test_right_after_reopening_nothing_has_changed(store, user, example):
    finishing.finish(store, user, example, ON)
    finishing.reopen(store, user, example)

    changes = finishing.changes_since(store, user, example, ON)

    assert (changes.answers, changes.dimensions, changes.instruments) == ((), (), ())


def test_changes_name_answers_and_levels_before_and_after(store, user, example, change):
    finishing.finish(store, user, example, ON)
    finishing.reopen(store, user, example)
    change("r_ernst", Reply("weet_niet", "wordt nagezocht"))
    change("t_invloed", Reply("klein"))
    change("qs_persoonsgegevens", Reply("nee"))

    changes = finishing.changes_since(store, user, example, ON)

    assert [change.question for change in changes.answers] == ["qs_persoonsgegevens", "t_invloed", "r_ernst"]
    assert changes.answers[2] == AnswerChange(
        "r_ernst", Reply("ernstig"), Reply("weet_niet", "wordt nagezocht")
    )
    dpia = next(change for change in changes.dimensions if change.id == "dpia")
    assert dpia.before == ("verplicht", "verplicht")
    assert dpia.after != dpia.before
    assert "dpia" in [change.id for change in changes.instruments]


def test_change_that_was_changed_back_is_no_change(store, user, example, change):
    finishing.finish(store, user, example, ON)
    finishing.reopen(store, user, example)
    change("qs_invloed", Reply("geen"))
    change("qs_invloed", Reply("direct"))

    assert finishing.changes_since(store, user, example, ON).answers == ()


def test_note_alone_and_first_answer_count_as_changes(store, user, example, change):
    finishing.finish(store, user, example, ON)
    finishing.reopen(store, user, example)
    change("qs_invloed", Reply("direct", "nieuwe toelichting"))
    answers.save(store, user, example, "t_uitz_bewijs", Reply("nee"), seen=0)

    assert finishing.changes_since(store, user, example, ON).answers == (
        AnswerChange("qs_invloed", Reply("direct"), Reply("direct", "nieuwe toelichting")),
        AnswerChange("t_uitz_bewijs", Reply(None), Reply("nee")),
    )


def test_cleared_answer_counts_as_a_change(store, user, example, change):
    finishing.finish(store, user, example, ON)
    finishing.reopen(store, user, example)
    change("qs_invloed", Reply(None))

    assert finishing.changes_since(store, user, example, ON).answers == (
        AnswerChange("qs_invloed", Reply("direct"), Reply(None)),
    )


def test_duty_that_started_in_between_shows_without_any_new_answer(store, user):
    held = examples.copy_example(store, user, "c03").id
    finishing.finish(store, user, held, ON)

    changes = finishing.changes_since(store, user, held, date(2035, 1, 1))

    assert changes.answers == ()
    assert all(change.before != change.after for change in changes.instruments)


def test_changes_can_be_asked_since_an_earlier_round(store, user, example, change):
    first = finishing.finish(store, user, example, ON)
    finishing.reopen(store, user, example)
    change("qs_invloed", Reply("geen"))
    finishing.finish(store, user, example, ON)

    assert finishing.changes_since(store, user, example, ON).answers == ()
    assert len(finishing.changes_since(store, user, example, ON, first).answers) == 1


def test_answer_given_while_somebody_finishes_is_in_the_snapshot_or_refused(store, user, example):
    def save():
        own = Store(store.engine.url.render_as_string(hide_password=False))
        try:
            return answers.save(own, user, example, "t_uitz_bewijs", Reply("nee", "Net op tijd?"), seen=0)
        except (AssessmentFinished, AnswerChanged) as refusal:
            return refusal
        finally:
            own.close()

    with ThreadPoolExecutor(1) as threads:
        saving = threads.submit(save)
        snapshot = finishing.finish(store, user, example, ON)
        saved = saving.result()

    assert ("t_uitz_bewijs" in snapshot.revisions) == (not isinstance(saved, AssessmentFinished))
    assert ("t_uitz_bewijs" in answers.current(store, user, example)) == (
        "t_uitz_bewijs" in snapshot.revisions
    )
