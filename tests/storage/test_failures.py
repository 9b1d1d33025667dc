"""A database that fails: who saves hears it in a sentence, and nothing is written where nobody finds it."""

import logging

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError

from services import assessments
from storage import engines
from storage.errors import CannotSave, Unavailable
from storage.store import Store


@pytest.fixture
def full(sqlite_store):
    """A store on a database that has no room left."""

    def limit(connection):
        # SQLite makes of it the number of pages there are now.
        connection.exec_driver_sql("PRAGMA max_page_count = 1")

    event.listen(sqlite_store.engine, "begin", limit)
    yield sqlite_store
    event.remove(sqlite_store.engine, "begin", limit)


def fill(store, user, framework):
    """Make assessments until the pages of the database are used up."""
    for number in range(1000):
        assessments.create(store, user, title=f"{number} " + "x" * 190, framework=framework)


def test_full_database_says_that_saving_failed_and_the_log_knows_why(full, user, framework, caplog):
    with pytest.raises(CannotSave, match="Opslaan lukt nu niet") as failure:
        fill(full, user, framework)

    assert failure.value.number in str(failure.value)
    assert f"failure {failure.value.number}" in caplog.text
    assert "database or disk is full" in caplog.text


def test_after_a_failure_reading_goes_on_and_saving_too_once_there_is_room(sqlite_store, user, framework):
    with engines.reading(sqlite_store.engine).connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(CannotSave):
        assessments.create(sqlite_store, user, title="Nieuw", framework=framework)
    assert assessments.count_mine(sqlite_store, user) == 0

    with engines.reading(sqlite_store.engine).connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = OFF")
    assessments.create(sqlite_store, user, title="Nieuw", framework=framework)
    assert assessments.count_mine(sqlite_store, user) == 1


def test_server_that_is_gone_is_unavailable_for_reading_and_saving(user, framework, caplog):
    store = Store("postgresql://nobody@127.0.0.1:1/none?connect_timeout=2")
    with caplog.at_level(logging.CRITICAL), pytest.raises(Unavailable, match="geeft nu geen antwoord"):
        assessments.count_mine(store, user)
    with pytest.raises(CannotSave):
        assessments.create(store, user, title="Nieuw", framework=framework)


def test_what_a_repository_asked_wrong_stays_what_it_is(store):
    """Such as a number that is taken: who asked knows what that means."""
    with pytest.raises(IntegrityError), store.transaction() as tx:
        tx._session.execute(text("INSERT INTO alembic_version SELECT version_num FROM alembic_version"))
