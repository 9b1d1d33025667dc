"""Everything of one assessment as one file, and back in: equal to the byte, without what is hidden."""

import json

import pytest

from assessment.audit import Head, Note, link
from assessment.review.ballots import GO_AHEAD, Choice
from assessment.snapshot import canonical, sha256
from services import answers, ballots, bringing_in, evidence, handover, reviews
from services.access import Role
from services.bringing_in import FileRefused
from services.errors import NotAllowed
from services.users import User
from storage import tables, verification
from storage.assessment_rows import LEFT_OUT
from storage.store import Store
from tests import everything
from tests.everything import LOCAL, NETWORK, PICTURE, SECRETARY
from tests.services.forgeries import FORGERIES

READER = User("lezer", "Lezer", frozenset({Role.READER}))


@pytest.fixture(scope="module")
def elsewhere(sqlite, framework):
    """Another installation, and the id of an assessment there with everything in it."""
    store = Store(sqlite.migrated())
    yield store, everything.reviewed(store, framework)
    store.close()


@pytest.fixture(scope="module")
def file(elsewhere):
    """The file with that assessment."""
    store, assessment = elsewhere
    return handover.export(store, LOCAL, assessment)


def changed(file, change):
    """Change what is in a file, with a hash that fits again."""
    content = json.loads(file)
    del content["sha256"]
    change(content)
    return handover.file_of(content)


def test_what_comes_in_goes_out_equal_to_the_byte(store, file, elsewhere):
    brought = bringing_in.bring_in(store, LOCAL, file)

    assert not brought.is_copy
    assert brought.assessment.id == elsewhere[1]
    assert verification.faults(store) == []
    assert handover.export(store, LOCAL, elsewhere[1]) == file
    (picture,) = evidence.for_question(store, LOCAL, elsewhere[1], "qs_algoritme")
    assert evidence.content(store, LOCAL, picture.id) == PICTURE
    origin = bringing_in.origin(store, LOCAL, elsewhere[1])
    assert (origin.who, origin.details["file"]) == (LOCAL.name, sha256(canonical(without_hash(file))))


def without_hash(file):
    """Read a file without its own hash."""
    content = json.loads(file)
    del content["sha256"]
    return content


def test_what_is_hidden_on_screen_is_not_in_the_file(sqlite_store, sqlite, framework):
    source = Store(sqlite.migrated())
    made = everything.reviewed(source, framework, voters=3)
    open_round = everything.with_open_round(source, framework)
    files = [handover.export(source, LOCAL, one) for one in (made, open_round)]
    source.close()

    for file in files:
        bringing_in.bring_in(sqlite_store, LOCAL, file)

    text = b"".join(files).decode()
    assert "Dit moet niet" not in text
    assert "Nog geheim" not in text
    assert "VmVyd2lqZGVyZCBiZXN0YW5k" not in text
    assert '"open_ballot"' not in text
    assert [one["event"] for one in json.loads(files[0])["trail"]][-1] == handover.WITHHELD
    assert [handover.export(sqlite_store, LOCAL, one) for one in (made, open_round)] == files
    assert verification.faults(sqlite_store) == []


def test_round_that_was_open_is_open_and_empty(sqlite_store, sqlite, framework):
    source = Store(sqlite.migrated())
    made = everything.with_open_round(source, framework)
    bringing_in.bring_in(sqlite_store, LOCAL, handover.export(source, LOCAL, made))
    source.close()

    session = reviews.current(sqlite_store, SECRETARY, made)
    assert ballots.own(sqlite_store, NETWORK[0], made) == {}
    ballots.answer(sqlite_store, NETWORK[0], made, session.open_round.id, GO_AHEAD, Choice.AGREE)


def test_anonymous_answers_stay_anonymous(file):
    given = json.loads(file)["tables"]["ballot"]

    assert len(given) == 10
    assert {row["author"] for row in given} == {None}
    assert "review_key" not in json.loads(file)["tables"]


def test_who_may_not_read_the_trail_gets_none_and_it_begins_anew(sqlite_store, elsewhere):
    source, assessment = elsewhere
    file = handover.export(source, READER, assessment)

    assert json.loads(file)["trail"] is None
    bringing_in.bring_in(sqlite_store, LOCAL, file)
    assert verification.faults(sqlite_store) == []
    with sqlite_store.reading() as tx:
        assert {(entry.who, entry.event) for entry in tx.audit.of(assessment)} == {("lokaal", "brought-in")}


def test_assessment_that_is_here_already_comes_in_as_a_copy(store, file, elsewhere):
    first = bringing_in.bring_in(store, LOCAL, file).assessment

    second = bringing_in.bring_in(store, LOCAL, file)

    assert second.is_copy
    assert second.assessment.id != first.id
    given = [answers.values(answers.current(store, LOCAL, one)) for one in (first.id, second.assessment.id)]
    assert given[0] == given[1]
    assert handover.export(store, LOCAL, first.id) == file
    assert verification.faults(store) == []


@pytest.mark.parametrize("forgery", FORGERIES, ids=lambda forgery: forgery.__name__)
def test_forgery_is_refused_and_nothing_of_it_is_kept(sqlite_store, file, forgery):
    with pytest.raises(FileRefused, match="Er is niets ingelezen"):
        bringing_in.bring_in(sqlite_store, LOCAL, changed(file, forgery))

    with sqlite_store.reading() as tx:
        assert tx.copies.is_empty()


def test_change_without_a_new_hash_is_noticed(sqlite_store, file):
    with pytest.raises(FileRefused, match="het controlegetal klopt niet"):
        bringing_in.bring_in(sqlite_store, LOCAL, file.replace(b"Schuldhulp", b"Schuldhelp"))


def test_chain_that_somebody_made_anew_still_does_not_fit_the_rows(sqlite_store, file, elsewhere):
    def forge(content):
        head, entries = Head(), []
        for one in content["trail"]:
            note = Note("ander", one["event"], one["about"], one["detail"].replace("a", "b"))
            made = link(head, str(elsewhere[1]), one["at"], note)
            head = made.head
            entries.append({name: getattr(made, name) for name in one})
        content["trail"] = entries

    with pytest.raises(FileRefused, match=r"rij \S+ van \w+ klopt niet"):
        bringing_in.bring_in(sqlite_store, LOCAL, changed(file, forge))


@pytest.mark.parametrize(
    "data,said",
    [
        (b"", "geen bestand met een afweging"),
        (b"\xff\xfe", "geen bestand met een afweging"),
        (b"[" * 100_000, "geen bestand met een afweging"),
        (b"[]", "geen bestand met een afweging"),
        (b'{"format": "anders"}', "geen bestand met een afweging"),
        (b'{"format": "weegschaal-assessment", "version": 2}', "andere versie van Weegschaal"),
        (b'{"format": "weegschaal-assessment", "version": 1}', "het controlegetal"),
    ],
    ids=["empty", "bytes", "deep", "list", "other", "newer", "bare"],
)
def test_file_that_is_something_else_gets_a_sentence(sqlite_store, data, said):
    with pytest.raises(FileRefused, match=said):
        bringing_in.bring_in(sqlite_store, LOCAL, data)


def test_who_may_not_begin_an_assessment_brings_none_in(sqlite_store, file):
    with pytest.raises(NotAllowed):
        bringing_in.bring_in(sqlite_store, READER, file)


def test_who_may_not_read_an_assessment_takes_nothing_along(elsewhere):
    store, assessment = elsewhere

    with pytest.raises(NotAllowed):
        handover.export(store, User("vreemd", "Vreemd", frozenset({Role.BIM})), assessment)


def test_every_table_of_an_assessment_comes_along_or_is_left_out_by_name(sqlite_store):
    with sqlite_store.reading() as tx:
        taken = {table.name for table in tx.whole.tables()}
    others = {"person", "audit", "audit_head", "council_overview", "self_scan"}
    others |= {name for name in tables.Table.metadata.tables if name.startswith("register_")}

    assert taken | {*LEFT_OUT} | others == set(tables.Table.metadata.tables)
    assert not taken & {*LEFT_OUT}
