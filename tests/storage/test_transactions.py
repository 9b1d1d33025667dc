"""Transactions: safe when the power fails, all or nothing, and two writers queue instead of failing."""

import subprocess
import sys
import threading
import time

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from services import assessments
from storage import engines
from storage.store import Store


@pytest.mark.parametrize(
    "pragma,value",
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("busy_timeout", 15_000),
        ("recursive_triggers", 1),
        ("secure_delete", 1),
    ],
)
def test_every_connection_is_set_up_for_safety(sqlite_store, pragma, value):
    with sqlite_store.engine.connect() as one:
        assert one.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
        with engines.reading(sqlite_store.engine).connect() as other:
            assert other.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_second_writer_of_another_process_waits_for_the_first(sqlite_store):
    # Two stores on one file are two processes to SQLite: they do not share our queue.
    other = Store(str(sqlite_store.engine.url))
    order = []

    def write_second():
        with other.transaction() as tx:
            tx.assessments.count_of("lokaal")
            order.append("second")

    thread = threading.Thread(target=write_second)
    with sqlite_store.transaction() as tx:
        tx.assessments.count_of("lokaal")
        thread.start()
        time.sleep(0.1)
        order.append("first")
    thread.join()

    assert order == ["first", "second"]
    other.close()


def test_reader_never_waits_for_a_writer(sqlite_store):
    with sqlite_store.transaction() as writing:
        writing.assessments.count_of("lokaal")
        started = time.monotonic()
        with sqlite_store.reading() as reading:
            reading.assessments.count_of("lokaal")

    assert time.monotonic() - started < 1


def test_reading_transaction_sees_one_moment(store, framework, user):
    with store.reading() as tx:
        before = tx.assessments.count_of(user.name)
        assessments.create(store, user, title="Nieuw", framework=framework)

        assert tx.assessments.count_of(user.name) == before


def test_file_can_be_opened_by_many_processes_at_once(tmp_path):
    url = f"sqlite:///{tmp_path / 'weegschaal.db'}"
    code = "import sys; from storage.store import Store; Store(sys.argv[1]).engine.connect().close()"

    opened = [subprocess.Popen([sys.executable, "-c", code, url], stderr=subprocess.PIPE) for _ in range(4)]

    assert [(process.communicate()[1], process.returncode) for process in opened] == [(b"", 0)] * 4


def test_exception_undoes_the_whole_transaction(store, framework, user):
    def half_done():
        with store.transaction() as tx:
            assessments.begin(tx, user, "Nooit gemaakt", framework)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_done()

    assert assessments.count_mine(store, user) == 0


def test_error_of_the_database_never_repeats_what_people_answered(store):
    with pytest.raises(DBAPIError) as failure, store.engine.connect() as connection:
        connection.execute(text("INSERT INTO nowhere VALUES (:answer)"), {"answer": "Mijn geheim"})

    assert "nowhere" in str(failure.value)
    assert "geheim" not in str(failure.value)
