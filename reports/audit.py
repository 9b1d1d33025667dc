"""The audit trail as a file for a spreadsheet, complete enough to compute the chain anew."""

import csv
import io
from collections.abc import Sequence

from assessment.audit import Entry
from assessment.audit_words import Names, sentence
from assessment.framework import Framework
from texts import _

# A spreadsheet runs a cell that begins with one of these as a formula.
_STARTERS = tuple("=+-@\t\r\n＝＋－＠")


def audit_csv(framework: Framework, entries: Sequence[Entry], names: Names) -> bytes:
    """Write one line per entry, with semicolons and a byte order mark, as Dutch spreadsheets read it."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";")
    writer.writerow(
        [
            _("Nummer"),
            _("Moment (UTC)"),
            _("Account"),
            _("Wat er gebeurde"),
            _("Soort"),
            _("Waarover"),
            _("Details"),
            _("Controlegetal van de vorige regel"),
            _("Controlegetal"),
        ]
    )
    for entry in entries:
        said = (entry.who, sentence(framework, entry, names), entry.event, entry.about, entry.detail)
        cells = (entry.number, entry.at, *said, entry.previous, entry.hash)
        writer.writerow([harmless(str(cell)) for cell in cells])
    return written.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """Keep a spreadsheet from running what somebody typed: an apostrophe makes it text."""
    return f"'{cell}" if cell.lstrip(" \u00a0\u200b\ufeff").startswith(_STARTERS) else cell
