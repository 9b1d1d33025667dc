"""From data/register/ to what follows from the register; every fault with its file and line."""

import csv
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from assessment.fault_words import has_no, no_such_key, wrong
from assessment.faults import Fault, FrameworkFaults, did_you_mean, shown_path
from assessment.second_look.parts import Described, Guide, Rules, Says
from assessment.snapshot import sha256
from assessment.strict_yaml import Document, read
from texts import _

FOLDER = Path(__file__).resolve().parents[2] / "data" / "register"
RULES, FACTS = "second_look.yaml", "*_facts.csv"
COLUMNS = ("number", "name", "question", "value", "quote", "note", "source")
NEEDED = ("number", "name", "question", "value", "quote", "source")


@cache
def shipped() -> Guide:
    """Give what the app ships, read once."""
    return load()


@cache
def content_hash() -> str:
    """Give the SHA-256 of what the app ships: it differs as soon as something else may follow."""
    content = "".join(path.read_text("utf-8") for path in (FOLDER / RULES, *sorted(FOLDER.glob(FACTS))))
    return sha256(content)


def load(folder: Path = FOLDER) -> Guide:
    """Read the rules and the facts in `folder`. Raises FrameworkFaults with all faults in their form."""
    document, faults = read(folder / RULES, shown_path(folder / RULES, Path.cwd()))
    rules = None
    try:
        rules = Rules.model_validate(document.data)
    except ValidationError as error:
        faults.extend(_form_fault(document, detail) for detail in error.errors() if document.node)
    known = []
    for path in sorted(folder.glob(FACTS)):
        rows, found = described(path)
        known.extend(rows)
        faults.extend(found)
    if faults or rules is None:
        raise FrameworkFaults(faults)
    return Guide(rules, tuple(known))


def _form_fault(document: Document, detail: Any) -> Fault:
    path, last, about = list(detail["loc"]), str(detail["loc"][-1]), _("het bestand")
    if detail["type"] == "extra_forbidden":
        hint = did_you_mean(last, [*Rules.model_fields, *Says.model_fields])
        return Fault(document.file, document.line(path), f"{about} {no_such_key(last)}", hint)
    if detail["type"] == "missing":
        return Fault(document.file, document.line(path[:-1]), f"{about} {has_no(last)}")
    return Fault(document.file, document.line(path), f"{about} {wrong(last, detail)}")


def described(path: Path) -> tuple[list[Described], list[Fault]]:
    """Read a file with facts; give them with what is wrong in their form."""
    name = shown_path(path, Path.cwd())
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            message = _("de kolommen zijn niet {columns}.").format(columns=", ".join(COLUMNS))
            return [], [Fault(name, 1, message)]
        rows = [(reader.line_num, row) for row in reader]
    faults = [
        Fault(name, line, _("de kolom '{column}' is leeg.").format(column=column))
        for line, row in rows
        for column in NEEDED
        if not row[column]
    ]
    return [_row(line, row) for line, row in rows], faults


def _row(line: int, row: dict[str, str]) -> Described:
    answer = tuple(row["value"].split())
    texts = (row[column] for column in ("quote", "note", "source"))
    return Described(line, row["number"], row["name"], row["question"], answer, *texts)
