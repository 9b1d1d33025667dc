"""The audit trail as a file for a spreadsheet, complete enough to compute the chain anew."""

from collections.abc import Sequence

from assessment.audit import Entry
from assessment.audit_words import Names, sentence
from assessment.framework import Framework
from reports.sheets import Sheet
from texts import _


def audit_sheet(framework: Framework, entries: Sequence[Entry], names: Names) -> Sheet:
    """Give one row per entry; moments as the text that was hashed."""
    columns = (
        _("Nummer"),
        _("Moment (UTC)"),
        _("Account"),
        _("Wat er gebeurde"),
        _("Soort"),
        _("Waarover"),
        _("Details"),
        _("Controlegetal van de vorige regel"),
        _("Controlegetal"),
    )
    return Sheet(_("Logboek"), columns, [_row(framework, entry, names) for entry in entries])


def _row(framework: Framework, entry: Entry, names: Names) -> tuple[str | int, ...]:
    said = (entry.who, sentence(framework, entry, names), entry.event, entry.about, entry.detail)
    return (entry.number, entry.at, *said, entry.previous, entry.hash)
