"""A copy of the whole database in one file, which SQLite and PostgreSQL both write and read.

A zip with one file of JSON lines per table, and a list of them with their hashes. See docs/backup.md.
"""

import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from sqlalchemy import Table
from sqlalchemy.exc import StatementError

from assessment.snapshot import canonical
from storage import migrate as migrations
from storage.errors import BackupRefused
from storage.plain_rows import Unreadable, plain, typed
from storage.store import Store, Transaction
from texts import _

FORMAT, VERSION = "weegschaal-backup", 1
LIST = "manifest.json"
ENDING = ".jsonl"
# What reading gives when somebody spoilt the file, or made it so that it cannot be read.
_SPOILT = (
    BadZipFile,
    zlib.error,
    EOFError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,  # a number or a moment larger than there are
    RuntimeError,  # an archive with a password, or packed in a way that we do not know
    StatementError,
)


@dataclass(frozen=True)
class Copied:
    """What is in a backup: the revision of the tables, and how many rows each has."""

    revision: str
    rows: Mapping[str, int]


def write(store: Store, path: Path) -> Copied:
    """Write everything as it is at one moment, in tables of now; the app may go on meanwhile.

    Raises BackupRefused when the file exists or the database was never used, Unavailable, OSError, and what
    `migrate` raises.
    """
    if path.exists():
        raise BackupRefused(_("Het bestand {file} bestaat al. Kies een andere naam.").format(file=path.name))
    if not migrations.revision(store):
        # A copy of nothing, night after night, would be taken for a backup.
        raise BackupRefused(
            _(
                "In deze database staat nog niets van Weegschaal. Kijk of DATABASE_URL klopt. Er is geen "
                "kopie."
            )
        )
    migrations.migrate(store)
    half = path.with_name(f"{path.name}.half")
    half.unlink(missing_ok=True)
    try:
        # Everything of everybody is in it: nobody else on this computer may read it.
        half.touch(mode=0o600)
        with ZipFile(half, "w", ZIP_DEFLATED) as archive:
            copied = _write(store, archive)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
    return copied


def restore(store: Store, path: Path) -> Copied:
    """Put a backup in an empty database, all or nothing, and bring that up to date.

    Raises BackupRefused, Unavailable, CannotSave, OSError, and what `migrate` raises.
    """
    try:
        with ZipFile(path) as archive:
            listed = _listed(archive)
            _prepare(store, listed["revision"])
            with store.transaction() as tx:
                copied = _restore(tx, archive, listed)
    except Unreadable as error:
        raise BackupRefused(_damaged(error.place)) from error
    except _SPOILT as error:
        raise BackupRefused(_damaged(path.name)) from error
    migrations.migrate(store)
    return copied


def _write(store: Store, archive: ZipFile) -> Copied:
    revision, told = migrations.revision(store), {}
    with store.reading() as tx:
        for table in tx.copies.tables():
            with archive.open(f"{table.name}{ENDING}", "w", force_zip64=True) as file:
                told[table.name] = _write_rows(tx, table, file)
    listed = {"format": FORMAT, "version": VERSION, "revision": revision, "tables": told}
    archive.writestr(LIST, canonical(listed) + "\n")
    return Copied(revision, {name: one["rows"] for name, one in told.items()})


def _write_rows(tx: Transaction, table: Table, file: IO[bytes]) -> dict[str, Any]:
    count, digest = 0, hashlib.sha256()
    for row in tx.copies.rows(table):
        line = f"{canonical(plain(table, row))}\n".encode()
        digest.update(line)
        file.write(line)
        count += 1
    return {"rows": count, "sha256": digest.hexdigest()}


def _listed(archive: ZipFile) -> Mapping[str, Any]:
    """Read what should be in it. Raises BackupRefused when that is no backup, or one of a newer version."""
    if LIST not in archive.namelist():
        raise BackupRefused(_("Dit is geen reservekopie van Weegschaal. Kies een ander bestand."))
    listed = json.loads(archive.read(LIST))
    if not isinstance(listed, dict) or listed.get("format") != FORMAT:
        raise BackupRefused(_("Dit is geen reservekopie van Weegschaal. Kies een ander bestand."))
    if listed.get("version") != VERSION or not migrations.is_known(str(listed.get("revision"))):
        raise BackupRefused(
            _(
                "Deze reservekopie is gemaakt met een nieuwere versie van Weegschaal. "
                "Zet haar terug met die versie. Er is niets veranderd."
            )
        )
    return listed


def _prepare(store: Store, revision: str) -> None:
    """Give an empty database the tables of the backup. Raises BackupRefused when it is not empty."""
    now = migrations.revision(store)
    if now == "":
        migrations.migrate(store, revision)
    with store.reading() as tx:
        if not tx.copies.is_empty():
            raise BackupRefused(
                _(
                    "De database is niet leeg. Terugzetten kan alleen in een lege: er wordt nooit iets "
                    "overschreven. Kies met DATABASE_URL een nieuwe database."
                )
            )
    if now not in ("", revision):
        raise BackupRefused(
            _(
                "De database is al klaargezet voor een andere versie ({now}) dan de reservekopie ({then}). "
                "Kies met DATABASE_URL een nieuwe database, waar nog niets in staat."
            ).format(now=now, then=revision)
        )


def _restore(tx: Transaction, archive: ZipFile, listed: Mapping[str, Any]) -> Copied:
    if not tx.copies.is_empty():
        raise BackupRefused(_("Iemand anders vulde de database net. Er is niets teruggezet."))
    rows, told = {}, listed["tables"]
    known = {table.name: table for table in tx.copies.tables()}
    if told.keys() != known.keys():
        raise BackupRefused(_damaged(", ".join(sorted(told.keys() ^ known.keys()))))
    with tx.copies.unguarded():
        for name, table in known.items():
            with archive.open(f"{name}{ENDING}") as file:
                rows[name] = _restore_rows(tx, table, file, told[name])
    tx.copies.renew()
    for open_round in tx.copies.open_rounds():
        tx.ballots.open(open_round)
    return Copied(listed["revision"], rows)


def _restore_rows(tx: Transaction, table: Table, file: IO[bytes], told: Mapping[str, Any]) -> int:
    digest = hashlib.sha256()

    def read() -> Iterator[dict[str, Any]]:
        for line in file:
            digest.update(line)
            yield typed(table, json.loads(line))

    count = tx.copies.add(table, read())
    if (count, digest.hexdigest()) != (told["rows"], told["sha256"]):
        raise Unreadable(table.name)
    return count


def _damaged(place: str) -> str:
    return _(
        "De reservekopie is beschadigd of veranderd: {place} klopt niet. "
        "Er is niets teruggezet. Neem een andere kopie."
    ).format(place=place)
