"""Entries as a table for a spreadsheet; reading it in again changes nothing."""

from assessment.register.entry import Entry
from assessment.register.fields import register_fields
from texts import _


def titles() -> tuple[str, ...]:
    """Give the headings: the number, and every field in its order on the screen."""
    return (_("Nummer"), *(field.text for field in register_fields().values()))


def row(entry: Entry) -> tuple[str, ...]:
    """Give an entry under those headings, options by their label."""
    return (entry.number, *(field.said(entry.value(field.id)) for field in register_fields().values()))
