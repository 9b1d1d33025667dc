"""What importing a sheet would do, row by row. Nothing is changed here.

The order of the rows makes no difference: of two rows about the same algorithm none is carried out.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum, auto

from assessment.register.entry import Differences, Entry, Values, differences, identity, known
from assessment.register.fields import register_fields
from assessment.register.plain import natural
from assessment.register.reading import missing, read_number, read_values
from assessment.register.recognising import Known, NotClear
from assessment.register.sheet import NUMBER, Layout, Sheet, data_rows
from assessment.register.unreadable import Unreadable
from texts import _


class RowKind(StrEnum):
    """What an import does with a row."""

    NEW = auto()
    CHANGED = auto()
    UNCHANGED = auto()
    REFUSED = auto()


@dataclass(frozen=True)
class PlannedRow:
    """A row of the file: `number` counts from 1, as a spreadsheet does.

    `before` is the entry it is about, as it is now; `after` are its values as they become, and
    `entry_number` its number ("": the next one). `reason` says why a row is refused and what to do.
    """

    number: int
    kind: RowKind
    name: str
    before: Entry | None = None
    entry_number: str = ""
    after: Values = field(default_factory=dict)
    reason: str = ""

    @property
    def differences(self) -> Differences:
        """Give what changes: field -> (was, becomes)."""
        return differences(self.before.values if self.before else {}, self.after)


@dataclass(frozen=True)
class Plan:
    """All that an import would do."""

    sheet: Sheet
    layout: Layout
    rows: tuple[PlannedRow, ...]

    def of_kind(self, kind: RowKind) -> tuple[PlannedRow, ...]:
        """Give the rows with which the same happens."""
        return tuple(row for row in self.rows if row.kind is kind)

    def count(self, kind: RowKind) -> int:
        """Count the rows with which the same happens."""
        return len(self.of_kind(kind))

    @property
    def renamed(self) -> tuple[PlannedRow, ...]:
        """Give the rows that give an entry another name: perhaps their numbers count something else."""
        return tuple(row for row in self.of_kind(RowKind.CHANGED) if "naam" in row.differences)


@dataclass
class _Draft:
    """A row while it is judged."""

    number: int
    entry_number: str
    values: dict[str, str]
    faults: list[str]
    before: Entry | None = None
    after: dict[str, str] = field(default_factory=dict)


def plan(sheet: Sheet, layout: Layout, entries: Sequence[Entry]) -> Plan:
    """Tell what reading a sheet into a register with these entries would do."""
    drafts = [_read(number, cells) for number, cells in data_rows(sheet, layout)]
    there = Known(entries)
    for draft in drafts:
        _recognise(draft, there)
    _refuse_twice(drafts)
    _refuse_taken(drafts, entries)
    return Plan(sheet, layout, tuple(_planned(draft) for draft in drafts))


def _read(number: int, cells: Mapping[str, str]) -> _Draft:
    given = {name: cell for name, cell in cells.items() if name != NUMBER}
    read, wrong = read_values(given)
    faults = [f"{register_fields()[name].text}: {reason}" for name, reason in wrong.items()]
    entry_number = ""
    try:
        entry_number = read_number(cells.get(NUMBER, ""))
    except Unreadable as error:
        faults.insert(0, _("Nummer: {reason}").format(reason=error))
    # What is refused keeps its text, so that people recognise the row.
    return _Draft(number, entry_number, {**known(read), **{name: given[name] for name in wrong}}, faults)


def _recognise(draft: _Draft, there: Known) -> None:
    try:
        draft.before = there.find(draft.entry_number, draft.values)
    except NotClear as error:
        draft.faults.append(str(error))
    # An empty cell says nothing: what is known stays.
    draft.after = known({**(draft.before.values if draft.before else {}), **draft.values})
    draft.faults.extend(_("Vul in: {field}.").format(field=field.text) for field in missing(draft.after))


def _refuse_twice(drafts: list[_Draft]) -> None:
    """Refuse all rows about an algorithm that more than one row is about."""
    found: dict[tuple[str, str], set[int]] = {}
    named = [(draft, _names(draft)) for draft in drafts]
    for draft, names in named:
        for name in names:
            found.setdefault(name, set()).add(draft.number)
    for draft, names in named:
        others = set[int]().union(*(found[name] for name in names)) - {draft.number}
        if others:
            draft.faults.append(
                _("Dit algoritme staat ook op rij {rows}. Laat één rij staan.").format(
                    rows=", ".join(str(number) for number in sorted(others)[:5])
                )
            )


def _names(draft: _Draft) -> set[tuple[str, str]]:
    names = {("number", natural(draft.entry_number)), ("entry", str(draft.before.id) if draft.before else "")}
    if draft.after.get("naam"):
        names.add(("identity", identity(draft.after)))
    return {name for name in names if name[1]}


def _refuse_taken(drafts: list[_Draft], entries: Sequence[Entry]) -> None:
    """Refuse rows that would make two algorithms of one name in one domain.

    A refused row leaves its entry as it was, which may be in the way of another row; so until none is left.
    """
    while True:
        accepted = [draft for draft in drafts if not draft.faults]
        becomes = {draft.before.id: draft.after for draft in accepted if draft.before}
        taken = Counter(identity(becomes.get(entry.id, entry.values)) for entry in entries)
        taken.update(identity(draft.after) for draft in accepted if not draft.before)
        clashing = [draft for draft in accepted if taken[identity(draft.after)] > 1]
        if not clashing:
            return
        for draft in clashing:
            draft.faults.append(
                _("Er staat al een ander algoritme met deze naam in dit domein. Kies een duidelijker naam.")
            )


def _planned(draft: _Draft) -> PlannedRow:
    name = draft.after.get("naam", "")
    if draft.faults:
        return PlannedRow(draft.number, RowKind.REFUSED, name, reason=" ".join(draft.faults))
    if draft.before is None:
        return PlannedRow(draft.number, RowKind.NEW, name, None, draft.entry_number, draft.after)
    same = draft.before.values == draft.after
    kind = RowKind.UNCHANGED if same else RowKind.CHANGED
    return PlannedRow(draft.number, kind, name, draft.before, draft.before.number, draft.after)
