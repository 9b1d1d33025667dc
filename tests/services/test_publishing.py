"""Texts for the national register: kept in the register or beside the assessment, by who may."""

import pytest

from reports.publication import publication_data
from services import audit, publishing, register
from services.errors import NotAllowed
from services.register_errors import EntryFaults
from services.roles import Role
from services.users import User
from storage import verification
from tests.everything import MAKER, ON
from tests.services.roads import new as new_by_author

TOWN = "Gemeente Voorbeeld"
KEEPER = User("cio", "Cio", frozenset({Role.CIO_OFFICE}))
AUTHOR = User("met-author", "Author", frozenset({Role.BIM}))


@pytest.fixture
def made(sqlite_store):
    """An assessment by `AUTHOR` that no register has."""
    return new_by_author(sqlite_store)


def value(store, user, made, field):
    """Give what would be published."""
    return publishing.prepare(store, user, made, ON, municipality=TOWN).value(field)


def test_text_of_the_author_is_kept_and_can_be_taken_back(sqlite_store, made):
    before = value(sqlite_store, AUTHOR, made, "goal")

    publishing.write(sqlite_store, AUTHOR, made, {"goal": "Mijn doel", "category": "Werk"})
    assert value(sqlite_store, AUTHOR, made, "goal") == "Mijn doel"
    assert value(sqlite_store, AUTHOR, made, "category") == "werk"

    publishing.write(sqlite_store, AUTHOR, made, {"goal": ""})
    assert value(sqlite_store, AUTHOR, made, "goal") == before
    # The owner in this example was put there past the services.
    places = [fault.place for _chain, fault in verification.faults(sqlite_store)]
    assert [place for place in places if not place.endswith(" van member")] == []


def test_text_is_kept_in_the_register_when_that_has_the_algorithm(sqlite_store, made):
    entry = register.add(sqlite_store, KEEPER, {"naam": "Vroegsignalering"})
    register.link(sqlite_store, KEEPER, entry.id, made)

    publishing.write(sqlite_store, KEEPER, made, {"goal": "Doel in het register"})

    assert register.opened(sqlite_store, KEEPER, entry.id).value("goal") == "Doel in het register"
    assert value(sqlite_store, AUTHOR, made, "goal") == "Doel in het register"
    assert publishing.may_write(sqlite_store, KEEPER, made)
    assert not publishing.may_write(sqlite_store, AUTHOR, made)
    with pytest.raises(NotAllowed):
        publishing.write(sqlite_store, AUTHOR, made, {"goal": "Toch"})


def test_register_alone_fills_in_what_it_knows(sqlite_store):
    values = {"naam": "Parkeren", "status": "in_gebruik", "publication_category": "c", "leverancier": "Maker"}
    entry = register.add(sqlite_store, KEEPER, values)

    found = publishing.of_entry(sqlite_store, KEEPER, entry.id, municipality=TOWN)

    assert publication_data(found) == {
        "name": "Parkeren",
        "organization": TOWN,
        "status": "In gebruik",
        "publication_category": "Overige algoritmes",
        "provider": "Maker",
        "lang": "nld",
        "standard_version": "1.0",
        "source_id": entry.number,
    }
    assert found.blocking


def test_value_that_cannot_be_read_is_refused_field_by_field(sqlite_store, made):
    with pytest.raises(EntryFaults) as caught:
        publishing.write(sqlite_store, AUTHOR, made, {"website": "geen adres", "goal": "Goed"})

    assert set(caught.value.faults) == {"website"}
    assert value(sqlite_store, AUTHOR, made, "website") == ""


def test_only_a_selection_for_checks_leaves_criteria_out(sqlite_store, made):
    found = publishing.prepare(
        sqlite_store, AUTHOR, made, ON, municipality=TOWN, left_out=["methods_and_models", "goal"]
    )

    assert found.left_out <= {"methods_and_models"}
    assert "artikel 5.1" not in found.value("goal")


def test_who_may_not_write_does_not_and_a_file_is_entered(sqlite_store, made):
    with pytest.raises(NotAllowed):
        publishing.write(sqlite_store, KEEPER, made, {"goal": "Anders"})
    with pytest.raises(NotAllowed):
        publishing.prepare(sqlite_store, MAKER, made, ON, municipality=TOWN)

    publishing.export(sqlite_store, KEEPER, made, ON, municipality=TOWN)

    newest = audit.page(sqlite_store, KEEPER, made)[0]
    assert (newest.who, newest.event, newest.about) == ("cio", "export", "algoritmeregister")


def test_name_of_no_municipality_is_no_organisation(sqlite_store, made):
    found = publishing.prepare(sqlite_store, AUTHOR, made, ON, municipality="Gemeente")

    assert found.value("organization") == ""
