"""The register with 10,000 algorithms, on SQLite and on PostgreSQL: importing, listing, searching."""

import io
from collections.abc import Iterator
from time import perf_counter

from openpyxl import Workbook

from benchmarks.measure import Figure, p95, times
from benchmarks.stores import both
from services import looks, register, register_import
from services.register import Wanted
from services.users import local_user
from storage.store import Store

ENTRIES = 10_000
LOOKS = 30
LISTS = {
    "first page": (Wanted(), 0),
    "last page": (Wanted(), ENTRIES - register.PAGE),
    "search of two words": (Wanted(search="parkeren 77"), 0),
    "search that finds nothing": (Wanted(search="bestaat niet"), 0),
    "filter and order by rating": (Wanted(filters={"werking": ("beslissend",)}, sort="eigen_risico"), 100),
    "order by second look": (Wanted(sort="tweede_blik"), 0),
    "order by date, backwards": (Wanted(sort="volgende_datum", descending=True), 5_000),
}


def figures() -> list[Figure]:
    """Measure with databases of our own."""
    found = []
    for store, kind in both():
        found += [*_importing(store, kind), _looking(store, kind), *_lists(store, kind)]
    return found


def _importing(store: Store, kind: str) -> Iterator[Figure]:
    content, user = workbook(), local_user()
    for name in ("import", "import once more"):
        begun = perf_counter()
        (sheet,) = register_import.read_file(content)
        plan = register_import.plan(store, user, sheet, register_import.guess(sheet))
        planned = perf_counter() - begun
        register_import.carry_out(store, user, plan)
        spent = perf_counter() - begun
        what = f"{name} of 10,000 rows, {kind}"
        yield Figure(f"{what}: until the plan", planned, "s")
        yield Figure(what, spent, "s", 10)


def _looking(store: Store, kind: str) -> Figure:
    begun = perf_counter()
    looks.renew_all(store)
    what = f"second look at 10,000 entries, {kind}"
    return Figure(what, perf_counter() - begun, "s", 5)


def _lists(store: Store, kind: str) -> Iterator[Figure]:
    user = local_user()
    for name, (wanted, offset) in LISTS.items():
        spent = times(lambda: _list(store, wanted, offset), LOOKS)  # noqa: B023 - called at once
        yield Figure(f"register of 10,000, {name}, {kind}, p95", p95(spent), "ms", 100)
    spent = times(lambda: register.shares(store, user), LOOKS)
    yield Figure(f"register of 10,000, counts of the filters, {kind}, p95", p95(spent), "ms", 100)


def _list(store: Store, wanted: Wanted, offset: int) -> None:
    user = local_user()
    register.count(store, user, wanted)
    register.page(store, user, wanted, offset=offset)


def workbook() -> bytes:
    """Write 10,000 algorithms as a workbook, made from the 70 of the example."""
    sheet, layout = register_import.example()
    book = Workbook(write_only=True)
    page = book.create_sheet("Register")
    page.append([*layout.columns, "leverancier", "volgende_datum"])
    data = sheet.rows[layout.header :]
    for number in range(ENTRIES):
        _old, name, *rest = data[number % len(data)]
        rest += [""] * (len(layout.columns) - 2 - len(rest))
        day = f"{number % 28 + 1}-{number % 12 + 1}-2027"
        page.append([number + 1, f"{name} {number}", *rest, f"Leverancier {number % 300}", day])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
