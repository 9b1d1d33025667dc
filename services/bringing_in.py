"""Bringing in: an assessment from a file that `services.handover` wrote, here or elsewhere.

Who can make a file can write any decision, advice or name in it. So with sign-in only the answers come in,
as a new concept of whoever brings them in; the whole history only where one user owns the machine.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from assessment.answers import Reply
from assessment.audit import Entry, Head, verify
from assessment.snapshot import canonical, sha256
from services import access, answers, assessments, bringing_checks, frameworks
from services.access import Action
from services.bringing_checks import FileRefused, damaged, refusing
from services.handover import FORMAT, VERSION
from services.users import User
from storage import verification
from storage.assessment_rows import Rows, holds_ids
from storage.audit import OVER_ALL
from storage.plain_rows import typed
from storage.records import Assessment, Revision
from storage.store import Store, Transaction
from storage.traced import ALL
from storage.values import decode
from texts import _

__all__ = ["FileRefused"]

FILE = "file"  # in the list of assessments: the hash of the file that one came from
BROUGHT = "brought-in"


@dataclass(frozen=True)
class Brought:
    """An assessment that was brought in; `is_copy`: the one in the file is here too, or only answers came."""

    assessment: Assessment
    is_copy: bool


@dataclass(frozen=True)
class _File:
    """What a file holds: rows by table, and the trail (empty when it has none)."""

    id: UUID
    rows: Rows
    entries: tuple[Entry, ...]
    sha256: str


def bring_in(store: Store, user: User, data: bytes) -> Brought:
    """Bring in an assessment, all or nothing: under its own id, or as a copy when that is here already.

    A copy, and what comes without a trail, gets a new one. Who may not `BRING_WHOLE` gets the answers only,
    in a new concept. Who brought it in stands in the list of all assessments.
    Raises FileRefused, InvalidTitle, UnknownFramework, NotAllowed.
    """
    with store.transaction() as tx:
        access.require(tx, user, Action.CREATE)
        with refusing():
            found = _read(tx, data)
            if not access.allows(tx, user, Action.BRING_WHOLE):
                return Brought(_concept(tx, user, found), is_copy=True)
            is_copy = tx.assessments.find(found.id) is not None
            return Brought(_keep(tx, user, _renamed(tx, found) if is_copy else found), is_copy)


def origin(store: Store, user: User, assessment: UUID) -> Entry | None:
    """Tell who brought an assessment in, and when; None when it began here. Raises NotFound, NotAllowed."""
    with store.reading() as tx:
        access.read(tx, user, assessment)
        found = [entry for entry in tx.audit.about(OVER_ALL, str(assessment)) if FILE in entry.details]
        return found[0] if found else None


def _read(tx: Transaction, data: bytes) -> _File:
    content = bringing_checks.content(data, FORMAT, VERSION)
    rows = {
        table.name: [typed(table, row) for row in content["tables"][table.name]]
        for table in tx.whole.tables()
    }
    wanted = UUID(content["id"])
    if content["tables"].keys() != rows.keys():
        raise damaged(", ".join(sorted(content["tables"].keys() ^ rows.keys())))
    entries = tuple(Entry(chain=str(wanted), **entry) for entry in content["trail"] or ())
    bringing_checks.rows(wanted, rows, frameworks.get)
    if entries and verify(entries, entries[-1].head):
        raise damaged(_("het logboek"))
    return _File(wanted, rows, entries, sha256(canonical(content)))


def _concept(tx: Transaction, user: User, found: _File) -> Assessment:
    """Begin an assessment of this user with the answers in a file, given by nobody but them."""
    (row,) = found.rows["assessment"]
    framework = frameworks.get(row["framework_version"])
    made = assessments.begin(tx, user, row["title"], framework)
    replies = {}
    for given in sorted(found.rows["revision"], key=lambda given: given["number"]):
        replies[given["question"]] = Reply(decode(given["value"]), given["note"], given["known_by"])
    checked = {name: answers.checked(framework, name, reply) for name, reply in replies.items()}
    if checked:
        new = (Revision(name, 1, reply, user.name, tx.now) for name, reply in checked.items())
        answers.append(tx, made.id, new)
    for chain, about in ((made.id, ""), (OVER_ALL, str(made.id))):
        tx.audit.note(chain, BROUGHT, user.name, about, {FILE: found.sha256})
    return made


def _keep(tx: Transaction, user: User, found: _File) -> Assessment:
    tx.whole.add(found.rows)
    for open_round in tx.whole.open_rounds(found.rows):
        tx.ballots.open(open_round)
    if found.entries:
        tx.audit.bring(found.id, found.entries)
    else:
        _begin_trail(tx, user, found.id)
    tx.audit.note(OVER_ALL, "created", user.name, str(found.id), {FILE: found.sha256})
    fault = next(verification.faults_of(tx, found.id, Head()), None)
    if fault:
        raise damaged(fault.place)
    bringing_checks.readable(tx, found.id)
    made = tx.assessments.find(found.id)
    assert made is not None  # noqa: S101 - it was just kept
    return made


def _begin_trail(tx: Transaction, user: User, assessment: UUID) -> None:
    """Vouch from now on for every row that came: nobody here saw how it came to be."""
    for traced in ALL:
        for row in tx.audit.rows(traced.table.__tablename__, assessment).items():
            (table, key), hash_ = row
            said = {"table": table, "row": key, "sha256": hash_}
            tx.audit.note(assessment, BROUGHT, user.name, "", said)


def _renamed(tx: Transaction, found: _File) -> _File:
    """Give all ids in the file new values, the same ones wherever they stand."""
    own = [row["id"] for rows in found.rows.values() for row in rows if isinstance(row.get("id"), UUID)]
    new: Mapping[Any, UUID] = {id_: uuid4() for id_ in own}
    rows = {}
    for table in tx.whole.tables():
        ids = holds_ids(table)
        rows[table.name] = [
            row | {name: new.get(row[name], row[name]) for name in ids} for row in found.rows[table.name]
        ]
    return _File(new[found.id], rows, (), found.sha256)
