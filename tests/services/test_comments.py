"""Comments: conversations about an answer, which nobody can change afterwards."""

from datetime import date

import pytest
from sqlalchemy import text as sql
from sqlalchemy.exc import DBAPIError

from services import assessments, audit, comments, finishing
from services.comments import CommentRefused
from services.errors import NotAllowed, NotFound, UnknownQuestion
from services.roles import Role
from services.users import User
from storage import verification
from storage.records import Person
from tests.tampering import tamper

ASKED = "qs_algoritme"


@pytest.fixture
def people(store):
    """People who signed in: an adviser who reads everything, and somebody who reads nothing here."""
    with store.transaction() as tx:
        tx.people.put(Person("fg", "Femke Groot", frozenset({"fg"}), tx.now))
        tx.people.put(Person("buiten", "Bas Uiten", frozenset({"bim"}), tx.now))
        tx.people.put(Person("oud", "Oud", frozenset({"role-of-long-ago"}), tx.now))
    return {"fg": User("fg", "Femke Groot", frozenset({Role.FG}))}


@pytest.fixture
def say(store, user, weighing):
    """Say something about the answer."""

    def saying(text, who=user, **more):
        return comments.write(store, who, weighing, ASKED, text, **more)

    return saying


@pytest.fixture
def talks(store, user, weighing):
    """Give each conversation as (open, what was said)."""

    def listing():
        found = comments.of_question(store, user, weighing, ASKED)
        return [(one.is_open, [step.text or step.kind.value for step in one.steps]) for one in found]

    return listing


def test_answers_to_a_comment_stand_in_its_conversation(say, talks, colleague):
    first = say("Klopt dit?")
    say("Iets anders")
    say("Ja, zie de bijlage", colleague, thread=first.number)

    assert talks() == [(True, ["Klopt dit?", "Ja, zie de bijlage"]), (True, ["Iets anders"])]


def test_conversation_is_closed_and_opened_again_once_each(store, user, weighing, say, talks):
    first = say("Klopt dit?")
    for step in (comments.reopen, comments.close, comments.close, comments.reopen, comments.close):
        step(store, user, weighing, ASKED, first.number)

    assert talks() == [(False, ["Klopt dit?", "resolved", "reopened", "resolved"])]


def test_new_comment_opens_a_closed_conversation(store, user, weighing, say, talks):
    first = say("Klopt dit?")
    comments.close(store, user, weighing, ASKED, first.number)
    say("Toch niet", thread=first.number)

    assert talks() == [(True, ["Klopt dit?", "resolved", "Toch niet"])]


def test_counts_tell_comments_and_open_conversations(store, user, weighing, say):
    first = say("Een")
    say("Twee", thread=first.number)
    say("Drie")
    comments.close(store, user, weighing, ASKED, first.number)

    assert comments.counts(store, user, weighing) == {ASKED: comments.Count(3, 1)}


def test_whoever_is_mentioned_finds_it_until_the_conversation_is_closed(store, user, weighing, say, people):
    first = say("Kijk je mee?", mention=["fg"])
    say("Zonder jou")

    (found,) = comments.mentions(store, people["fg"])
    assert (found.comment.text, found.assessment.title) == ("Kijk je mee?", "Schuldhulp")
    assert comments.mentions(store, user) == []

    comments.close(store, people["fg"], weighing, ASKED, first.number)
    assert comments.mentions(store, people["fg"]) == []

    comments.reopen(store, user, weighing, ASKED, first.number)
    assert len(comments.mentions(store, people["fg"])) == 1


def test_only_who_may_read_can_be_chosen_and_mentioned(store, user, weighing, say, talks, people):
    assert [person.name for person in comments.colleagues(store, user, weighing)] == ["fg"]

    for name in ("buiten", "oud", "niemand", user.name):
        with pytest.raises(CommentRefused, match="mag lezen"):
            say("Psst", mention=[name])
    assert talks() == []


def test_mention_of_an_assessment_one_may_not_read_any_more_is_not_shown(store, user, weighing, say, people):
    say("Kijk je mee?", mention=["fg"])

    assert comments.mentions(store, User("fg", "Femke Groot", frozenset({Role.BIM}))) == []


def test_finished_assessment_can_still_be_discussed(store, user, weighing, say, talks):
    finishing.finish(store, user, weighing, date(2026, 11, 22))
    say("Nog iets")

    assert talks() == [(True, ["Nog iets"])]


@pytest.mark.parametrize("text", ["", "  \n\t ", "\u00a0"])
def test_comment_without_words_is_refused(say, talks, text):
    with pytest.raises(CommentRefused, match="Schrijf eerst"):
        say(text)
    assert talks() == []


def test_comment_that_is_too_long_is_refused_with_its_length(say):
    with pytest.raises(CommentRefused, match="50001 tekens"):
        say("x" * 50_001)


def test_long_text_full_of_markup_comes_back_letter_by_letter(say, talks):
    text = ("<script>alert('é')</script> {} %s \U0001f600 " * 1200)[:50_000].strip()
    say(text)

    assert talks() == [(True, [text])]


def test_comment_on_a_question_or_conversation_that_does_not_exist_is_refused(store, user, weighing, say):
    with pytest.raises(UnknownQuestion):
        comments.write(store, user, weighing, "bestaat_niet", "Hallo")
    with pytest.raises(NotFound, match="gesprek"):
        say("Hallo", thread=9)
    first = say("Hallo")
    with pytest.raises(NotFound, match="gesprek"):
        comments.write(store, user, weighing, "d_probleem", "Hallo", thread=first.number)
    with pytest.raises(NotFound, match="gesprek"):
        comments.close(store, user, weighing, "d_probleem", first.number)


def test_reader_reads_and_says_nothing(store, weighing, say, talks):
    reader = User("lezer", "Lezer", frozenset({Role.READER}))
    say("Klopt dit?")

    assert comments.of_question(store, reader, weighing, ASKED)[0].steps[0].text == "Klopt dit?"
    with pytest.raises(NotAllowed):
        say("Nee", reader)


def test_every_step_stands_in_the_audit_trail_without_its_words(store, user, weighing, say, people):
    first = say("Geheim", mention=["fg"])
    comments.close(store, user, weighing, ASKED, first.number)

    found = audit.page(store, user, weighing, limit=3)

    assert [(entry.event, entry.about, entry.details.get("action")) for entry in found] == [
        ("comment", ASKED, "resolved"),
        ("mention", "fg", None),
        ("comment", ASKED, "written"),
    ]
    assert "Geheim" not in repr(found)
    assert audit.names(store, found) == {"lokaal": "lokaal", "fg": "Femke Groot"}
    assert verification.faults(store) == []


@pytest.mark.parametrize(
    "statement", ["UPDATE comment SET text = 'Anders'", "DELETE FROM mention", "UPDATE comment SET at = at"]
)
def test_database_refuses_to_change_what_was_said(store, say, people, statement):
    say("Klopt dit?", mention=["fg"])

    with pytest.raises(DBAPIError, match="kept as it was written"), store.engine.begin() as connection:
        connection.execute(sql(statement))


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize(
    "statement,found",
    [
        ("UPDATE comment SET text = 'Anders'", "of comment: says something else"),
        ("DELETE FROM mention", "of mention: is gone"),
    ],
)
def test_comment_that_was_changed_behind_the_app_is_found(store, say, people, statement, found):
    say("Klopt dit?", mention=["fg"])

    tamper(store, statement)

    assert any(found in str(fault) for _chain, fault in verification.faults(store))


def test_comments_of_one_assessment_do_not_show_in_another(store, user, framework, say):
    say("Klopt dit?")
    other = assessments.create(store, user, title="Parkeren", framework=framework).id

    assert comments.counts(store, user, other) == {}
    assert comments.of_question(store, user, other, ASKED) == []
