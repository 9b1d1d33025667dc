"""The 70 algorithms of the report as the app ships them: number -> values."""

import csv
from pathlib import Path

FILE = Path(__file__).resolve().parents[2] / "data" / "register" / "enschede.csv"


def _read() -> dict[str, dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        next(file)  # where it comes from
        rows = csv.DictReader(file, delimiter=";")
        return {row.pop("nummer"): {name: value for name, value in row.items() if value} for row in rows}


ENSCHEDE = _read()
