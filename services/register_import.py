"""Importing a list into the register: what would happen, and then all of it or nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from uuid import uuid4

from assessment.register.columns import guess
from assessment.register.entry import Entry, identity
from assessment.register.fields import register_fields
from assessment.register.planning import Plan, PlannedRow, RowKind
from assessment.register.planning import plan as planned
from assessment.register.sheet import NUMBER, Layout, Sheet
from services import access, looks
from services.access import Action
from services.register import next_number
from services.register_errors import LayoutRefused, PlanStale, RegisterFilled, RowsRefused
from services.spreadsheets import read_file
from services.users import User
from storage.register_records import EntryTaken, Wanted
from storage.store import Store, Transaction
from texts import _

__all__ = ["Layout", "Plan", "PlannedRow", "RowKind", "Sheet", "guess", "read_file"]

EXAMPLE = Path(__file__).resolve().parent.parent / "data" / "register" / "enschede.csv"


def plan(store: Store, user: User, sheet: Sheet, layout: Layout) -> Plan:
    """Tell what importing this sheet would do. Raises LayoutRefused, NotAllowed."""
    _check(sheet, layout)
    with store.reading() as tx:
        access.require(tx, user, Action.KEEP_REGISTER)
        return planned(sheet, layout, tx.register.all())


def carry_out(store: Store, user: User, wanted: Plan, *, leave_out_refused: bool = False) -> Plan:
    """Do what a plan says: all of it or nothing. Without `leave_out_refused` one refused row stops it all.

    Raises RowsRefused, PlanStale when the register changed since the plan was made, NotAllowed.
    """
    with store.transaction() as tx:
        access.require(tx, user, Action.KEEP_REGISTER)
        if planned(wanted.sheet, wanted.layout, tx.register.hold_all()) != wanted:
            raise PlanStale
        refused = wanted.count(RowKind.REFUSED)
        if refused and not leave_out_refused:
            raise RowsRefused(refused)
        _write(tx, user, wanted)
        return wanted


def load_example(store: Store, user: User) -> Plan:
    """Fill an empty register with the 70 algorithms of Enschede. Raises RegisterFilled, NotAllowed."""
    sheet, layout = example()
    with store.transaction() as tx:
        access.require(tx, user, Action.KEEP_REGISTER)
        if tx.register.count(Wanted()):
            raise RegisterFilled
        filled = planned(sheet, layout, ())
        _write(tx, user, filled)
        return filled


@cache
def example() -> tuple[Sheet, Layout]:
    """Give the sheet with the 70 algorithms of Enschede, and how to read it."""
    (sheet,) = read_file(EXAMPLE.read_bytes())
    return sheet, guess(sheet)


def _check(sheet: Sheet, layout: Layout) -> None:
    chosen = [name for name in layout.columns if name]
    known = {NUMBER: _("Nummer"), **{field.id: field.text for field in register_fields().values()}}
    if not 1 <= layout.header <= len(sheet.rows) or any(name not in known for name in chosen):
        raise LayoutRefused(_("Kies de rij met de namen van de kolommen opnieuw."))
    twice = next((name for name in chosen if chosen.count(name) > 1), None)
    if twice is not None:
        raise LayoutRefused(_("Twee kolommen heten nu '{field}'. Kies er een.").format(field=known[twice]))
    if "naam" not in chosen and NUMBER not in chosen:
        raise LayoutRefused(_("Kies in welke kolom de naam van het algoritme staat."))


def _write(tx: Transaction, user: User, wanted: Plan) -> None:
    changed = tuple(_changed(tx, user, wanted.of_kind(RowKind.CHANGED)))
    added = tuple(_added(tx, user, wanted.of_kind(RowKind.NEW)))
    try:
        tx.register.change(*changed)
        tx.register.add(*added)
    except EntryTaken:
        # Somebody added an algorithm between reading and writing; what is there now has to be looked at.
        raise PlanStale from None
    looks.renew(tx, (*(becomes for _was, becomes in changed), *added))


def _changed(tx: Transaction, user: User, rows: Sequence[PlannedRow]) -> Iterator[tuple[Entry, Entry]]:
    for row in rows:
        if row.before is not None:
            becomes = replace(
                row.before,
                values=row.after,
                revision=row.before.revision + 1,
                changed_at=tx.now,
                changed_by=user.name,
            )
            yield row.before, becomes


def _added(tx: Transaction, user: User, rows: Sequence[PlannedRow]) -> Iterator[Entry]:
    taken = [*tx.register.numbers(), *(row.entry_number for row in rows)]
    following = int(next_number(taken))
    # By name, so that the order of the rows makes no difference to the numbers either.
    for row in sorted(rows, key=lambda row: identity(row.after)):
        number = row.entry_number
        if not number:
            number, following = str(following), following + 1
        yield Entry(uuid4(), number, row.after, 1, tx.now, user.name)
