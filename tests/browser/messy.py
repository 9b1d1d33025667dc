"""A workbook as people keep one: 300 rows, of which 40 cannot be taken in; the same at every run."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook

ROWS, FAULTS = 300, 40
# Every so many rows one has a fault.
STEP = ROWS // FAULTS
HEADERS = (
    "Naam applicatie ",
    "AFDELING",
    "Fase",
    "Waarvoor?",
    "Rol",
    "Risico",
    "Verantwoordelijke",
    "Leverancier",
    "Einde contract",
    "E-mail",
    "Kolom zonder betekenis",
    None,
)
Row = list[object]


def write(path: Path, *, owner: str = "Hoofd Vergunningen") -> None:
    """Write the workbook; `owner` is who owns the first algorithm."""
    book = Workbook()
    about = book.active
    about.title = "Lees mij"
    about.append(["Deze lijst is van de afdeling Informatie."])
    sheet = book.create_sheet("Algoritmes 2026")
    sheet.append(["Overzicht van algoritmes"])
    sheet.append([None, "Stand van 1 november 2026"])
    sheet.append([])
    sheet.append(list(HEADERS))
    for number, row in enumerate(rows(owner), 1):
        sheet.append(row)
        # Text that looks like a formula, and is none.
        sheet.cell(sheet.max_row, 4).data_type = "s"
        if number % 50 == 0:
            sheet.append([None, "  "])
    sheet.merge_cells("A1:D1")
    book.save(path)


def rows(owner: str) -> Iterator[Row]:
    """Yield the rows under the headers."""
    for number in range(1, ROWS + 1):
        row = _row(number, owner if number == 1 else f"Hoofd  afdeling {number % 7}")
        yield _spoil(row, number // STEP) if is_faulty(number) else row


def is_faulty(number: int) -> bool:
    """Tell whether the row with this number has a fault."""
    return number % STEP == 0 and number // STEP <= FAULTS


def _row(number: int, owner: str) -> Row:
    return [
        f"  Algoritme {number:03} " if number % 3 else f"Algoritme\n{number:03}",
        ("Fysiek", "SOCIAAL", "sociaal domein", "Griffie")[number % 4],
        ("in gebruik", "Live", "pilot", "Niet meer in gebruik", None)[number % 5],
        f"=Doel van {number}" if number % 50 == 1 else f"Doel nummer {number}",
        ("Informerend", "adviseert", "?", None)[number % 4],
        ("Laag", "HOOG", "nb", "beperkt risico")[number % 4],
        owner,
        ("Leverancier één", "Leverancier «twee»", None)[number % 3],
        (datetime(2027, 1 + number % 12, 28), "31-12-2027", "1 mrt 2028", None)[number % 4],  # noqa: DTZ001 - a day
        "algoritmes@voorbeeld.nl" if number % 2 else None,
        number * 1.5,
        "los" if number == 9 else None,
    ]


def _spoil(row: Row, fault: int) -> Row:
    """Put one fault in a row, another one each time."""
    place, wrong = (
        (0, None),
        (2, "misschien"),
        (8, "31-02-2027"),
        (0, "x" * 101),
        (5, "#REF!"),
        (0, "Twee keer hetzelfde"),
        (4, "een beetje"),
        (7, "y" * 201),
    )[fault % 8]
    # All rows with that name are of one domain, and refuse each other.
    spoilt = [row[0], "sociaal", *row[2:]]
    spoilt[place] = wrong
    return spoilt
