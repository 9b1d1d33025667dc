"""`python -m tools audit`: what somebody does to a database behind the back of the app is found and named."""

import json
import subprocess
import sys
from datetime import date
from uuid import UUID, uuid4

import pytest

from assessment.answers import Reply
from services import answers, assessments, evidence, finishing
from storage import verification
from storage.audit import OVER_ALL
from tests.tampering import tamper
from tools.__main__ import main


@pytest.fixture
def used(store, user, colleague, framework):
    """The id of an assessment with which much was done, beside another one."""
    assessments.create(store, user, title="Parkeren", framework=framework)
    used = assessments.create(store, user, title="Schuldhulp", framework=framework).id
    answers.save(store, user, used, "d_probleem", Reply("Het begin"), seen=0)
    answers.save(store, user, used, "d_probleem", Reply("Beter"), seen=1)
    with pytest.raises(answers.AnswerChanged):
        answers.save(store, colleague, used, "d_probleem", Reply("Te laat"), seen=1)
    answers.save(store, colleague, used, "qs_algoritme", Reply("ja", "Notitie"), seen=0)
    evidence.add_file(store, user, used, "qs_algoritme", "a.txt", b"a")
    link = evidence.add_link(store, user, used, "qs_algoritme", "https://example.org")
    evidence.remove(store, colleague, link.id)
    assessments.rename(store, user, used, "Schuldhulp 2")
    finishing.finish(store, user, used, date(2026, 11, 22))
    return used


@pytest.fixture
def verify(store, capsys):
    """Run the command on the store; gives the exit code and what it said."""

    def verifying(*arguments):
        url = store.engine.url.render_as_string(hide_password=False)
        code = main(["audit", "verify", "--database", url, *map(str, arguments)])
        said = capsys.readouterr()
        return code, said.out + said.err

    return verifying


def test_what_the_app_itself_did_has_no_fault(verify, used):
    assert verify() == (0, "2 assessment(s): no faults.\n")
    assert verify(used) == (0, "1 assessment(s): no faults.\n")


CHANGES = {
    "entry 2: changed": ["UPDATE audit SET who = 'ander' WHERE number = 2 AND assessment_id = :a"],
    "entry 3: missing": ["DELETE FROM audit WHERE number = 3 AND assessment_id = :a"],
    "entries 10 to 11: missing at the end": ["DELETE FROM audit WHERE number > 9 AND assessment_id = :a"],
    "entries 1 to 11: missing at the end": ["DELETE FROM audit WHERE assessment_id = :a"],
    "entry 12: added after the end": [
        """INSERT INTO audit SELECT assessment_id, 12, at, who, event, about, detail, previous, hash
        FROM audit WHERE number = 11 AND assessment_id = :a"""
    ],
    "entry 4: changed": [
        "UPDATE audit SET number = 0 WHERE number = 4 AND assessment_id = :a",
        "UPDATE audit SET number = 4 WHERE number = 5 AND assessment_id = :a",
        "UPDATE audit SET number = 5 WHERE number = 0 AND assessment_id = :a",
    ],
    "entries 1 to 11: added after the end": ["DELETE FROM audit_head WHERE assessment_id = :a"],
    "entry 11: is not the one that the head": ["UPDATE audit_head SET hash = 'x' WHERE assessment_id = :a"],
    "d_probleem/2 of revision: says something else": [
        "UPDATE revision SET value = '\"Anders\"' WHERE question = 'd_probleem' AND number = 2"
    ],
    "qs_algoritme/1 of revision: says something else": [
        "UPDATE revision SET author = 'lokaal' WHERE question = 'qs_algoritme'"
    ],
    "d_probleem/1 of revision: is gone": [
        "DELETE FROM revision WHERE question = 'd_probleem' AND number = 1"
    ],
    "d_probleem/9 of revision: was never entered": [
        """INSERT INTO revision (assessment_id, question, number, value, note, author, at) SELECT
        assessment_id, question, 9, value, note, author, at FROM revision
        WHERE question = 'd_probleem' AND number = 2"""
    ],
    "of set_aside: is gone": ["DELETE FROM set_aside"],
    "of evidence: says something else": ["UPDATE evidence SET removed_at = NULL, removed_by = NULL"],
    "of snapshot: says something else": ["UPDATE snapshot SET content = '{}'"],
    "of assessment: says something else": ["UPDATE assessment SET finished_at = NULL WHERE id = :a"],
    "of assessment: was never entered": [
        "UPDATE audit SET about = 'x' WHERE assessment_id = :all AND about = :text"
    ],
}


@pytest.mark.parametrize("place", CHANGES)
def test_every_change_is_found_and_its_place_named(verify, store, used, place):
    plain = store.engine.dialect.name == "sqlite"
    keys = {"a": used, "all": OVER_ALL}
    values = {name: key.hex if plain else key for name, key in keys.items()} | {"text": str(used)}
    wanted = {name: value for name, value in values.items() if f":{name}" in " ".join(CHANGES[place])}
    tamper(store, *CHANGES[place], **wanted)

    code, said = verify()

    assert code == 1
    assert place in said
    assert str(used) in said


def test_bytes_of_a_file_are_verified_too(verify, store, used):
    tamper(store, "UPDATE evidence_file SET content = :other", other=b"b")

    code, said = verify(used)

    assert code == 1
    assert "of evidence: says something else" in said


def test_assessment_that_disappeared_with_its_chain_is_missed(verify, store, used):
    tables = (
        "evidence_file",
        "evidence",
        "revision",
        "set_aside",
        "snapshot",
        "precedent",
        "precedent_key",
        "audit",
        "audit_head",
    )
    key = used.hex if store.engine.dialect.name == "sqlite" else used
    owned = {
        "evidence_file": "evidence_id IN (SELECT id FROM evidence WHERE assessment_id = :a)",
        "assessment": "id = :a",
    }
    tamper(
        store,
        *(f"DELETE FROM {table} WHERE {owned.get(table, 'assessment_id = :a')}" for table in tables),
        "DELETE FROM assessment WHERE id = :a",
        a=key,
    )

    code, said = verify()

    assert (code, said) == (
        1,
        f"list of assessments: row {used} of assessment: is gone, though it was entered\n1 fault(s).\n",
    )


def forge(store, chain):
    """Write a whole chain anew, with other words and a head that fits, as a full forgery would."""
    with store.reading() as tx:
        entries = tx.audit.of(chain)
    key = chain.hex if store.engine.dialect.name == "sqlite" else chain
    tamper(
        store, *(f"DELETE FROM {table} WHERE assessment_id = :a" for table in ("audit", "audit_head")), a=key
    )
    with store.transaction() as tx:
        for entry in entries:
            tx.audit.note(chain, entry.event, "iemand-anders", entry.about, entry.details)


def test_forgery_of_a_whole_chain_shows_only_beside_the_heads_noted_before(
    verify, store, used, tmp_path, capsys
):
    url, noted = store.engine.url.render_as_string(hide_password=False), tmp_path / "heads.json"
    assert main(["audit", "heads", "--database", url, "--out", str(noted)]) == 0
    assert capsys.readouterr().out == f"wrote {noted}\n"
    assert verify("--heads", noted)[0] == 0

    forge(store, used)

    assert verify()[0] == 0
    code, said = verify("--heads", noted)
    assert code == 1
    assert f"{used}: entry 11: is not the one that was noted outside the database" in said


def test_heads_noted_before_still_fit_after_more_work(verify, store, user, used, tmp_path):
    noted = tmp_path / "heads.json"
    ends = verification.heads(store)
    noted.write_text(json.dumps({str(chain): [head.number, head.hash] for chain, head in ends.items()}))

    finishing.reopen(store, user, used)
    answers.save(store, user, used, "qs_algoritme", Reply("nee"), seen=1)

    assert verify("--heads", noted)[0] == 0


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize(
    "statement,place",
    [
        ("UPDATE revision SET at = 'gisteren'", "a row of revision: cannot be read"),
        ("UPDATE audit SET detail = X'00FF' WHERE number = 1 AND about = ''", "an entry: cannot be read"),
        (
            "UPDATE audit SET assessment_id = 'x' WHERE about = '' AND number = 1",
            "the id of an assessment: cannot be read",
        ),
    ],
)
def test_what_was_spoilt_is_reported_and_breaks_nothing(sqlite_store, user, framework, statement, place):
    made = assessments.create(sqlite_store, user, title="Schuldhulp", framework=framework).id
    answers.save(sqlite_store, user, made, "qs_algoritme", Reply("ja"), seen=0)
    tamper(sqlite_store, statement)

    assert place in [str(fault) for _chain, fault in verification.faults(sqlite_store)]


def test_unknown_assessment_is_wrong_input_and_no_fault(verify, used):
    unknown = uuid4()

    assert verify(unknown) == (2, f"there is no assessment {unknown}.\n")


def test_file_that_holds_no_heads_is_wrong_input(verify, used, tmp_path):
    other = tmp_path / "heads.json"
    other.write_text("[]")

    code, said = verify("--heads", other)

    assert code == 2
    assert "was not written by `audit heads`" in said


def test_database_that_does_not_answer_is_wrong_input():
    found = subprocess.run(
        [sys.executable, "-m", "tools", "audit", "verify", "--database", "postgresql://x@127.0.0.1:1/none"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert found.returncode == 2
    assert "niet te openen" in found.stderr


def test_list_of_assessments_is_one_chain(store, used):
    with store.reading() as tx:
        assert {UUID(entry.about) for entry in tx.audit.of(OVER_ALL)} == set(tx.assessments.ids())
