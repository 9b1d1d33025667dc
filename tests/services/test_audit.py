"""What people do stands in the audit trail: who did what, and never what they wrote."""

from datetime import date

import pytest

from assessment.answers import Reply
from services import answers, assessments, audit, dossiers, evidence, examples, finishing
from storage import verification

SECRET = "Wat niemand anders hoeft te lezen"


@pytest.fixture
def happened(store, user, weighing):
    """Give what happened to the assessment since it began, oldest first, as (who, event, about)."""

    def listing():
        found = audit.page(store, user, weighing, limit=100)[::-1]
        return [(entry.who, entry.event, entry.about) for entry in found[1:]]

    return listing


def test_every_act_gets_its_entry(store, user, colleague, weighing, happened):
    answers.save(store, user, weighing, "d_probleem", Reply(SECRET), seen=0)
    with pytest.raises(answers.AnswerChanged):
        answers.save(store, colleague, weighing, "d_probleem", Reply("Anders"), seen=0)
    link = evidence.add_link(store, user, weighing, "d_probleem", "https://example.org")
    evidence.remove(store, colleague, link.id)
    assessments.rename(store, user, weighing, "Nieuw")
    finishing.finish(store, user, weighing, date(2026, 11, 22))
    finishing.reopen(store, colleague, weighing)
    dossiers.export(store, user, weighing, date(2026, 11, 22), municipality="Gemeente")
    audit.export(store, colleague, weighing)

    assert [entry for entry in happened() if entry[1] != "transition"] == [
        ("lokaal", "answer", "d_probleem"),
        ("collega", "set-aside", "d_probleem"),
        ("lokaal", "evidence", "d_probleem"),
        ("collega", "evidence", "d_probleem"),
        ("lokaal", "renamed", ""),
        ("lokaal", "snapshot", "1"),
        ("lokaal", "finished", "1"),
        ("collega", "reopened", "2"),
        ("lokaal", "export", "pdf"),
        ("collega", "export", "logboek"),
    ]
    assert verification.faults(store) == []


def test_what_people_write_is_not_in_the_trail(store, user, weighing):
    answers.save(store, user, weighing, "d_probleem", Reply(SECRET, SECRET), seen=0)
    evidence.add_link(store, user, weighing, "d_probleem", "https://example.org/geheim", label=SECRET)
    assessments.rename(store, user, weighing, SECRET)

    told = repr(audit.export(store, user, weighing))

    assert SECRET not in told
    assert "geheim" not in told


def test_answer_that_says_the_same_is_no_event(store, user, weighing, happened):
    for _time in range(2):
        answers.save(store, user, weighing, "d_probleem", Reply("Hetzelfde"), seen=0)

    assert len(happened()) == 1


def test_late_answer_that_is_offered_again_is_one_event(store, user, colleague, weighing, happened):
    answers.save(store, user, weighing, "d_probleem", Reply("Eerst"), seen=0)
    for _time in range(2):
        with pytest.raises(answers.AnswerChanged):
            answers.save(store, colleague, weighing, "d_probleem", Reply("Te laat"), seen=0)

    assert [event for _who, event, _about in happened()] == ["answer", "set-aside"]


def test_what_failed_did_not_happen(store, user, weighing, happened):
    with pytest.raises(answers.InvalidAnswer):
        answers.save(store, user, weighing, "d_probleem", Reply("x" * 100_000), seen=0)

    assert happened() == []


def test_copy_of_an_example_is_entered_answer_by_answer(store, user):
    copy = examples.copy_example(store, user, "c01")
    kept = answers.current(store, user, copy.id)

    found = audit.page(store, user, copy.id, limit=1000)

    assert sorted(entry.about for entry in found if entry.event == "answer") == sorted(kept)
    assert verification.faults(store) == []


def test_trail_is_read_a_page_at_a_time_newest_first(store, user, weighing):
    for number in range(4):
        answers.save(store, user, weighing, "d_probleem", Reply(f"Tekst {number}"), seen=number)

    assert audit.count(store, user, weighing) == 5
    assert [e.number for e in audit.page(store, user, weighing, limit=2)] == [5, 4]
    assert [e.number for e in audit.page(store, user, weighing, limit=2, offset=4)] == [1]


def test_names_are_those_of_people_who_signed_in(store, user, weighing):
    found = audit.page(store, user, weighing)

    assert audit.names(store, found) == {"lokaal": "lokaal"}
