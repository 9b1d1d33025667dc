"""`python -m tools backup FILE` and `restore FILE`: everything in one file, and back."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

import settings
from storage import backup, verification
from storage.errors import DatabaseError
from storage.store import Store
from texts import TOOLS_LANGUAGE, speaking

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def register(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the commands to the command line."""
    backup_ = commands.add_parser("backup", help="write the whole database to one file; the app may run on")
    backup_.add_argument("file", type=Path, help="the zip file to write; it must not exist yet")
    backup_.set_defaults(run=run, work=_backup)
    restore = commands.add_parser("restore", help="put a backup in an empty database")
    restore.add_argument("file", type=Path, help="what `backup` wrote, from either kind of database")
    restore.set_defaults(run=run, work=_restore)
    for command in (backup_, restore):
        command.add_argument("--database", metavar="URL", help="DATABASE_URL when left out")


def run(chosen: Namespace) -> int:
    """Do one of the two: 0 all right, 1 restored with faults in the audit trail, 2 nothing was done."""
    try:
        store = Store(chosen.database or settings.load().database_url)
        try:
            code: int = chosen.work(store, chosen.file)
        finally:
            store.close()
    except (DatabaseError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return code


def _backup(store: Store, file: Path) -> int:
    copied = backup.write(store, file)
    print(f"wrote {file}: {sum(copied.rows.values())} rows in {len(copied.rows)} tables")
    return 0


def _restore(store: Store, file: Path) -> int:
    copied = backup.restore(store, file)
    print(f"restored {sum(copied.rows.values())} rows in {len(copied.rows)} tables from {file}")
    with speaking(TOOLS_LANGUAGE):
        found = verification.faults(store)
        for chain, fault in found:
            print(f"{chain}: {fault}", file=sys.stderr)
    return 1 if found else 0
