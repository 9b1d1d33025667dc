"""The register: kept by few, seen by all, changed by nobody in silence, and every step on record."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from services import assessments, register, register_start
from services.errors import NotAllowed, NotFound
from services.register import ChangeKind, Wanted
from services.register_errors import EntryChanged, EntryExists, EntryFaults, EntryNotFound, LinkedElsewhere
from services.roles import Role
from services.users import User

KEEPER = User("cio", "CIO-office", frozenset({Role.CIO_OFFICE}))
BIM = User("bim", "BIM", frozenset({Role.BIM}))
LIST = (
    {"naam": "Parkeren", "domein": "fysiek", "eigen_risico": "hoog", "doel": "Plekken tellen"},
    {"naam": "éénloket", "domein": "sociaal", "eigen_risico": "laag", "leverancier": "Kantoor 100%"},
    {"naam": "Bijstand", "domein": "sociaal", "eigen_risico": "beperkt", "volgende_datum": "1-2-2027"},
    {"naam": "Zoeken", "status": "in_gebruik", "volgende_datum": "1-1-2027"},
)

# What is asked of the list, and what it gives.
LISTS = (
    ({}, ["Parkeren", "éénloket", "Bijstand", "Zoeken"]),
    ({"descending": True}, ["Zoeken", "Bijstand", "éénloket", "Parkeren"]),
    ({"sort": "naam"}, ["Bijstand", "éénloket", "Parkeren", "Zoeken"]),
    ({"sort": "domein"}, ["Zoeken", "Parkeren", "Bijstand", "éénloket"]),
    ({"sort": "eigen_risico"}, ["éénloket", "Bijstand", "Parkeren", "Zoeken"]),
    ({"sort": "volgende_datum"}, ["Zoeken", "Bijstand", "éénloket", "Parkeren"]),
    ({"sort": "volgende_datum", "descending": True}, ["Bijstand", "Zoeken", "Parkeren", "éénloket"]),
    ({"sort": "gewijzigd"}, ["Parkeren", "éénloket", "Bijstand", "Zoeken"]),
    ({"filters": {"domein": ("sociaal",), "eigen_risico": ("laag", "hoog")}}, ["éénloket"]),
    ({"filters": {"eigen_risico": ("",)}}, ["Zoeken"]),
    ({"filters": {"eigen_risico": ()}}, ["Parkeren", "éénloket", "Bijstand", "Zoeken"]),
    ({"search": "EENloket"}, ["éénloket"]),
    ({"search": "tellen park"}, ["Parkeren"]),
    ({"search": "parkeren bijstand"}, []),
    ({"search": "100%"}, ["éénloket"]),
    ({"search": "%"}, ["éénloket"]),
    ({"search": "_"}, []),
    ({"search": "\\"}, []),
    ({"search": "3"}, ["Bijstand"]),
    ({"search": "'; DROP TABLE register_entry"}, []),
)


@pytest.fixture
def filled(store):
    """A store with a register of four algorithms."""
    for values in LIST:
        register.add(store, KEEPER, values)
    return store


def names(store, **wanted):
    return [entry.name for entry in register.page(store, KEEPER, Wanted(**wanted))]


def test_algorithm_is_kept_as_read_and_gets_the_next_number(filled):
    made = register.add(filled, KEEPER, {"naam": " Fraude  signaal ", "eigen_risico": "Hoog", "doel": " "})

    assert (made.number, made.values) == ("5", {"naam": "Fraude signaal", "eigen_risico": "hoog"})
    assert register.opened(filled, BIM, made.id) == made


def test_numbers_with_letters_are_kept_and_do_not_count(store):
    register.add(store, KEEPER, {"naam": "A"}, number="RK-7")

    assert register.add(store, KEEPER, {"naam": "B"}).number == "1"


@pytest.mark.parametrize(
    "values,field",
    [({"naam": " "}, "naam"), ({"doel": "x"}, "naam"), ({"naam": "A", "status": "x"}, "status")],
)
def test_what_cannot_be_kept_is_told_at_its_field(sqlite_store, values, field):
    with pytest.raises(EntryFaults) as refusal:
        register.add(sqlite_store, KEEPER, values)

    assert set(refusal.value.faults) == {field}
    assert register.count(sqlite_store, KEEPER) == 0


@pytest.mark.parametrize(
    "values,number", [({"naam": "PARKEREN", "domein": "Fysiek"}, ""), ({"naam": "X"}, "01")]
)
def test_name_in_a_domain_and_number_are_there_once(filled, values, number):
    with pytest.raises(EntryExists):
        register.add(filled, KEEPER, values, number=number)

    assert register.count(filled, KEEPER) == 4


def test_of_many_who_add_at_once_each_gets_a_number_of_its_own(store):
    with ThreadPoolExecutor(6) as people:
        made = list(people.map(lambda name: register.add(store, KEEPER, {"naam": name}), "ABCDEF"))

    assert sorted(entry.number for entry in made) == ["1", "2", "3", "4", "5", "6"]


def test_change_keeps_what_it_does_not_name_and_is_in_the_history(filled):
    entry = register.page(filled, KEEPER)[0]

    register.change(filled, KEEPER, entry.id, {"status": "Pilot", "doel": ""}, seen=1)

    after = register.opened(filled, BIM, entry.id)
    expected = {"naam": "Parkeren", "domein": "fysiek", "eigen_risico": "hoog", "status": "in_ontwikkeling"}
    assert (after.values, after.revision, after.changed_by) == (expected, 2, "cio")
    newest, first = register.history(filled, BIM, entry.id)
    assert (newest.kind, newest.author) == (ChangeKind.CHANGED, "cio")
    assert newest.detail == {"status": ("", "in_ontwikkeling"), "doel": ("Plekken tellen", "")}
    assert first.kind is ChangeKind.ADDED
    assert first.detail["nummer"] == ("", "1")


def test_change_that_changes_nothing_costs_no_revision(filled):
    entry = register.page(filled, KEEPER)[0]

    assert register.change(filled, KEEPER, entry.id, {"eigen_risico": "Hoog"}, seen=1) == entry
    assert register.count_history(filled, KEEPER, entry.id) == 1


def test_who_changes_what_somebody_else_changed_first_is_told_and_changes_nothing(filled):
    entry = register.page(filled, KEEPER)[0]
    theirs = register.change(filled, KEEPER, entry.id, {"doel": "Van haar"}, seen=1)

    with pytest.raises(EntryChanged) as refusal:
        register.change(filled, KEEPER, entry.id, {"doel": "Van hem"}, seen=1)

    assert refusal.value.theirs == theirs
    assert register.opened(filled, BIM, entry.id).value("doel") == "Van haar"


def test_of_many_who_change_at_once_one_wins_and_all_others_are_told(filled):
    entry = register.page(filled, KEEPER)[0]

    def attempt(number):
        try:
            register.change(filled, KEEPER, entry.id, {"doel": f"Versie {number}"}, seen=1)
        except EntryChanged:
            return "told"
        return "won"

    with ThreadPoolExecutor(6) as people:
        assert sorted(people.map(attempt, range(6))) == ["told"] * 5 + ["won"]
    assert register.count_history(filled, KEEPER, entry.id) == 2


def test_list_finds_filters_and_sorts(filled):
    for wanted, found in LISTS:
        assert (wanted, names(filled, **wanted)) == (wanted, found)
        assert register.count(filled, KEEPER, Wanted(**wanted)) == len(found)
        assert [entry.name for entry in register.every(filled, KEEPER, Wanted(**wanted))] == found


def test_pages_follow_each_other_without_gap_or_overlap(filled):
    wanted = Wanted(sort="status")
    pages = [register.page(filled, KEEPER, wanted, limit=1, offset=offset)[0].id for offset in range(4)]

    assert pages == [entry.id for entry in register.every(filled, KEEPER, wanted)]


def test_counts_of_the_filters_add_up(filled):
    shares = register.shares(filled, BIM)

    assert shares["domein"] == {"sociaal": 2, "fysiek": 1, "": 1}
    assert {sum(counts.values()) for counts in shares.values()} == {4}


def test_first_page_is_read_from_an_index_without_sorting_all(sqlite_store, monkeypatch):
    asked = []
    with sqlite_store.reading() as tx:
        monkeypatch.setattr(
            tx.register._session, "scalars", lambda statement: asked.append(statement) or iter(())
        )
        tx.register.page(Wanted(), limit=50, offset=0)
    with sqlite_store.engine.connect() as connection:
        statement = asked[0].compile(connection, compile_kwargs={"literal_binds": True})
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}").all()

    assert "register_entry_by_number" in str(plan)


def test_assessment_begun_from_an_entry_belongs_to_it(filled):
    entry = register.page(filled, KEEPER)[0]

    made = register_start.start(filled, BIM, entry.id)

    assert made.title == "Parkeren"
    assert register.entry_of(filled, BIM, made.id).id == entry.id
    (linked,) = register.assessments_of(filled, BIM, entry.id)
    assert (linked.assessment.id, linked.readable) == (made.id, True)
    other = User("ander", "Ander", frozenset({Role.BIM}))
    assert [each.readable for each in register.assessments_of(filled, other, entry.id)] == [False]
    assert register.history(filled, BIM, entry.id)[0].kind is ChangeKind.LINKED


def test_assessment_belongs_to_one_entry_until_it_is_let_go(filled, framework):
    first, second = register.page(filled, KEEPER)[:2]
    made = assessments.create(filled, BIM, title="Los", framework=framework).id
    register.link(filled, KEEPER, first.id, made)

    with pytest.raises(LinkedElsewhere):
        register.link(filled, KEEPER, second.id, made)
    register.unlink(filled, KEEPER, first.id, made)
    register.link(filled, KEEPER, second.id, made)

    assert register.entry_of(filled, BIM, made).id == second.id
    kinds = [step.kind for step in register.history(filled, BIM, first.id)]
    assert kinds == [ChangeKind.UNLINKED, ChangeKind.LINKED, ChangeKind.ADDED]
    with pytest.raises(NotFound):
        register.unlink(filled, KEEPER, first.id, made)


def test_link_does_not_stand_in_the_way_of_who_is_changing_the_entry(filled):
    entry = register.page(filled, KEEPER)[0]
    register_start.start(filled, BIM, entry.id)

    assert register.change(filled, KEEPER, entry.id, {"doel": "Anders"}, seen=1).revision == 2


def test_entry_that_does_not_exist_is_told(sqlite_store):
    for use in (
        lambda: register.opened(sqlite_store, KEEPER, uuid4()),
        lambda: register.change(sqlite_store, KEEPER, uuid4(), {}, seen=1),
        lambda: register.read_id("geen id"),
        lambda: register_start.start(sqlite_store, BIM, uuid4()),
    ):
        with pytest.raises(EntryNotFound, match="staat niet in het register"):
            use()


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.CIO_OFFICE, Role.LOCAL}))
def test_only_the_cio_office_changes_the_register(sqlite_store, role):
    with pytest.raises(NotAllowed):
        register.add(sqlite_store, User("iemand", "Iemand", frozenset({role})), {"naam": "A"})
