"""A database that fails: who saves hears it in a sentence, and nothing is written where nobody finds it."""

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

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


def test_file_that_is_deleted_while_it_is_open_takes_nothing_and_is_not_made_anew(
    sqlite_store, user, framework, caplog
):
    assert assessments.count_mine(sqlite_store, user) == 0
    path = _file(sqlite_store)
    path.unlink()

    for _attempt in range(2):
        with pytest.raises(CannotSave):
            assessments.create(sqlite_store, user, title="Nieuw", framework=framework)
        with pytest.raises(Unavailable):
            assessments.count_mine(sqlite_store, user)
    assert "weg of vervangen" in caplog.text
    assert not path.exists()


def test_file_that_comes_back_is_used_again(sqlite_store, user, framework, tmp_path):
    assessments.create(sqlite_store, user, title="Een", framework=framework)
    path = _file(sqlite_store)
    moved = path.rename(tmp_path / "elders.db")
    with pytest.raises(CannotSave):
        assessments.create(sqlite_store, user, title="Twee", framework=framework)
    moved.rename(path)

    assessments.create(sqlite_store, user, title="Twee", framework=framework)
    assert assessments.count_mine(sqlite_store, user) == 2


def test_after_a_backup_is_put_back_what_is_saved_ends_in_that_backup(
    sqlite_store, user, framework, tmp_path
):
    path, backup = _file(sqlite_store), tmp_path / "kopie.db"
    assessments.create(sqlite_store, user, title="Een", framework=framework)
    with closing(sqlite3.connect(path)) as one, closing(sqlite3.connect(backup)) as other:
        one.backup(other)
    several = [sqlite_store.engine.connect() for _ in range(3)]
    for connection in several:
        connection.close()
    backup.replace(path)

    with pytest.raises(CannotSave):
        assessments.create(sqlite_store, user, title="Twee", framework=framework)
    for title in ("Twee", "Drie", "Vier"):
        assessments.create(sqlite_store, user, title=title, framework=framework)
    with closing(sqlite3.connect(path)) as found:
        assert found.execute("SELECT count(*) FROM assessment").fetchone() == (4,)


def _file(store):
    return Path(store.engine.url.database)
