"""A backup holds everything of one moment, and comes back the same in either kind of database."""

import json
import re
from hashlib import sha256
from zipfile import ZipFile

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from assessment.answers import Reply
from assessment.audit import Kind
from assessment.review.ballots import GO_AHEAD, Choice
from services import answers, assessments, ballots, finishing, reviews
from storage import backup, verification
from storage.errors import BackupRefused
from storage.migrate import migrate
from storage.store import Store
from tests import everything


@pytest.fixture(scope="module")
def filled(sqlite, framework, tmp_path_factory):
    """A store on SQLite with everything in it, and a backup of it."""
    store = Store(sqlite.migrated())
    everything.reviewed(store, framework)
    everything.with_open_round(store, framework)
    path = tmp_path_factory.mktemp("backup") / "alles.zip"
    backup.write(store, path)
    yield store, path
    store.close()


def parts(path):
    """Read what is in a backup, by name."""
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(path, target, **replaced):
    """Write a backup anew with other contents of some tables."""
    with ZipFile(target, "w") as archive:
        for name, content in parts(path).items():
            archive.writestr(name, replaced.get(name.partition(".")[0], content))
    return target


@pytest.fixture
def empty(databases):
    """A store without tables on each kind of database."""
    opened = Store(databases.empty())
    yield opened
    opened.close()


def test_everything_comes_back_in_either_database_and_is_guarded_again(filled, empty, tmp_path, framework):
    _store, path = filled

    copied = backup.restore(empty, path)
    backup.write(empty, tmp_path / "weer.zip")

    assert copied.rows["evidence_file"] == 2
    assert copied.rows["ballot"] == 10
    assert parts(tmp_path / "weer.zip") == parts(path)
    assert verification.faults(empty) == []
    for statement in ("DELETE FROM revision", "UPDATE audit SET who = 'ander'", "DELETE FROM took_part"):
        with pytest.raises(DBAPIError, match="kept as it was written"), empty.engine.begin() as connection:
            connection.execute(text(statement))
    goes_on(empty, framework)


def goes_on(store, framework):
    """Do what needs new numbers from the database, and a secret for the round that was open."""
    made = assessments.create(store, everything.MAKER, title="Nieuw", framework=framework).id
    answers.save(store, everything.MAKER, made, "qs_invloed", Reply("direct"), seen=0)
    with pytest.raises(answers.AnswerChanged):
        answers.save(store, everything.LOCAL, made, "qs_invloed", Reply("geen"), seen=0)
    finishing.finish(store, everything.MAKER, made, everything.ON)
    parked = next(
        found.id for found in assessments.mine(store, everything.MAKER) if found.title == "Parkeren"
    )
    opened = reviews.current(store, everything.SECRETARY, parked).open_round
    assert ballots.own(store, everything.NETWORK[0], parked) == {}
    ballots.answer(store, everything.NETWORK[0], parked, opened.id, GO_AHEAD, Choice.AGREE, "")
    assert verification.faults(store) == []


def test_nothing_in_a_backup_ties_an_answer_to_a_name(filled):
    _store, path = filled

    assert "open_ballot.jsonl" not in parts(path)
    assert "review_key.jsonl" not in parts(path)
    assert b"Nog geheim" not in b"".join(parts(path).values())


def test_backup_is_of_one_moment_while_others_go_on(filled, tmp_path, monkeypatch):
    store, _path = filled
    before = parts(_path)
    write_rows = backup._write_rows

    def busy(tx, table, file):
        if table.name == "revision":
            with store.engine.begin() as connection:
                connection.execute(text("UPDATE person SET display = 'Anders' WHERE name = 'maker'"))
        return write_rows(tx, table, file)

    monkeypatch.setattr(backup, "_write_rows", busy)
    backup.write(store, tmp_path / "nu.zip")

    assert parts(tmp_path / "nu.zip") == before
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE person SET display = 'Maaike Maker' WHERE name = 'maker'"))


def test_nothing_is_put_over_what_is_there(filled):
    store, path = filled

    with pytest.raises(BackupRefused, match="niet leeg"):
        backup.restore(store, path)


@pytest.mark.parametrize("table", ["revision", "manifest", "evidence_file"])
def test_damage_is_found_and_leaves_the_database_empty(filled, empty, tmp_path, table):
    _store, path = filled
    spoilt = parts(path)[f"{table}.{'json' if table == 'manifest' else 'jsonl'}"].replace(b"1", b"2")

    with pytest.raises(BackupRefused, match=r"beschadigd|nieuwere"):
        backup.restore(empty, changed(path, tmp_path / "stuk.zip", **{table: spoilt}))
    migrate(empty)
    with empty.reading() as tx:
        assert tx.copies.is_empty()


def without(row, column):
    """Leave a column out of a row."""
    return {name: value for name, value in row.items() if name != column}


TAMPERED = {
    "column": ("revision", lambda row: without(row, "author")),
    "number": ("revision", lambda row: row | {"number": 2**70}),
    "moment": ("revision", lambda row: row | {"at": "9999-12-31T23:59:59-14:00"}),
    "stranger": ("revision", lambda row: row | {"assessment_id": "00000000-0000-4000-8000-000000000000"}),
    "list": ("revision", lambda row: [row]),
    "manifest": ("manifest", lambda listed: listed | {"tables": []}),
    "counts": ("manifest", lambda listed: listed | {"tables": dict.fromkeys(listed["tables"], 3)}),
}


@pytest.mark.parametrize("case", TAMPERED)
def test_backup_that_was_changed_with_hashes_that_fit_is_refused_in_words(filled, empty, tmp_path, case):
    table, change = TAMPERED[case]
    found, listed = parts(filled[1]), json.loads(parts(filled[1])["manifest.json"])
    lines = [json.loads(line) for line in found.get(f"{table}.jsonl", b"").splitlines()]
    data = "".join(json.dumps(row) + "\n" for row in [*map(change, lines[:1]), *lines[1:]])
    if table == "manifest":
        listed = change(listed)
    else:
        listed["tables"][table]["sha256"] = sha256(data.encode()).hexdigest()
    path = changed(filled[1], tmp_path / "stuk.zip", **{table: data, "manifest": json.dumps(listed)})

    with pytest.raises(BackupRefused, match="beschadigd"):
        backup.restore(empty, path)
    with empty.reading() as tx:
        assert tx.copies.is_empty()


def test_backup_in_which_somebody_changed_an_answer_comes_back_with_a_fault(filled, sqlite, tmp_path):
    found, listed = parts(filled[1]), json.loads(parts(filled[1])["manifest.json"])
    data = found["revision.jsonl"].replace(b"Zo zit het", b"Zo zit het niet", 1)
    listed["tables"]["revision"]["sha256"] = sha256(data).hexdigest()
    path = changed(filled[1], tmp_path / "a.zip", revision=data, manifest=json.dumps(listed))
    store = Store(sqlite.empty())

    backup.restore(store, path)

    assert [fault.kind for _chain, fault in verification.faults(store)] == [Kind.ROW_CHANGED]
    store.close()


def test_archive_with_a_password_is_refused_in_words(filled, sqlite, tmp_path):
    locked = bytearray(filled[1].read_bytes())
    # The flag that says so, in each header and in the list at the end.
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(sign), bytes(locked)):
            locked[found.start() + place] |= 1
    (tmp_path / "slot.zip").write_bytes(locked)
    store = Store(sqlite.empty())

    with pytest.raises(BackupRefused, match="beschadigd"):
        backup.restore(store, tmp_path / "slot.zip")
    store.close()


def test_file_that_is_no_backup_says_so(empty, tmp_path):
    (tmp_path / "tekst.zip").write_text("geen zip")
    with ZipFile(tmp_path / "ander.zip", "w") as archive:
        archive.writestr("a.txt", "a")

    for name in ("tekst.zip", "ander.zip"):
        with pytest.raises(BackupRefused, match=r"beschadigd|geen reservekopie"):
            backup.restore(empty, tmp_path / name)
    with pytest.raises(FileNotFoundError):
        backup.restore(empty, tmp_path / "weg.zip")


def test_backup_of_a_newer_version_is_refused(filled, empty, tmp_path):
    _store, path = filled
    listed = json.loads(parts(path)["manifest.json"]) | {"revision": "9999"}

    with pytest.raises(BackupRefused, match="nieuwere versie"):
        backup.restore(empty, changed(path, tmp_path / "n.zip", manifest=json.dumps(listed)))


def test_backup_of_an_older_version_is_brought_up_to_date(filled, empty, tmp_path, sqlite):
    line = b'{"display":"Maaike","name":"maker","roles":"bim","seen_at":"2026-11-22T09:00:00+00:00"}\n'
    old = Store(sqlite.empty())
    migrate(old, "0002")
    with old.reading() as tx:
        contents = {table.name: b"" for table in tx.copies.tables()} | {"person": line}
    old.close()
    told = {
        name: {"rows": content.count(b"\n"), "sha256": sha256(content).hexdigest()}
        for name, content in contents.items()
    }
    listed = {"format": "weegschaal-backup", "version": 1, "revision": "0002", "tables": told}
    with ZipFile(tmp_path / "oud.zip", "w") as archive:
        archive.writestr("manifest.json", json.dumps(listed))
        for name, content in contents.items():
            archive.writestr(f"{name}.jsonl", content)

    backup.restore(empty, tmp_path / "oud.zip")

    with empty.reading() as tx:
        assert [person.name for person in tx.people.all()] == ["maker"]
        assert tx.council.all() == []


def test_existing_file_is_never_overwritten(filled):
    store, path = filled

    with pytest.raises(BackupRefused, match="bestaat al"):
        backup.write(store, path)


def test_only_its_owner_may_read_a_backup(filled):
    _store, path = filled

    assert path.stat().st_mode & 0o777 == 0o600
