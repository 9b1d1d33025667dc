"""Changing several entries in one go: all of them or none, and only by who keeps the register."""

import pytest

from assessment.register.entry import Entry
from services import register, register_together
from services.errors import NotAllowed
from services.register_errors import EntryExists, EntryFaults
from services.roles import Role
from services.users import User
from storage.store import Store


@pytest.fixture
def both(sqlite_store: Store, user: User) -> tuple[Entry, Entry]:
    """The same name in two domains."""
    made = [
        register.add(sqlite_store, user, {"naam": "Parkeren", "domein": domain, "status": "in_gebruik"})
        for domain in ("fysiek", "sociaal")
    ]
    return made[0], made[1]


def test_all_change_with_a_step_in_the_history_of_each(
    sqlite_store: Store, user: User, both: tuple[Entry, Entry]
) -> None:
    ids = [entry.id for entry in both]
    assert register_together.change_all(sqlite_store, user, ids, {"status": "Gestopt"}) == 2

    for entry in both:
        (change, _added) = register.history(sqlite_store, user, entry.id)
        assert change.detail == {"status": ("in_gebruik", "buiten_gebruik")}
        assert register.opened(sqlite_store, user, entry.id).revision == 2


def test_what_is_equal_already_costs_no_revision(
    sqlite_store: Store, user: User, both: tuple[Entry, Entry]
) -> None:
    ids = [entry.id for entry in both]
    register_together.change_all(sqlite_store, user, ids[:1], {"status": "buiten_gebruik"})

    assert register_together.change_all(sqlite_store, user, ids, {"status": "buiten_gebruik"}) == 1
    assert register_together.change_all(sqlite_store, user, ids, {"status": "buiten_gebruik"}) == 0
    assert register.count_history(sqlite_store, user, ids[0]) == 2


@pytest.mark.parametrize(
    "values,refused",
    [
        ({"domein": "fysiek"}, EntryExists),
        ({"status": "misschien"}, EntryFaults),
        ({"naam": ""}, EntryFaults),
    ],
    ids=["one-name-twice", "no-option", "no-name"],
)
def test_one_that_cannot_change_stops_all(
    sqlite_store: Store,
    user: User,
    both: tuple[Entry, Entry],
    values: dict[str, str],
    refused: type[Exception],
) -> None:
    with pytest.raises(refused):
        register_together.change_all(sqlite_store, user, [entry.id for entry in both], values)

    assert sorted(register.every(sqlite_store, user), key=lambda entry: entry.number) == list(both)


def test_who_does_not_keep_the_register_changes_nothing(
    sqlite_store: Store, both: tuple[Entry, Entry]
) -> None:
    reader = User("leo", "Leo", frozenset({Role.READER}))
    with pytest.raises(NotAllowed):
        register_together.change_all(sqlite_store, reader, [both[0].id], {"status": "buiten_gebruik"})
