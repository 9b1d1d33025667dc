"""What a file with an assessment has to be before anything of it is kept."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256 as sha256_of_bytes
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from assessment import answers
from assessment.framework import Framework
from assessment.override import TIER
from assessment.snapshot import canonical, sha256
from services.errors import Refused
from storage.assessment_rows import Row, Rows, stranger_in
from storage.audit import OVER_ALL
from storage.store import Transaction
from storage.values import decode
from texts import _

LARGEST = 200 * 1024 * 1024  # bytes
# Each value takes many times its size in memory, and what makes a file large is its attachments.
MOST_VALUES = 3_000_000


class FileRefused(Refused):
    """A file that cannot be brought in; nothing of it was kept."""


def damaged(place: str) -> FileRefused:
    """Say that a file is not as it was written."""
    return FileRefused(
        _(
            "Dit bestand is beschadigd of veranderd: {place} klopt niet. Er is niets ingelezen. "
            "Vraag om een nieuw bestand."
        ).format(place=place[:200])
    )


@contextmanager
def refusing() -> Iterator[None]:
    """Take what reading something spoilt gives for damage. Raises FileRefused."""
    try:
        yield
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        raise damaged(str(error)) from error


def content(data: bytes, format_: str, version: int) -> dict[str, Any]:
    """Read a file and check that nobody changed it. Raises FileRefused."""
    if len(data) > LARGEST:
        raise FileRefused(_("Dit bestand is te groot. Er past hooguit 200 MB."))
    if sum(data.count(sign) for sign in (b",", b"[", b"{")) > MOST_VALUES:
        raise FileRefused(_("Dit bestand heeft te veel onderdelen. Er is niets ingelezen."))
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or found.get("format") != format_:
        raise FileRefused(
            _(
                "Dit is geen bestand met een afweging. Kies het JSON-bestand dat je bij een afweging kunt "
                "downloaden onder ‘Delen en exporteren’."
            )
        )
    if found.get("version") != version:
        raise FileRefused(
            _(
                "Dit bestand is gemaakt met een andere versie van Weegschaal. "
                "Vraag de beheerder om Weegschaal bij te werken."
            )
        )
    told = found.pop("sha256", None)
    if told != sha256(canonical(found)):
        raise damaged(_("het controlegetal"))
    return found


def rows(wanted: UUID, found: Rows, framework_of: Callable[[str], Framework]) -> None:
    """Check that the rows are of one assessment, and that its framework knows the answers and levels in it.

    Raises FileRefused, and what `framework_of` raises.
    """
    if wanted == OVER_ALL or [row["id"] for row in found["assessment"]] != [wanted]:
        raise damaged("assessment")
    stranger = stranger_in(found)
    if stranger:
        raise damaged(stranger)
    framework = framework_of(found["assessment"][0]["framework_version"])
    newest: dict[str, Row] = {}
    for row in sorted(found["revision"], key=lambda row: int(row["number"])):
        newest[row["question"]] = row
    for row in newest.values():
        _answer(framework, row)
    for row in found["override"]:
        _override(framework, row)
    files = {row["evidence_id"]: row["content"] for row in found["evidence_file"]}
    for row in found["evidence"]:
        _evidence(row, files.get(row["id"]))


def readable(tx: Transaction, assessment: UUID) -> None:
    """Read everything as the pages do. Raises ValueError, KeyError or TypeError when something is spoilt."""
    for question in tx.answers.current(assessment):
        tx.answers.history(assessment, question)
    tx.evidence.of(assessment)
    tx.road.of(assessment)
    tx.overrides.current(assessment)
    tx.members.of(assessment)
    latest = tx.reviews.latest(assessment)
    if latest:
        tx.reviews.statements(latest.id)
        tx.reviews.agenda(latest.id)
    tx.reviews.latest_advice(assessment)
    snapshot = tx.snapshots.latest(assessment)
    if snapshot:
        json.loads(snapshot.content)["outcome"]["dimensions"]


def _answer(framework: Framework, row: Row) -> None:
    question = framework.questions.get(row["question"])
    if question is None:
        raise damaged(str(row["question"]))
    try:
        answers.parse(question, answers.dump(decode(row["value"])))
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        raise damaged(question.id) from error


def _override(framework: Framework, row: Row) -> None:
    """Check a level that a person set: every page that counts it looks for its place on its scale."""
    about = row["about"]
    if about != TIER and about not in framework.instruments:
        raise damaged(str(about))
    scale = framework.dimensions[TIER] if about == TIER else framework.instrument_scale
    for level in {row["computed"], row["level"]} - {None}:
        if level not in scale.rank:
            raise damaged(str(level))


def _evidence(row: Row, content_: bytes | None) -> None:
    is_link = row["url"] is not None and urlsplit(row["url"]).scheme in ("http", "https")
    is_file = content_ is not None and sha256_of_bytes(content_).hexdigest() == row["sha256"]
    if not (is_link or is_file or row["removed_at"] is not None):
        raise damaged(str(row["name"]))
