"""Tables to take along: each as CSV and as XLSX.

The one place of `ui` that sees `reports`: a table is drawn where its rows are, and so it is offered there.
"""

from collections.abc import Callable

import streamlit as st

from reports.sheets import CSV, XLSX, Sheet, csv_bytes, xlsx_bytes
from texts import _
from ui import page

__all__ = ["Sheet", "offer"]


def offer(name: str, make: Callable[[], Sheet], *, about: str = "") -> None:
    """Draw two buttons for the table `name`, which must be the only one of that name on the page.

    `make` runs when somebody asks, in a thread that knows no session: give it what it needs. `about`, such as
    the title of an assessment, comes first in the name of the file.
    """
    file = f"{about} {name}" if about else name
    with st.container(horizontal=True, key=f"ws-tabel-{page.file_name(name, 'x')[:-2]}"):
        page.download(
            _("{table} als CSV").format(table=page.plain(name)), lambda: csv_bytes(make()), file, CSV
        )
        page.download(
            _("{table} als Excel").format(table=page.plain(name)),
            lambda: xlsx_bytes(make()),
            file,
            XLSX,
            extension="xlsx",
        )
