"""Saving answers: nothing is overwritten, nothing is lost, nothing is written twice."""

from decimal import Decimal
from uuid import uuid4

import pytest
from sqlalchemy import event

from assessment.amounts import Estimate, InvalidAnswer
from assessment.answers import MAX_TEXT, UNKNOWN, Reply
from services import answers, assessments
from services.answers import AnswerChanged
from services.errors import NotFound, UnknownQuestion

YES, NO = Reply("ja"), Reply("nee")


@pytest.fixture
def save(store, user, weighing):
    """Save as the user of the screen."""

    def saving(question, reply, seen=0, who=user):
        return answers.save(store, who, weighing, question, reply, seen=seen)

    return saving


@pytest.fixture
def history(store, user, weighing):
    """The replies to a question as (number, value, set aside)."""

    def listing(question):
        found = answers.history(store, user, weighing, question)
        return [(revision.number, revision.reply.value, revision.set_aside) for revision in found]

    return listing


def test_new_assessment_has_no_answers(store, user, weighing):
    assert answers.current(store, user, weighing) == {}


def test_saved_reply_is_the_current_one_with_author_and_moment(store, user, weighing, save):
    saved = save("qs_algoritme", Reply("ja", "Zie het contract.", "document"))

    assert answers.current(store, user, weighing) == {"qs_algoritme": saved}
    assert (saved.number, saved.author, saved.set_aside) == (1, "lokaal", False)
    assert saved.reply == Reply("ja", "Zie het contract.", "document")
    assert saved.at.utcoffset().total_seconds() == 0


@pytest.mark.parametrize(
    "question,value",
    [
        ("qs_algoritme", "ja"),
        ("qs_algoritme", UNKNOWN),
        ("qs_kwetsbaar", ("kinderen", "zorg")),
        ("i_eerste_gebruik", "2026-09"),
        ("g_aantal", Decimal(6000)),
        ("g_aantal", UNKNOWN),
        ("g_kwaliteit", Decimal(3)),
        ("k_jaarlijks", Decimal("1250.50")),
        ("k_jaarlijks", Estimate(Decimal(1), Decimal("2.5"), Decimal(4))),
        ("d_probleem", "Een <b>zin</b> & meer"),
    ],
)
def test_answer_of_every_kind_reads_back_equal(store, user, weighing, save, question, value):
    save(question, Reply(value))

    found = answers.current(store, user, weighing)[question].reply.value
    assert (found, type(found)) == (value, type(value))


def test_each_change_is_a_next_revision_and_the_earlier_ones_stay(save, history):
    save("qs_algoritme", YES, seen=0)
    save("qs_algoritme", NO, seen=1)
    save("qs_algoritme", YES, seen=2)

    assert history("qs_algoritme") == [(1, "ja", False), (2, "nee", False), (3, "ja", False)]


def test_saving_the_same_reply_again_writes_nothing(store, user, weighing, save, history):
    first = save("qs_algoritme", YES, seen=0)
    changed_at = assessments.opened(store, user, weighing).updated_at

    assert save("qs_algoritme", YES, seen=0) == first
    assert save("qs_algoritme", YES, seen=1) == first
    assert history("qs_algoritme") == [(1, "ja", False)]
    assert assessments.opened(store, user, weighing).updated_at == changed_at


def test_same_number_written_differently_is_the_same_answer(save, history):
    save("k_jaarlijks", Reply(Decimal("10.0")))
    save("k_jaarlijks", Reply(Decimal("10.00")), seen=1)

    assert len(history("k_jaarlijks")) == 1


@pytest.mark.parametrize(
    "change", [Reply("ja", "nu met toelichting"), Reply("ja", "", "getest"), Reply(None)]
)
def test_change_of_note_or_certainty_alone_is_a_revision(save, history, change):
    save("qs_algoritme", YES)

    assert save("qs_algoritme", change, seen=1).number == 2


def test_nothing_saved_where_nothing_was_is_no_revision(store, user, weighing, save):
    assert save("qs_algoritme", Reply(None)).number == 0
    assert save("qs_kwetsbaar", Reply(())).number == 0
    assert save("d_probleem", Reply("")).number == 0
    assert answers.current(store, user, weighing) == {}


def test_cleared_answer_stays_in_history_and_is_no_answer_any_more(store, user, weighing, save, history):
    save("qs_algoritme", YES)
    save("qs_algoritme", Reply(None), seen=1)

    assert history("qs_algoritme") == [(1, "ja", False), (2, None, False)]
    assert answers.values(answers.current(store, user, weighing)) == {}


def test_second_tab_never_overwrites_an_answer_it_did_not_see(
    save, history, store, user, weighing, colleague
):
    theirs = save("qs_algoritme", YES, seen=0, who=colleague)

    with pytest.raises(AnswerChanged) as changed:
        save("qs_algoritme", NO, seen=0)

    assert changed.value.theirs == theirs
    assert changed.value.mine == NO
    assert "Kies welk antwoord geldt" in str(changed.value)
    assert answers.current(store, user, weighing)["qs_algoritme"] == theirs
    assert history("qs_algoritme") == [(1, "ja", False), (1, "nee", True)]


def test_reply_that_came_too_late_survives_the_end_of_the_session(save, store, user, weighing, colleague):
    save("d_probleem", Reply("Hun tekst"), who=colleague)
    with pytest.raises(AnswerChanged):
        save("d_probleem", Reply("Mijn lange tekst", "en mijn toelichting", "getest"))

    kept = answers.history(store, user, weighing, "d_probleem")[-1]
    assert kept.set_aside
    assert kept.author == user.name
    assert kept.reply == Reply("Mijn lange tekst", "en mijn toelichting", "getest")


def test_screen_that_tries_again_keeps_the_late_reply_once_for_each_text(save, history, colleague):
    save("d_probleem", Reply("Hun tekst"), who=colleague)
    for text in ("Mijn", "Mijn", "Mijn tekst", "Mijn"):
        with pytest.raises(AnswerChanged):
            save("d_probleem", Reply(text))

    assert history("d_probleem") == [(1, "Hun tekst", False), (1, "Mijn", True), (1, "Mijn tekst", True)]


def test_user_chooses_by_saving_once_more_with_what_they_have_now_seen(save, history, colleague):
    theirs = save("qs_algoritme", YES, who=colleague)
    with pytest.raises(AnswerChanged):
        save("qs_algoritme", NO, seen=0)

    assert save("qs_algoritme", NO, seen=theirs.number).number == 2
    assert history("qs_algoritme") == [(1, "ja", False), (1, "nee", True), (2, "nee", False)]


def test_two_people_who_give_the_same_answer_do_not_meet_a_conflict(save, colleague):
    assert save("qs_algoritme", YES, seen=0) == save("qs_algoritme", YES, seen=0, who=colleague)


def test_page_that_saw_more_than_a_restored_backup_holds_can_go_on(save):
    save("qs_algoritme", YES)

    assert save("qs_algoritme", NO, seen=7).number == 2


def test_text_of_markup_emoji_and_right_to_left_survives_byte_for_byte(store, user, weighing, save):
    piece = (
        "<script>alert('x')</script> #set text(red) ⚖️👩🏽‍⚖️ مرحبا "
        '\u202eomgekeerd\u202c é e\u0301 \r\n\t\\ " %s {0}'
    )
    text = (piece * 2000)[:50_000]
    assert len(text.encode()) > 50_000

    save("d_probleem", Reply(text, text[::-1]))

    found = answers.current(store, user, weighing)["d_probleem"].reply
    assert found.value.encode() == text.encode()
    assert found.note == text[::-1]


def test_signs_no_database_can_hold_are_replaced_and_the_save_stays_idempotent(save):
    reply = Reply("voor\x00na \ud800", "noot\x00")
    first = save("d_probleem", reply)

    assert first.reply == Reply("voor\ufffdna \ufffd", "noot\ufffd")
    assert save("d_probleem", reply, seen=1) == first


@pytest.mark.parametrize(
    "question,reply,words",
    [
        ("qs_algoritme", Reply("misschien"), "misschien"),
        ("g_aantal", Reply("veel"), "geen getal"),
        ("d_probleem", Reply("a" * (MAX_TEXT + 1)), "Maak de tekst korter"),
        ("d_probleem", Reply("a", "b" * (MAX_TEXT + 1)), "Maak de toelichting korter"),
        ("d_probleem", Reply("a", "", "geraden"), "Kies uit de lijst"),
    ],
)
def test_answer_a_question_cannot_take_is_refused_with_what_to_do(save, history, question, reply, words):
    with pytest.raises(InvalidAnswer, match=words) as refusal:
        save(question, reply)

    assert refusal.value.question == question
    assert history(question) == []


def test_question_of_another_framework_is_refused(save):
    with pytest.raises(UnknownQuestion, match="bestaat_niet"):
        save("bestaat_niet", YES)


def test_assessment_that_does_not_exist_takes_no_answer(store, user):
    with pytest.raises(NotFound, match="bestaat niet"):
        answers.save(store, user, uuid4(), "qs_algoritme", YES, seen=0)


@pytest.fixture
def statements(store):
    """The SQL statements of the test, without the start of a transaction."""
    sent = []

    def note(_connection, _cursor, statement, *_):
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    event.listen(store.engine, "before_cursor_execute", note)
    yield sent
    event.remove(store.engine, "before_cursor_execute", note)


def test_saving_an_answer_takes_three_statements_and_its_entry_three(save, statements):
    save("qs_algoritme", YES)
    assert len(statements) == 6

    save("qs_algoritme", NO, seen=1)
    assert len(statements) == 12


def test_loading_all_answers_takes_one_statement(store, weighing, save, statements):
    for question in ("qs_algoritme", "qs_invloed", "qs_nieuw"):
        save(question, Reply(UNKNOWN))
    statements.clear()

    with store.reading() as tx:
        assert len(tx.answers.current(weighing)) == 3

    assert len(statements) == 1
