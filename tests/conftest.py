"""Fixtures for all tests: the real framework, and a store on each database."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings

import texts
from assessment.framework import Framework
from services import frameworks
from services.roles import Role
from services.users import User, local_user
from storage.store import Store
from tests.databases import Databases, Postgres, Sqlite

# How long an example takes says something of the machine; what is slow is found by a benchmark. Each run
# draws other examples, so that many runs see what one has no time for.
settings.register_profile("untimed", deadline=None, max_examples=25)
settings.load_profile("untimed")


class Clock:
    """A clock that goes on one minute whenever somebody looks."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Give the next minute."""
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture(scope="session")
def framework() -> Framework:
    """The framework as the app ships it."""
    return frameworks.current()


@pytest.fixture
def in_english() -> Iterator[None]:
    """Faults in files as the checks on the command line tell them, for tests that name their words."""
    with texts.speaking(texts.TOOLS_LANGUAGE):
        yield


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One real PostgreSQL server for all tests; it starts when the first of them asks."""
    server = Postgres()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> Sqlite:
    """A folder for SQLite files."""
    return Sqlite(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest) -> Databases:
    """Both kinds of database, one after the other."""
    made: Databases = request.getfixturevalue("sqlite" if request.param == "sqlite" else "postgres")
    return made


@pytest.fixture
def store(databases: Databases) -> Iterator[Store]:
    """A migrated, empty store of its own, on a clock that makes every moment different."""
    opened = Store(databases.migrated(), Clock())
    yield opened
    opened.close()


@pytest.fixture
def sqlite_store(sqlite: Sqlite) -> Iterator[Store]:
    """A store on SQLite, for tests in which the database does not matter."""
    opened = Store(sqlite.migrated(), Clock())
    yield opened
    opened.close()


@pytest.fixture
def user() -> User:
    """The user at the screen."""
    return local_user()


@pytest.fixture
def colleague() -> User:
    """Somebody else in another browser."""
    return User("collega", "Een collega", frozenset({Role.LOCAL}))
