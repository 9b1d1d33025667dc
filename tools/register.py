"""`python -m tools register`: bring in a list of algorithms, look at all again, or check the data files."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import settings
from assessment.faults import Fault, FrameworkFaults, shown_path
from assessment.register.fields import FILE, load, register_fields
from assessment.register.planning import Plan, PlannedRow, RowKind
from assessment.register.planning import plan as planned
from assessment.register.sheet import Sheet
from assessment.second_look.checks import check as check_look
from assessment.second_look.look import Signal
from services import frameworks, looks, register_import, second_look
from services.errors import Refused
from services.register_errors import RowsRefused
from services.users import local_user
from storage.errors import DatabaseError
from storage.migrate import migrate
from storage.store import Store
from texts import TOOLS_LANGUAGE, speaking

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def register(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the commands to the command line."""
    parser = commands.add_parser("register", help="the register: import a list, or check its data files")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    bring = actions.add_parser("import", help="bring in an .xlsx or .csv file: all of it, or nothing")
    bring.add_argument("file", type=Path)
    bring.add_argument("--sheet", help="name of the sheet; the first one when left out")
    bring.add_argument("--dry-run", action="store_true", help="only print what would happen")
    bring.add_argument("--leave-out-refused", action="store_true", help="import the rows that can be")
    bring.add_argument("--database", metavar="URL", help="DATABASE_URL when left out")
    bring.set_defaults(run=run_import)
    look = actions.add_parser("look", help="take a second look at every entry, after a new framework version")
    look.add_argument("--database", metavar="URL", help="DATABASE_URL when left out")
    look.set_defaults(run=run_look)
    check = actions.add_parser("check", help="give every fault in the data files of the register")
    check.add_argument("file", type=Path, nargs="?", default=FILE, help="a file with fields")
    check.set_defaults(run=run_check)


def run_import(chosen: Namespace) -> int:
    """Import a file and print its plan: 0 all right, 1 rows refused, 2 a file or database cannot be read."""
    try:
        sheet = _sheet(chosen.file, chosen.sheet)
        store = Store(chosen.database or settings.load().database_url)
        try:
            migrate(store)
            return _import(store, sheet, chosen)
        finally:
            store.close()
    except (Refused, DatabaseError, OSError) as error:
        print(error, file=sys.stderr)
        return 2


def run_look(chosen: Namespace) -> int:
    """Look at every entry again and print the number of each signal: 0 done, 2 no database."""
    try:
        store = Store(chosen.database or settings.load().database_url)
        try:
            migrate(store)
            count = looks.renew_all(store)
            shares = second_look.shares(store, local_user())
        finally:
            store.close()
    except DatabaseError as error:
        print(error, file=sys.stderr)
        return 2
    told = ", ".join(f"{shares[signal]} {signal}" for signal in reversed(Signal))
    print(f"{count} entries in framework {frameworks.current().version}: {told}.")
    return 0


def run_check(chosen: Namespace) -> int:
    """Check the fields, the example and the second look; print all faults and give 1 when there are any."""
    faults = list(_example_faults())  # read as a Dutch list is
    try:
        with speaking(TOOLS_LANGUAGE):
            fields = load(chosen.file).fields
            faults += check_look(frameworks.current())
    except FrameworkFaults as error:
        faults = list(error.faults)
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        print(f"{len(faults)} fault(s).", file=sys.stderr)
        return 1
    print(f"{len(fields)} fields: no faults.")
    return 0


def _sheet(file: Path, name: str | None) -> Sheet:
    sheets = register_import.read_file(file.read_bytes())
    found = next((sheet for sheet in sheets if name is None or sheet.title == name), None)
    if found is None:
        raise OSError(f"{file} has no sheet '{name}', but: {', '.join(sheet.title for sheet in sheets)}.")
    return found


def _import(store: Store, sheet: Sheet, chosen: Namespace) -> int:
    user = local_user()
    plan = register_import.plan(store, user, sheet, register_import.guess(sheet))
    for line in _lines(plan):
        print(line)
    refused = plan.count(RowKind.REFUSED)
    if chosen.dry_run:
        print("Nothing was written: this is a dry run.")
        return 1 if refused else 0
    try:
        register_import.carry_out(store, user, plan, leave_out_refused=chosen.leave_out_refused)
    except RowsRefused as error:
        print(error, file=sys.stderr)
    return 1 if refused else 0


def _lines(plan: Plan) -> Iterator[str]:
    header = plan.sheet.rows[plan.layout.header - 1]
    for place, name in enumerate(plan.layout.columns):
        title = header[place] if place < len(header) else ""
        if title:
            yield f"column '{title}': {name or 'left out'}"
    for row in plan.rows:
        if row.kind is not RowKind.UNCHANGED:
            yield f"row {row.number}: {row.kind}: {row.name}{_more(row)}"
    yield ", ".join(f"{plan.count(kind)} {kind}" for kind in RowKind) + "."


def _more(row: PlannedRow) -> str:
    if row.kind is RowKind.REFUSED:
        return f": {row.reason}"
    if row.kind is RowKind.NEW:
        return ""
    fields = register_fields()
    told = (
        f"{name}: {fields[name].said(was) or '-'} -> {fields[name].said(becomes)}"
        for name, (was, becomes) in row.differences.items()
    )
    return f" ({'; '.join(told)})"


def _example_faults() -> Iterator[Fault]:
    sheet, layout = register_import.example()
    file = shown_path(register_import.EXAMPLE, Path.cwd())
    for row in planned(sheet, layout, ()).of_kind(RowKind.REFUSED):
        yield Fault(file, row.number, f"this row cannot be imported: {row.reason}")
