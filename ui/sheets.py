"""Tables to take along: each as CSV and as XLSX.

The one place of `ui` that sees `reports`: a table is drawn where its rows are, and so it is offered there.
"""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from reports.sheets import CSV, XLSX, Cell, Sheet, csv_bytes, xlsx_bytes
from texts import _, language, speaking
from ui import page

__all__ = ["Cell", "Sheet", "offer", "offer_all"]


def offer(name: str, make: Callable[[], Sheet], *, about: str = "") -> None:
    """Draw two buttons for the table `name`, which must be the only one of that name on the page.

    `make` runs when somebody asks, in a thread that knows no session: give it what it needs. `about`, such as
    the title of an assessment, comes first in the name of the file.
    """
    file = " ".join(filter(None, (about, name)))
    with st.container(horizontal=True, key=f"ws-tabel-{page.file_name(name, 'x')[:-2]}"):
        page.download(
            _("{table} als CSV").format(table=page.plain(name)), _spoken(lambda: csv_bytes(make())), file, CSV
        )
        page.download(
            _("{table} als Excel").format(table=page.plain(name)),
            _spoken(lambda: xlsx_bytes(make())),
            file,
            XLSX,
            extension="xlsx",
        )


def offer_all(make: Callable[[], Sequence[Sheet]], *, about: str = "") -> None:
    """Draw buttons for the tables of a page: one workbook, and a CSV of each.

    `make` runs now for the names, and again when somebody asks for a file.
    """
    with st.expander(_("De tabellen als bestand"), key="ws-tabellen"):
        page.download(
            _("Alle tabellen als Excel"),
            _spoken(lambda: xlsx_bytes(*make())),
            " ".join(filter(None, (about, _("tabellen")))),
            XLSX,
            extension="xlsx",
        )
        for place, sheet in enumerate(make()):
            page.download(
                _("{table} als CSV").format(table=page.plain(sheet.title)),
                _spoken(partial(_one, make, place)),
                " ".join(filter(None, (about, sheet.title))),
                CSV,
            )


def _one(make: Callable[[], Sequence[Sheet]], place: int) -> bytes:
    return csv_bytes(make()[place])


def _spoken(write: Callable[[], bytes]) -> Callable[[], bytes]:
    """Let a table speak the language of its page, also in the thread that makes the file."""
    spoken = language()

    def attempt() -> bytes:
        with speaking(spoken):
            return write()

    return attempt
