"""Beginning an assessment from an entry: what the register says is filled in, and names the register."""

from datetime import date

import pytest

from assessment.evaluation import evaluate
from services import answers, register, register_import, register_start, second_look
from services.errors import NotAllowed
from services.register import Wanted
from services.register_errors import EntryNotFound
from services.roles import Role
from services.users import User


@pytest.fixture
def started(sqlite_store, user):
    """A way to start an assessment from the entry of this name."""
    register_import.load_example(sqlite_store, user)

    def start(name):
        (entry,) = register.page(sqlite_store, user, Wanted(search=name))
        made = register_start.start(sqlite_store, user, entry.id)
        return entry, made, answers.current(sqlite_store, user, made.id)

    return start


def test_assessment_belongs_to_the_entry_and_holds_what_the_register_says(started, sqlite_store, user):
    entry, made, given = started("OVSH")

    assert made.title == "OVSH"
    assert register.entry_of(sqlite_store, user, made.id).id == entry.id
    reply = given["d_functie"].reply
    assert (reply.value, reply.known_by) == ("beslissend", "document")
    assert reply.note == (
        "Uit het register, nummer 43. Volgens het register beslist het. Bron: Rekenkamer 2.5 en bijlage E."
    )
    assert given["i_naam"].reply.value == "OVSH"
    assert given["i_omschrijving"].reply.note == "Uit het register, nummer 43: het veld ‘Doel’."


def test_doubt_becomes_a_note_without_an_answer(started):
    _entry, _made, given = started("MO Platform")

    reply = given["r_rechtsgevolg"].reply

    assert (reply.value, reply.known_by) == (None, None)
    assert "‘rapporteert ook over eigen bijdragen en pgb's’" in reply.note
    assert "Zoek dit nog uit." in reply.note


def test_half_an_answer_keeps_its_doubt(started):
    _entry, _made, given = started("Spottler")

    assert given["g_soort"].reply.value == ("communicatie", "weet_niet")


def test_new_assessment_says_at_least_what_the_second_look_said(started, framework):
    entry, _made, given = started("CompetenSYS Diagnose")

    outcome = evaluate(framework, answers.values(given), date(2026, 11, 23))
    (seen,) = second_look.seen([entry])

    assert outcome.tier.at_least == seen.look.judgement.tier.at_least == "beperkt"


def test_long_text_is_cut_at_a_word_and_says_so(sqlite_store, user):
    values = {"naam": "X", "doel": "woord " * 200, "begin_date": "2024-05", "contact_email": "a@b.nl"}
    made = register.add(sqlite_store, user, values)

    given = answers.current(sqlite_store, user, register_start.start(sqlite_store, user, made.id).id)

    assert given["i_omschrijving"].reply.value.endswith("woord…")
    assert len(given["i_omschrijving"].reply.value) <= 349
    assert "De rest paste niet." in given["i_omschrijving"].reply.note
    assert given["i_eerste_gebruik"].reply.value == "2024-05"
    assert given["i_contact"].reply.value == "a@b.nl"


def test_who_may_not_begin_an_assessment_begins_none_here_either(sqlite_store, user):
    made = register.add(sqlite_store, user, {"naam": "X"})
    reader = User("lezer", "Lezer", frozenset({Role.READER}))

    with pytest.raises(NotAllowed):
        register_start.start(sqlite_store, reader, made.id)
    with pytest.raises(EntryNotFound):
        register_start.start(sqlite_store, user, type(made.id)(int=1))
    assert register.assessments_of(sqlite_store, user, made.id) == []
