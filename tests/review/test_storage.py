"""What the database itself promises of a review, to whoever writes SQL in it."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from assessment.review.advice import AdviceKind, Dissent, Proviso
from assessment.review.ballots import GO_AHEAD, Ballot, Choice, Statement
from storage.records import Assessment, Snapshot
from storage.review_records import Advice, Review, ReviewRound

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
NAMES = ("anna", "bram", "cees", "dora", "els")
OBJECTION = Ballot(GO_AHEAD, Choice.OBJECT, "  Dit raakt mensen\nmet schulden. ⚖️ ")


class Rounds:
    """Ids of an assessment in review, with one closed round and one open."""

    def __init__(self) -> None:
        self.assessment, self.review, self.closed, self.open = (uuid4() for _ in range(4))


@pytest.fixture
def ids():
    return Rounds()


@pytest.fixture(params=[True, False], ids=["anonymous", "named"])
def filled(store, ids, request):
    """A store with a review: round one closed, round two open, everybody answered in both."""
    with store.transaction() as tx:
        tx.assessments.add(Assessment(ids.assessment, "A", "2026.1", "hash", NOW, "lokaal", NOW))
        tx.snapshots.add(snapshot(ids.assessment))
        tx.reviews.add(Review(ids.review, ids.assessment, 1, request.param, "secretaris", NOW))
        tx.reviews.put_statements(ids.review, [Statement(1, "privacy", "De privacy is beschermd.")])
        for name in NAMES:
            tx.reviews.invite(ids.review, name, "secretaris", NOW)
        tx.reviews.withdraw(ids.review, NAMES[0], "secretaris", NOW)
        tx.reviews.invite(ids.review, NAMES[0], "secretaris", NOW)
    vote(store, ids, ids.closed, 1)
    with store.transaction() as tx:
        tx.ballots.close(ids.closed, NAMES, (GO_AHEAD, 1), named=not request.param)
        tx.reviews.close_round(ids.closed, "secretaris", NOW)
        tx.ballots.forget(ids.closed)
    vote(store, ids, ids.open, 2)
    return store


def snapshot(assessment):
    return Snapshot(
        assessment, 1, "2026.1", "hash", "hash", date(2026, 11, 22), "{}", "hash", {}, "lokaal", NOW
    )


def vote(store, ids, round_id, number):
    with store.transaction() as tx:
        tx.reviews.add_round(ReviewRound(round_id, ids.review, number, "secretaris", NOW))
        tx.ballots.open(round_id)
        for stance, name in enumerate(NAMES, start=1):
            tx.ballots.put(round_id, name, Ballot(1, str(stance), f"Reden {stance}"))
        tx.ballots.put(round_id, "els", OBJECTION)


def refused(store, statement, **values):
    with pytest.raises(DBAPIError, match="kept as it was written"), store.engine.begin() as connection:
        connection.execute(text(statement), {name: key(store, value) for name, value in values.items()})


def key(store, value):
    """Write an id as this database keeps it."""
    return value.hex if isinstance(value, UUID) and store.engine.dialect.name == "sqlite" else value


@pytest.mark.parametrize(
    "table,column",
    [
        ("review", "anonymous"),
        ("review_invitee", "author"),
        ("review_absence", "away"),
        ("ballot", "argument"),
        ("took_part", "user_name"),
        ("review_statement", "text"),
    ],
)
def test_what_was_asked_and_answered_can_be_neither_changed_nor_deleted(filled, table, column):
    refused(filled, f"UPDATE {table} SET {column} = {column}")
    refused(filled, f"DELETE FROM {table}")


@pytest.mark.parametrize(
    "table",
    [
        "review",
        "review_invitee",
        "review_absence",
        "review_statement",
        "review_round",
        "review_key",
        "ballot",
        "open_ballot",
    ],
)
def test_no_statement_that_replaces_or_empties_gets_past_the_protection(filled, table):
    if filled.engine.dialect.name == "sqlite":
        refused(filled, f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
    else:
        refused(filled, f"TRUNCATE {table} CASCADE")


def test_an_anonymous_review_can_never_be_made_named(filled):
    refused(filled, "UPDATE review SET anonymous = :named", named=False)


def test_statements_can_be_changed_until_somebody_opens_a_round_and_never_after(store, ids):
    with store.transaction() as tx:
        tx.assessments.add(Assessment(ids.assessment, "A", "2026.1", "hash", NOW, "lokaal", NOW))
        tx.snapshots.add(snapshot(ids.assessment))
        tx.reviews.add(Review(ids.review, ids.assessment, 1, True, "secretaris", NOW))
        tx.reviews.put_statements(ids.review, [Statement(1, "privacy", "Eerst")])
        tx.reviews.put_statements(ids.review, [Statement(1, "privacy", "Toen")])
        tx.reviews.add_round(ReviewRound(ids.open, ids.review, 1, "secretaris", NOW))

    with pytest.raises(DBAPIError, match="kept as it was written"), store.transaction() as tx:
        tx.reviews.put_statements(ids.review, [])
    with pytest.raises(DBAPIError, match="kept as it was written"), store.transaction() as tx:
        tx.reviews.put_statements(ids.review, [Statement(2, "privacy", "Erbij")])


def test_a_closed_round_can_be_neither_opened_nor_changed_nor_deleted(filled, ids):
    refused(filled, "UPDATE review_round SET closed_at = NULL WHERE id = :round", round=ids.closed)
    refused(filled, "UPDATE review_round SET closed_by = 'ander' WHERE id = :round", round=ids.closed)
    refused(filled, "UPDATE review_round SET number = 9 WHERE id = :round", round=ids.open)
    refused(filled, "DELETE FROM review_round")


def test_no_answer_can_be_added_to_a_closed_round(filled, ids):
    values = {"round": ids.closed, "id": uuid4()}
    refused(filled, "INSERT INTO ballot VALUES (:id, :round, 1, '1', '', NULL, NULL)", **values)
    refused(filled, "INSERT INTO took_part VALUES (:round, 'later')", round=ids.closed)
    refused(filled, "INSERT INTO open_ballot VALUES (:round, 'x', 1, '1', '', NULL)", round=ids.closed)
    refused(filled, "INSERT INTO review_key VALUES (:round, :secret)", round=ids.closed, secret=b"1")


def test_answers_of_an_open_round_cannot_be_moved_away_or_deleted(filled, ids):
    refused(filled, "UPDATE open_ballot SET round_id = :round", round=ids.closed)
    refused(filled, "DELETE FROM open_ballot")
    refused(filled, "DELETE FROM review_key")


def test_the_secret_of_a_round_can_not_be_replaced_by_a_known_one(filled):
    refused(filled, "UPDATE review_key SET secret = :secret", secret=b"known")


def test_of_one_review_one_round_is_open(filled, ids):
    with pytest.raises(IntegrityError), filled.transaction() as tx:
        tx.reviews.add_round(ReviewRound(uuid4(), ids.review, 3, "secretaris", NOW))


def test_no_name_gets_into_a_ballot_of_an_anonymous_review(filled, ids):
    with filled.reading() as tx:
        anonymous = tx.reviews.latest(ids.assessment).anonymous
    statement = "INSERT INTO ballot VALUES (:id, :round, 1, '1', '', NULL, 'anna')"
    values = {"id": uuid4(), "round": ids.open}

    if anonymous:
        refused(filled, statement, **values)
    else:
        with filled.engine.begin() as connection:
            written = connection.execute(text(statement), {n: key(filled, v) for n, v in values.items()})
        assert written.rowcount == 1


def test_closed_round_has_all_answers_word_for_word(filled, ids):
    with filled.reading() as tx:
        found = tx.ballots.of(ids.closed)
        named = not tx.reviews.latest(ids.assessment).anonymous

    assert len(found) == 6
    assert found[0].argument == OBJECTION.argument
    assert {ballot.author for ballot in found} == (set(NAMES) if named else {None})


def test_who_took_part_is_known_of_a_closed_round_and_progress_of_an_open_one(filled, ids):
    with filled.reading() as tx:
        assert tx.ballots.took_part(ids.closed) == list(NAMES)
        progress = tx.ballots.progress(ids.open, (*NAMES, "frank"), (GO_AHEAD, 1))

    assert progress == {"anna": 1, "bram": 1, "cees": 1, "dora": 1, "els": 2, "frank": 0}


def test_user_finds_back_their_own_open_answers_and_nobody_elses(filled, ids):
    with filled.reading() as tx:
        assert tx.ballots.own(ids.open, "bram", (GO_AHEAD, 1)) == {1: Ballot(1, "2", "Reden 2")}
        assert tx.ballots.own(ids.open, "els", (GO_AHEAD, 1))[GO_AHEAD] == OBJECTION
        assert tx.ballots.own(ids.open, "frank", (GO_AHEAD, 1)) == {}


def test_changing_an_answer_replaces_it(filled, ids):
    with filled.transaction() as tx:
        for _ in range(2):
            tx.ballots.put(ids.open, "anna", Ballot(1, "5", "Bij nader inzien"))

    with filled.reading() as tx:
        assert tx.ballots.own(ids.open, "anna", (1,)) == {1: Ballot(1, "5", "Bij nader inzien")}
    with filled.engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM open_ballot")) == 6


def test_of_a_closed_round_nothing_is_left_that_ties_answers_to_names(filled, ids):
    with filled.engine.connect() as connection:
        for table in ("review_key", "open_ballot"):
            left = connection.scalar(
                text(f"SELECT count(*) FROM {table} WHERE round_id = :round"),
                {"round": key(filled, ids.closed)},
            )
            assert left == 0


def test_rows_of_ballots_hold_no_moment_and_no_number_that_counts_up(filled):
    with filled.engine.connect() as connection:
        for table in ("ballot", "open_ballot"):
            columns = set(connection.execute(text(f"SELECT * FROM {table}")).keys())
            assert columns <= {
                "id", "round_id", "mark", "item", "choice", "argument", "signed_by", "author",
            }  # fmt: skip


def test_rows_of_a_closed_round_stand_in_another_order_than_they_came(filled, ids):
    orders = set()
    for number in range(3, 13):
        with filled.transaction() as tx:
            last = max(tx.reviews.rounds(ids.review), key=lambda found: found.number)
            tx.ballots.close(last.id, NAMES, (GO_AHEAD, 1), named=False)
            tx.reviews.close_round(last.id, "secretaris", NOW)
            tx.ballots.forget(last.id)
        vote(filled, ids, uuid4(), number)
        with filled.engine.connect() as connection:
            # No ORDER BY: as the rows lie in the file.
            rows = connection.execute(
                text("SELECT argument FROM ballot WHERE round_id = :round AND item = 1"),
                {"round": key(filled, last.id)},
            )
            orders.add(tuple(rows.scalars()))

    assert len(orders) > 3


def test_same_answer_of_the_same_person_has_another_mark_in_every_item_and_round(filled):
    with filled.engine.connect() as connection:
        marks = list(connection.scalars(text("SELECT mark FROM open_ballot")))
        signs = {char for mark in marks for char in mark}

    assert len(set(marks)) == len(marks) == 6
    assert signs <= set("0123456789abcdef")


def test_advice_reads_back_as_it_was_given_and_stays(filled, ids):
    given = Advice(
        uuid4(), ids.assessment, ids.review, 1, AdviceKind.ON_CONDITIONS, AdviceKind.DIVIDED, "Mits.",
        (Proviso("Doe eerst een DPIA", "Proceseigenaar", date(2027, 2, 1)),), ("Sneller",), ("Fouten",),
        (Dissent("Niet doen", "Els"), Dissent("Nee")), ("anna", "els"), "secretaris", NOW,
    )  # fmt: skip
    with filled.transaction() as tx:
        assert tx.reviews.latest_advice(ids.assessment) is None
        tx.reviews.add_advice(given)

    with filled.reading() as tx:
        assert tx.reviews.latest_advice(ids.assessment) == tx.reviews.advice(ids.review) == given
    refused(filled, "UPDATE advice SET kind = 'positive'")
    refused(filled, "DELETE FROM advice")


def test_review_with_an_advice_takes_no_second_one_and_no_new_round(filled, ids):
    row = (AdviceKind.POSITIVE, None, "", (), (), (), (), (), "secretaris", NOW)
    with filled.transaction() as tx:
        tx.reviews.add_advice(Advice(uuid4(), ids.assessment, ids.review, 1, *row))
        tx.reviews.close_round(ids.open, "secretaris", NOW)

    with pytest.raises(IntegrityError), filled.transaction() as tx:
        tx.reviews.add_advice(Advice(uuid4(), ids.assessment, ids.review, 1, *row))
    with pytest.raises(DBAPIError, match="kept as it was written"), filled.transaction() as tx:
        tx.reviews.add_round(ReviewRound(uuid4(), ids.review, 3, "secretaris", NOW))
