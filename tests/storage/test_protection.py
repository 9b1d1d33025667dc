"""The database itself refuses to change or delete what must stay as it was written."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from assessment.answers import Reply
from assessment.override import Override
from assessment.portfolio.done import Done
from assessment.portfolio.scan import Scan
from assessment.register.entry import Entry
from assessment.road import State
from storage.council import Recorded
from storage.records import Assessment, Evidence, Member, Revision, Snapshot, Transition

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
WRITTEN = (
    "revision",
    "set_aside",
    "snapshot",
    "evidence_file",
    "evidence",
    "member",
    "transition",
    "override",
    "council_overview",
    "instrument_done",
    "publication_text",
    "self_scan",
    "register_change",
)


@pytest.fixture
def filled(store):
    """A store with one row in every protected table."""
    assessment, evidence = uuid4(), uuid4()
    with store.transaction() as tx:
        tx.assessments.add(Assessment(assessment, "A", "2026.1", "hash", NOW, "lokaal", NOW))
        tx.answers.append(assessment, Revision("q", 1, Reply("ja"), "lokaal", NOW))
        tx.answers.set_aside(assessment, Revision("q", 1, Reply("nee"), "collega", NOW, set_aside=True))
        tx.evidence.add(
            Evidence(evidence, assessment, "q", "a.txt", "lokaal", NOW, None, "text/plain", 1, "00"), b"a"
        )
        tx.members.add(Member(assessment, "collega", "author", "lokaal", NOW))
        tx.road.add(Transition(assessment, 1, 1, State.CONCEPT, State.IN_REVIEW, "", {}, "lokaal", NOW))
        tx.overrides.add(assessment, Override("trede", "laag", "hoog", "", "lokaal", NOW))
        tx.done.add(assessment, Done("dpia", date(2026, 11, 22), "Zaak 1", "lokaal", NOW))
        tx.self_scans.add(Scan(2026, "2026.1", {"dimensie:beleid": "los"}, "lokaal", NOW))
        tx.register.add(Entry(uuid4(), "1", {"naam": "Parkeren"}, 1, NOW, "lokaal"))
        tx.council.add(Recorded(1, "Najaar", date(2026, 11, 22), "lokaal", NOW), "{}", "hash")
        tx.publications.add(assessment, "naam", "A", "lokaal", NOW)
        tx.snapshots.add(
            Snapshot(
                assessment, 1, "2026.1", "hash", "hash", date(2026, 11, 22), "{}", "hash", {}, "lokaal", NOW
            )
        )
    return store


@pytest.mark.parametrize("table", WRITTEN)
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM {table}",
        "UPDATE {table} SET {column} = {column}",
    ],
)
def test_what_was_written_can_be_neither_changed_nor_deleted(filled, table, statement):
    column = {
        "evidence_file": "content",
        "snapshot": "content",
        "evidence": "name",
        "member": "role",
        "transition": "detail",
        "override": "level",
        "council_overview": "content",
        "instrument_done": "found_at",
        "publication_text": "field",
        "self_scan": "levels",
        "register_change": "detail",
    }.get(table, "value")

    with pytest.raises(DBAPIError, match="kept as it was written"), filled.engine.begin() as connection:
        connection.execute(text(statement.format(table=table, column=column)))


@pytest.mark.parametrize("table", WRITTEN)
def test_no_statement_that_replaces_or_empties_gets_past_the_protection(filled, table):
    statement = (
        f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"
        if filled.engine.dialect.name == "sqlite"
        else f"TRUNCATE {table} CASCADE"
    )

    with pytest.raises(DBAPIError, match="kept as it was written"), filled.engine.begin() as connection:
        connection.execute(text(statement))


def test_hiding_evidence_is_the_one_change_it_allows(filled):
    with filled.engine.begin() as connection:
        hidden = connection.execute(text("UPDATE evidence SET removed_by = 'lokaal'"))

    assert hidden.rowcount == 1


def test_assessment_with_answers_cannot_be_deleted(filled):
    with pytest.raises(IntegrityError), filled.engine.begin() as connection:
        connection.execute(text("DELETE FROM assessment"))


def test_answer_to_an_assessment_that_does_not_exist_is_refused(store):
    with pytest.raises(IntegrityError), store.transaction() as tx:
        tx.answers.append(uuid4(), Revision("q", 1, Reply("ja"), "lokaal", NOW))


def test_number_of_a_revision_is_given_once(filled):
    with filled.reading() as tx:
        assessment = tx.assessments.page_of("lokaal", limit=1, offset=0)[0].id

    with pytest.raises(IntegrityError), filled.transaction() as tx:
        tx.answers.append(assessment, Revision("q", 1, Reply("nee"), "collega", NOW))


def test_moment_without_a_time_zone_is_refused(store):
    naive = NOW.replace(tzinfo=None)

    with pytest.raises(Exception, match="needs a time zone"), store.transaction() as tx:
        tx.assessments.add(Assessment(uuid4(), "A", "2026.1", "hash", naive, "lokaal", naive))


def test_moments_come_back_in_utc_to_the_microsecond(filled):
    with filled.reading() as tx:
        found = tx.assessments.page_of("lokaal", limit=1, offset=0)[0]

    assert found.created_at == NOW
    assert found.created_at.tzinfo == UTC
