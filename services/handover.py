"""Handing over: everything of one assessment as one file, which another installation can bring in.

What a reader cannot see on screen is not in it: answers of an open round, answers of an anonymous round that
are too few to show, and files that were removed. See docs/assessment-file.md.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

from assessment.audit import Entry, Note, link
from assessment.review.ballots import GO_AHEAD, Ballot
from assessment.review.results import tally
from assessment.snapshot import canonical, sha256
from services import access
from services.access import Action
from services.users import User
from storage.assessment_rows import Row, claim
from storage.audit import noted
from storage.plain_rows import plain
from storage.store import Store

FORMAT, VERSION = "weegschaal-assessment", 1
WHOLE = "afweging"  # what an export was of
WITHHELD = "withheld"


def export(store: Store, user: User, assessment: UUID) -> bytes:
    """Give everything of one assessment that this user may see, as JSON; that is entered in the audit trail.

    The trail comes along for who may read it, as it was before this. Raises NotFound, NotAllowed.
    """
    with store.transaction() as tx:
        held = access.read(tx, user, assessment)
        rows = tx.whole.of(assessment)
        entries = tx.audit.of(assessment) if access.allows(tx, user, Action.AUDIT, held) else []
        withheld = tuple(_withhold(rows))
        content = {
            "format": FORMAT,
            "version": VERSION,
            "id": str(assessment),
            "tables": {
                table.name: [plain(table, row) for row in rows[table.name]] for table in tx.whole.tables()
            },
            "trail": [_entry(entry) for entry in _with_notes(assessment, entries, withheld)] or None,
        }
        tx.audit.note(assessment, "export", user.name, WHOLE)
    return file_of(content)


def file_of(content: Mapping[str, Any]) -> bytes:
    """Write a file in the one way in which it is written, with the hash of what is in it."""
    whole = {**content, "sha256": sha256(canonical(content))}
    return (json.dumps(whole, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()


def _entry(entry: Entry) -> dict[str, Any]:
    fields = asdict(entry)
    del fields["chain"]
    return fields


def _with_notes(
    assessment: UUID, entries: list[Entry], withheld: tuple[tuple[str, Mapping[str, str]], ...]
) -> list[Entry]:
    """Let a trail end with what was withheld, or it would vouch for what is not in the file."""
    found = list(entries)
    for about, said in withheld if entries else ():
        note: Note = noted(WITHHELD, "", about, said)
        found.append(link(found[-1].head, str(assessment), found[-1].at, note))
    return found


def _withhold(rows: dict[str, list[Row]]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Take out what is hidden on screen, and yield what the trail has to say of it."""
    yield from _removed_files(rows)
    anonymous = {review["id"] for review in rows["review"] if review["anonymous"]}
    for held in rows["review_round"]:
        if held["closed_at"] is not None and held["review_id"] in anonymous:
            yield from _few_answers(held, rows)


def _removed_files(rows: dict[str, list[Row]]) -> Iterator[tuple[str, Mapping[str, str]]]:
    gone = {row["id"] for row in rows["evidence"] if row["removed_at"] is not None}
    held = {row["evidence_id"] for row in rows["evidence_file"]}
    rows["evidence_file"] = [row for row in rows["evidence_file"] if row["evidence_id"] not in gone]
    for row in rows["evidence"]:
        if row["id"] in gone & held:
            yield row["question"], claim("evidence", row, {"evidence_file": ()})


def _few_answers(held: Row, rows: dict[str, list[Row]]) -> Iterator[tuple[str, Mapping[str, str]]]:
    given = [row for row in rows["ballot"] if row["round_id"] == held["id"]]
    asked = [row["number"] for row in rows["review_statement"] if row["review_id"] == held["review_id"]]
    ballots = (Ballot(row["item"], row["choice"], row["argument"], row["signed_by"]) for row in given)
    shown = {item for item, result in tally(ballots, (GO_AHEAD, *asked), anonymous=True).items() if result}
    kept = [row for row in given if row["item"] in shown]
    if kept == given:
        return
    rows["ballot"] = [row for row in rows["ballot"] if row["round_id"] != held["id"] or row in kept]
    took_part = [row for row in rows["took_part"] if row["round_id"] == held["id"]]
    yield str(held["number"]), claim("review_round", held, {"ballot": kept, "took_part": took_part})
