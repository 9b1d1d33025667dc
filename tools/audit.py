"""`python -m tools audit verify` and `audit heads`: find what somebody changed behind the back of the app."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import settings
from assessment.audit import Head
from storage import verification
from storage.audit import OVER_ALL
from storage.errors import DatabaseError
from storage.migrate import migrate
from storage.store import Store
from texts import TOOLS_LANGUAGE, speaking

if TYPE_CHECKING:
    from argparse import _SubParsersAction


class WrongInput(Exception):
    """What was asked for does not exist, or cannot be read."""


def register(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the commands to the command line."""
    parser = commands.add_parser("audit", help="the audit trail: verify it, or note where it ends")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    verify = actions.add_parser("verify", help="find every entry and row that was changed, added or removed")
    verify.add_argument("assessment", nargs="?", type=UUID, help="id of one assessment; all when left out")
    verify.add_argument("--heads", type=Path, help="what `audit heads` wrote earlier")
    verify.set_defaults(run=run, work=_verify)
    heads = actions.add_parser("heads", help="write where each chain ends now, to keep outside the database")
    heads.add_argument("--out", type=Path, required=True, help="the JSON file to write")
    heads.set_defaults(run=run, work=_heads)
    for action in (verify, heads):
        action.add_argument("--database", metavar="URL", help="DATABASE_URL when left out")


def run(chosen: Namespace) -> int:
    """Do one of the two: 0 all right, 1 faults found, 2 the database or a file cannot be read."""
    try:
        store = Store(chosen.database or settings.load().database_url)
        try:
            migrate(store)
            code: int = chosen.work(chosen, store)
        finally:
            store.close()
    except (DatabaseError, WrongInput, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return code


def _verify(chosen: Namespace, store: Store) -> int:
    noted = _read(chosen.heads) if chosen.heads else {}
    with speaking(TOOLS_LANGUAGE):
        found = verification.faults(store, chosen.assessment, noted)
        for chain, fault in found:
            print(f"{_name(chain)}: {fault}", file=sys.stderr)
    if found:
        print(f"{len(found)} fault(s).", file=sys.stderr)
        return 1
    known = verification.heads(store).keys()
    if chosen.assessment and chosen.assessment not in known:
        raise WrongInput(f"there is no assessment {chosen.assessment}.")
    print(f"{1 if chosen.assessment else len(known - {OVER_ALL})} assessment(s): no faults.")
    return 0


def _heads(chosen: Namespace, store: Store) -> int:
    ends = {str(chain): [head.number, head.hash] for chain, head in verification.heads(store).items()}
    chosen.out.write_text(json.dumps(ends, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {chosen.out}")
    return 0


def _read(path: Path) -> Mapping[UUID, Head]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {UUID(chain): Head(int(number), str(hash_)) for chain, (number, hash_) in found.items()}
    except (ValueError, TypeError, AttributeError) as error:
        raise WrongInput(f"{path} was not written by `audit heads`: {error}") from error


def _name(chain: UUID) -> str:
    return "list of assessments" if chain == OVER_ALL else str(chain)
