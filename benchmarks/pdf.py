"""How long the summary for the executive takes, with all appendices and a renderer that is up."""

import statistics
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Figure, p95, times
from reports.college import college_pdf
from services import dossiers, examples
from services.users import local_user
from storage.migrate import migrate
from storage.store import Store

ON = date(2026, 11, 22)
ROUNDS = 12


def figures() -> list[Figure]:
    """Make the PDF of the examples, in which every question is answered."""
    user = local_user()
    with TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{Path(folder) / 'bench.db'}")
        migrate(store)
        made = [examples.copy_example(store, user, case.id).id for case in examples.all_examples()]
        prepared = [dossiers.prepare(store, user, one, ON, municipality="Enschede") for one in made]
        store.close()
    for dossier in prepared:
        college_pdf(dossier)
    turns = iter(prepared * ROUNDS)
    spent = times(lambda: college_pdf(next(turns)), ROUNDS)
    return [
        Figure("PDF with all appendices, warm, median", statistics.median(spent), "ms", 300),
        Figure("PDF with all appendices, warm, p95", p95(spent), "ms"),
    ]
