"""Every page for every role: words where somebody may not be, and no title that is not theirs to read."""

from collections.abc import Callable, Iterator
from datetime import date
from uuid import UUID

import pytest
from streamlit.testing.v1 import app_test

from services import assessments, finishing, register, register_start
from services.access import MAY, Action
from services.roles import OF_ASSESSMENT, Role
from services.users import User
from tests.databases import Sqlite
from tests.pages.conftest import CASES, App, OwnPages, Screen
from ui import context, links

Be = Callable[[Role], None]
MAKER = User("maker", "Maaike Maker", frozenset({Role.BIM}))
KEEPER = User("cio", "Cas Kantoor", frozenset({Role.CIO_OFFICE}))
TITLES = ("Zebravinken tellen", "Kraanvogels volgen")
REFUSED = "Je mag dit niet doen"
ROLES = [role for role in Role if role not in OF_ASSESSMENT and role is not Role.LOCAL]
# What one needs for a page that is not for everybody.
NEEDS = {
    **{name: row[2] for name, row in links._places().items()},
    **dict.fromkeys((links.PORTFOLIO_LIST, links.NORMS, links.SELF_SCAN), Action.SEE_PORTFOLIO),
    links.ENTRY: Action.SEE_REGISTER,
    links.SECOND_LOOK: Action.SEE_REGISTER,
    links.IMPORT: Action.KEEP_REGISTER,
    links.VERSIONS: Action.SEE_FRAMEWORK,
    links.RULE_CHANGE: Action.KEEP_FRAMEWORK,
}
ON_ONE = (*links._wholes(), "stap-quickscan", "stap-doel")
# Where roles see most different things; the other pages have tests of their own.
DIFFERENT = ("", links.ENTRY, links.DECISION, links.REVIEW, links.PEOPLE)


@pytest.fixture(scope="module")
def town(sqlite: Sqlite) -> Iterator[App]:
    """A database in which only one person made anything."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", sqlite.migrated())
        patch.setattr(app_test, "PagesManager", OwnPages)
        app = App(context.store(), MAKER)
        yield app
        app.store.close()


@pytest.fixture(scope="module")
def finished(town: App) -> UUID:
    """A finished assessment."""
    made = town.case(CASES["c01"])
    assessments.rename(town.store, MAKER, made, TITLES[0])
    finishing.finish(town.store, MAKER, made, date(2026, 11, 22))
    return made


@pytest.fixture(scope="module")
def entry(town: App) -> UUID:
    """An algorithm in the register, with an assessment."""
    kept = register.add(town.store, KEEPER, {"naam": "Vogelteller"})
    begun = register_start.start(town.store, MAKER, kept.id)
    assessments.rename(town.store, MAKER, begun.id, TITLES[1])
    return kept.id


@pytest.fixture
def be(monkeypatch: pytest.MonkeyPatch) -> Be:
    """Be somebody with one role who takes part in nothing."""

    def become(role: Role) -> None:
        nobody = User(f"nieuw-{role}", "Nina Nieuw", frozenset({role}))
        monkeypatch.setattr(context, "user", lambda: nobody)

    return become


def sent(screen: Screen) -> str:
    """Return all that came to the browser: text, labels, tables and addresses."""
    return "\n".join(str(node.proto) for node in screen.test._tree if hasattr(node, "proto"))


def opened(town: App, path: str, finished: UUID, entry: UUID) -> Screen:
    """Open a page, on what it is about."""
    if path in ON_ONE:
        return town.whole(finished, path)
    return town.place(path, id=str(entry)) if path else town.start()


def test_what_each_page_needs_is_known():
    assert NEEDS.keys() == {*links._places(), *links._within()}


def test_title_is_found_where_it_may_be_read(town: App, finished: UUID, entry: UUID, be: Be) -> None:
    be(Role.READER)

    assert TITLES[0] in sent(opened(town, links.DECISION, finished, entry))
    assert TITLES[1] in sent(opened(town, links.ENTRY, finished, entry))


@pytest.mark.parametrize("path", ["", *NEEDS, *ON_ONE])
def test_stranger_reads_no_title_on_any_page(
    town: App, finished: UUID, entry: UUID, be: Be, path: str
) -> None:
    be(Role.BIM)

    screen = opened(town, path, finished, entry)

    assert not any(title in sent(screen) for title in TITLES)
    may = not path or (path not in ON_ONE and NEEDS[path] in MAY[Role.BIM])
    assert (REFUSED in screen.words) != may


@pytest.mark.parametrize(
    "role,path",
    [
        (role, path)
        for role in ROLES
        if role is not Role.BIM
        for path in NEEDS
        if NEEDS[path] not in MAY[role]
    ],
)
def test_page_that_a_role_may_not_see_says_so_in_words(
    town: App, finished: UUID, entry: UUID, be: Be, role: Role, path: str
) -> None:
    be(role)

    assert REFUSED in opened(town, path, finished, entry).words


@pytest.mark.parametrize("role", [role for role in ROLES if role is not Role.BIM])
def test_each_role_opens_pages_on_which_roles_differ(
    town: App, finished: UUID, entry: UUID, be: Be, role: Role
) -> None:
    be(role)

    for path in DIFFERENT:
        assert REFUSED not in opened(town, path, finished, entry).words
