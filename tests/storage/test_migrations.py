"""Migrations: the database gets its shape when the app starts, whoever starts it and from whatever state."""

import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from storage.errors import DatabaseTooNew, DatabaseUnreachable
from storage.migrate import migrate
from storage.store import Store
from storage.tables import Table


def test_migrated_schema_equals_the_tables_in_the_code(store):
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})

        assert compare_metadata(context, Table.metadata) == []


def test_comparing_schemas_notices_a_missing_column(store):
    with store.engine.begin() as connection:
        connection.execute(text("ALTER TABLE place DROP COLUMN step"))
        context = MigrationContext.configure(connection)

        assert compare_metadata(context, Table.metadata)


def test_migrating_twice_changes_nothing(databases):
    store = Store(databases.empty())
    migrate(store)
    tables = inspect(store.engine).get_table_names()

    migrate(store)

    assert inspect(store.engine).get_table_names() == tables
    assert "revision" in tables
    store.close()


def test_database_of_a_newer_version_is_refused_and_left_alone(store):
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9876'"))

    with pytest.raises(DatabaseTooNew) as refusal:
        migrate(store)

    assert "nieuwere versie van Weegschaal" in str(refusal.value)
    assert "9876" in str(refusal.value)
    assert "zet een reservekopie terug" in str(refusal.value)
    with store.engine.connect() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == "9876"


def test_failed_migration_leaves_nothing_behind(databases, monkeypatch):
    store = Store(databases.empty())
    # Protecting a table is the last thing the first migration does.
    monkeypatch.setattr("storage.migrations.protection.forbid_changes", lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        migrate(store)

    assert inspect(store.engine).get_table_names() == []
    store.close()


START = """
import sys
from storage.migrate import migrate
from storage.store import Store
migrate(Store(sys.argv[1]))
"""


def test_processes_that_start_together_all_find_a_migrated_database(databases):
    url = databases.empty()

    starts = [
        subprocess.Popen([sys.executable, "-c", START, url], stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]

    assert [(start.communicate()[1], start.returncode) for start in starts] == [("", 0)] * 4


def test_database_that_does_not_answer_gives_a_dutch_sentence():
    store = Store("postgresql://nobody@127.0.0.1:1/none?connect_timeout=2")

    with pytest.raises(DatabaseUnreachable, match=r"De database is niet te openen: .* DATABASE_URL"):
        migrate(store)


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_database_in_memory_is_refused_because_it_keeps_nothing(url):
    with pytest.raises(DatabaseUnreachable, match="bewaart niets"):
        Store(url)


def test_nonsense_address_is_refused_without_repeating_it():
    with pytest.raises(DatabaseUnreachable) as refusal:
        Store("secret password")

    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize(
    "url,words",
    [
        ("postgresql://u:ge@heim@host/d", "als %40"),
        ("postgresql://u:geheim@host:poort/d", "geen adres van een database"),
    ],
)
def test_address_that_cannot_be_read_is_refused_without_the_password(url, words):
    with pytest.raises(DatabaseUnreachable, match=words) as refusal:
        Store(url)

    assert "heim" not in str(refusal.value)


def test_file_that_is_no_database_gives_a_dutch_sentence(tmp_path):
    path = tmp_path / "weegschaal.db"
    path.write_bytes(b"Dit is een brief. " * 1000)

    with pytest.raises(DatabaseUnreachable, match="niet te gebruiken: file is not a database"):
        migrate(Store(f"sqlite:///{path}"))


def test_folder_of_the_sqlite_file_is_made(tmp_path):
    store = Store(f"sqlite:///{tmp_path / 'new' / 'folder' / 'weegschaal.db'}")

    migrate(store)

    assert (tmp_path / "new" / "folder" / "weegschaal.db").exists()
    store.close()
