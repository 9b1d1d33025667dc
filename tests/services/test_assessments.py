"""Assessments: made, listed by last change, renamed, and where I was."""

import time
from uuid import UUID, uuid4

import pytest
from sqlalchemy import insert

from assessment.answers import Reply
from services import answers, assessments
from services.errors import InvalidTitle, NotFound
from storage.tables import AssessmentRow


@pytest.fixture
def create(store, user, framework):
    """Make an assessment."""
    return lambda title, who=user: assessments.create(store, who, title=title, framework=framework)


def test_new_assessment_keeps_its_framework_version_and_hash(store, user, create, framework):
    made = create("Schuldhulp")

    assert assessments.opened(store, user, made.id) == made
    assert (made.framework_version, made.framework_hash) == (framework.version, framework.hash)
    assert (made.round, made.finished, made.created_by) == (1, False, user.name)


def test_list_is_sorted_by_last_change(store, user, create):
    first, second, third = create("Eerste"), create("Tweede"), create("Derde")

    answers.save(store, user, first.id, "qs_algoritme", Reply("ja"), seen=0)

    assert [row.id for row in assessments.mine(store, user)] == [first.id, third.id, second.id]


def test_list_shows_how_far_each_one_is_and_where_i_was(store, user, create):
    started, empty = create("Begonnen"), create("Leeg")
    for number, reply in enumerate([Reply("ja"), Reply("nee"), Reply("ja")]):
        answers.save(store, user, started.id, "qs_algoritme", reply, seen=number)
    answers.save(store, user, started.id, "qs_invloed", Reply("direct"), seen=0)
    answers.save(store, user, started.id, "qs_invloed", Reply(None, "nog navragen"), seen=1)
    assessments.remember_place(store, user, started.id, "quickscan")

    rows = {row.id: row for row in assessments.mine(store, user)}

    assert (rows[started.id].answered, rows[started.id].last_step) == (1, "quickscan")
    assert (rows[empty.id].answered, rows[empty.id].last_step) == (0, None)


def test_list_shows_only_what_this_user_made(store, user, colleague, create):
    mine, theirs = create("Van mij"), create("Van hen", colleague)

    assert [row.id for row in assessments.mine(store, user)] == [mine.id]
    assert [row.id for row in assessments.mine(store, colleague)] == [theirs.id]
    assert assessments.count_mine(store, user) == 1


def test_pages_of_the_list_join_without_gap_or_double(store, user, create):
    made = [create(f"Nummer {number}").id for number in range(7)]

    pages = [assessments.mine(store, user, limit=3, offset=offset) for offset in (0, 3, 6, 9)]

    assert [len(page) for page in pages] == [3, 3, 1, 0]
    assert [row.id for page in pages for row in page] == made[::-1]
    assert assessments.count_mine(store, user) == 7


def test_list_stays_quick_with_ten_thousand_assessments(store, user, create):
    made = create("Eerste")
    row = {
        "title": "Nog een",
        "framework_version": made.framework_version,
        "framework_hash": made.framework_hash,
        "created_at": made.created_at,
        "created_by": user.name,
        "updated_at": made.updated_at,
        "round": 1,
    }
    with store.engine.begin() as connection:
        connection.execute(insert(AssessmentRow), [{**row, "id": uuid4()} for _ in range(9_999)])
    assessments.mine(store, user)

    started = time.perf_counter()
    page = assessments.mine(store, user, limit=50, offset=5_000)
    took = time.perf_counter() - started

    assert len(page) == 50
    assert assessments.count_mine(store, user) == 10_000
    # Milliseconds in fact; a second leaves room for a busy machine and still fails on a scan per row.
    assert took < 1


def test_renaming_changes_the_title_and_nothing_else(store, user, create):
    made = create("Oud")

    renamed = assessments.rename(store, user, made.id, "  Nieuwe   naam ")

    assert renamed.title == "Nieuwe naam"
    assert assessments.opened(store, user, made.id) == renamed
    assert renamed.created_at == made.created_at


@pytest.mark.parametrize("title,words", [(" \n ", "Geef de afweging een naam"), ("a" * 201, "kortere naam")])
def test_title_that_is_empty_or_too_long_is_refused(store, user, create, title, words):
    with pytest.raises(InvalidTitle, match=words):
        create(title)

    assert assessments.count_mine(store, user) == 0


def test_title_may_hold_anything_else(store, user, create):
    title = "<b>⚖️</b> ميزان'; DROP TABLE assessment;--"

    assert assessments.opened(store, user, create(title).id).title == title


def test_place_is_remembered_per_user(store, user, colleague, create):
    made = create("Schuldhulp")
    assert assessments.place(store, user, made.id) is None

    assessments.remember_place(store, user, made.id, "quickscan")
    assessments.remember_place(store, user, made.id, "risico")
    assessments.remember_place(store, colleague, made.id, "doel")

    assert assessments.place(store, user, made.id) == "risico"
    assert assessments.place(store, colleague, made.id) == "doel"


def test_walking_through_the_steps_does_not_count_as_a_change(store, user, create):
    made = create("Schuldhulp")

    assessments.remember_place(store, user, made.id, "risico")

    assert assessments.opened(store, user, made.id).updated_at == made.updated_at


@pytest.mark.parametrize("text", ["", "geen-id", "1234", "../../etc"])
def test_link_with_nonsense_instead_of_an_id_is_a_link_that_leads_nowhere(text):
    with pytest.raises(NotFound, match="kies er een"):
        assessments.read_id(text)


def test_id_from_a_link_is_read():
    number = uuid4()

    assert assessments.read_id(str(number)) == number == UUID(number.hex)


@pytest.mark.parametrize(
    "use",
    [
        lambda store, user: assessments.opened(store, user, uuid4()),
        lambda store, user: assessments.rename(store, user, uuid4(), "Naam"),
        lambda store, user: assessments.place(store, user, uuid4()),
        lambda store, user: assessments.remember_place(store, user, uuid4(), "risico"),
        lambda store, user: answers.current(store, user, uuid4()),
        lambda store, user: answers.history(store, user, uuid4(), "qs_algoritme"),
    ],
)
def test_assessment_that_does_not_exist_is_not_found(store, user, use):
    with pytest.raises(NotFound, match="Deze afweging bestaat niet"):
        use(store, user)
