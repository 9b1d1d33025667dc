"""The audit trail in the database: whole under everything, on both databases."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from assessment import audit
from assessment.answers import Reply
from storage.audit import OVER_ALL
from storage.migrate import migrate
from storage.records import Assessment, Evidence, Member, Revision, Snapshot
from storage.store import Store
from storage.traced import ALL, TRACED

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

pytestmark = pytest.mark.usefixtures("in_english")


def faults(store, chain):
    """Verify a chain in the database, also against the rows it tells of."""
    with store.reading() as tx:
        entries, head = tx.audit.of(chain), tx.audit.head_of(chain)
        rows = {key: sha for table in audit_tables() for key, sha in tx.audit.rows(table, chain).items()}
    return [
        str(fault) for fault in (*audit.verify(entries, head), *audit.compare(audit.claims(entries), rows))
    ]


def audit_tables():
    """Name the tables that existed before there was a trail."""
    return ("assessment", "revision", "set_aside", "evidence", "snapshot", "member")


def test_entries_follow_each_other_within_and_between_transactions(store):
    chain = uuid4()
    for number in range(3):
        with store.transaction() as tx:
            tx.audit.note(chain, "answer", "lokaal", "q", {"number": number})
            tx.audit.note(chain, "export", "lokaal")

    with store.reading() as tx:
        assert [entry.number for entry in tx.audit.of(chain)] == [1, 2, 3, 4, 5, 6]
        assert tx.audit.count_of(chain) == 6
        assert [entry.number for entry in tx.audit.page_of(chain, limit=2, offset=1)] == [5, 4]
    assert faults(store, chain) == []


def test_entry_disappears_with_the_transaction_that_failed(store):
    chain = uuid4()
    with pytest.raises(ZeroDivisionError), store.transaction() as tx:
        (tx.audit.note(chain, "answer", "lokaal"), 1 / 0)

    with store.reading() as tx:
        assert tx.audit.of(chain) == []


def test_words_come_back_as_they_were_hashed_whatever_they_hold(store):
    chain, words = uuid4(), "é\x00\ud800 'x' \U0001f600\n"
    with store.transaction() as tx:
        tx.audit.note(chain, "answer", words, words, {"word": words, "number": 1, "none": None})

    assert faults(store, chain) == []


def test_chains_of_different_assessments_do_not_touch(store):
    first, second = uuid4(), uuid4()
    for chain in (first, second, first):
        with store.transaction() as tx:
            tx.audit.note(chain, "answer", "lokaal")

    with store.reading() as tx:
        assert [len(tx.audit.of(chain)) for chain in (first, second)] == [2, 1]
        assert set(tx.audit.chains()) == {first, second}


def test_many_who_write_at_once_without_holding_anything_make_one_whole_chain(store):
    chain, people = uuid4(), 6
    gate = threading.Barrier(people)

    def write(number):
        own = Store(store.engine.url.render_as_string(hide_password=False))
        try:
            gate.wait()
            for time in range(5):
                with own.transaction() as tx:
                    tx.audit.note(chain, "export", f"u{number}", detail={"time": time})
        finally:
            own.close()

    with ThreadPoolExecutor(people) as threads:
        list(threads.map(write, range(people)))

    with store.reading() as tx:
        assert [entry.number for entry in tx.audit.of(chain)] == list(range(1, people * 5 + 1))
    assert faults(store, chain) == []


@pytest.mark.parametrize("table", ["audit", "audit_head"])
@pytest.mark.parametrize(
    "statement", ["DELETE FROM {table}", "UPDATE {table} SET assessment_id = assessment_id"]
)
def test_database_refuses_to_change_or_delete_the_trail(store, table, statement):
    with store.transaction() as tx:
        tx.audit.note(uuid4(), "answer", "lokaal")

    with pytest.raises(DBAPIError, match="kept as it was written"), store.engine.begin() as connection:
        connection.execute(text(statement.format(table=table)))


@pytest.mark.parametrize("table", ["audit", "audit_head"])
def test_no_statement_that_replaces_or_empties_gets_past_the_protection(store, table):
    with store.transaction() as tx:
        tx.audit.note(uuid4(), "answer", "lokaal")
    statement = (
        f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"
        if store.engine.dialect.name == "sqlite"
        else f"TRUNCATE {table} CASCADE"
    )

    with pytest.raises(DBAPIError, match="kept as it was written"), store.engine.begin() as connection:
        connection.execute(text(statement))


def test_number_of_an_entry_is_given_once(store):
    with store.transaction() as tx:
        tx.audit.note(uuid4(), "answer", "lokaal")
    again = "INSERT INTO audit SELECT * FROM audit"

    with pytest.raises(IntegrityError), store.engine.begin() as connection:
        connection.execute(text(again))


# What no entry vouches for, as docs/decisions/0014-audit-trail.md says.
UNTRACED = {"place", "person", "open_ballot", "review_key", "review_agenda", "audit", "audit_head"}
# The register is about no assessment: it has a history of its own, and the second look follows from the rest.
REGISTER = {"register_entry", "register_change", "register_link", "register_look"}
# These are about the municipality as a whole, and are append-only themselves.
AS_A_WHOLE = {"council_overview", "self_scan"}
# Follows from snapshots, and is made again when it is lost.
DERIVED = {"precedent", "precedent_key"}


def test_every_other_table_is_vouched_for(store):
    parts = {part.__tablename__ for traced in ALL for part, _column in traced.parts}
    tables = set(inspect(store.engine).get_table_names()) - {"alembic_version"}

    assert tables == set(TRACED) | parts | UNTRACED | REGISTER | AS_A_WHOLE | DERIVED


def fill(store):
    """Fill a database as a version without a trail did; give the assessment."""
    assessment, file, link = (UUID(int=number) for number in (11, 12, 13))
    with store.transaction() as tx:
        tx.assessments.add(Assessment(assessment, "A", "2026.1", "hash", NOW, "lokaal", NOW, 2))
        tx.answers.append(assessment, Revision("q", 1, Reply("ja", "Notitie"), "lokaal", NOW))
        tx.answers.append(assessment, Revision("q", 2, Reply("nee", "", "document"), "lokaal", NOW))
        tx.answers.set_aside(assessment, Revision("q", 1, Reply("nee"), "collega", NOW, set_aside=True))
        said = (assessment, "q", "a.txt", "lokaal", NOW, None, "text/plain", 1, "00")
        tx.evidence.add(Evidence(file, *said), b"a")
        tx.evidence.add(Evidence(link, assessment, "q", "b", "lokaal", NOW, "https://example.org"))
        tx.evidence.remove(link, user="collega", now=NOW)
        tx.members.add(Member(assessment, "collega", "author", "lokaal", NOW))
        day = date(2026, 11, 22)
        tx.snapshots.add(
            Snapshot(assessment, 1, "2026.1", "hash", "hash", day, "{}", "hash", {"q": 2}, "lokaal", NOW)
        )
    return assessment


@pytest.fixture
def old(databases, monkeypatch):
    """A database that a version without a trail filled, migrated by this one; and its assessment."""
    store = Store(databases.empty())
    with monkeypatch.context() as version:
        version.setattr("alembic.command.upgrade", upgrade_to("0002"))
        migrate(store)
    assessment = fill(store)
    migrate(store)
    yield store, assessment
    store.close()


def upgrade_to(wanted):
    """Make what upgrades to the version of then instead of that of now."""
    from alembic import command

    upgrade = command.upgrade
    return lambda config, _head: upgrade(config, wanted)


def test_old_database_verifies_after_its_migration(old):
    store, assessment = old

    assert faults(store, assessment) == []
    assert faults(store, OVER_ALL) == []
    with store.reading() as tx:
        events = [entry.event for entry in tx.audit.of(assessment)]
        afterwards = [entry.details["afterwards"] for entry in tx.audit.of(assessment)]
        assert [entry.about for entry in tx.audit.of(OVER_ALL)] == [str(assessment)]
    assert events[0] == "created"
    assert sorted(events[1:]) == [
        "answer", "answer", "evidence", "evidence", "evidence", "finished", "member", "set-aside"
    ]  # fmt: skip
    assert afterwards == [1] * 9


def test_old_database_goes_on_with_the_same_chain(old):
    store, assessment = old
    with store.transaction() as tx:
        tx.audit.note(assessment, "export", "lokaal")

    assert faults(store, assessment) == []


@pytest.mark.parametrize("table", audit_tables())
def test_row_that_nobody_entered_shows(store, table):
    assessment = fill(store)

    assert any(f"of {table}: was never entered" in fault for fault in faults(store, assessment))
