"""`python -m tools report ASSESSMENT --out FILE`: the summary for the executive as PDF."""

import sys
from argparse import ArgumentParser, Namespace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import settings
from reports.college import college_pdf
from reports.rendering import RenderingFailed
from services import assessments, dossiers
from services.errors import Refused
from services.users import local_user
from storage.errors import DatabaseError
from storage.migrate import migrate
from storage.store import Store

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def register(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("report", help="write the summary for the executive of an assessment as PDF")
    parser.add_argument("assessment", help="the id of the assessment, as in its address after ?id=")
    parser.add_argument("--out", type=Path, required=True, help="the PDF file to write")
    parser.add_argument(
        "--on", type=date.fromisoformat, help="reference date (YYYY-MM-DD); today when left out"
    )
    parser.set_defaults(run=run)


def run(chosen: Namespace) -> int:
    """Write the PDF; on a fault print it to stderr and give 2."""
    here = settings.load()
    on = chosen.on or datetime.now().astimezone().date()
    store = Store(here.database_url)
    try:
        migrate(store)
        wanted = assessments.read_id(chosen.assessment)
        dossier = dossiers.export(store, local_user(), wanted, on, municipality=here.municipality)
        chosen.out.write_bytes(college_pdf(dossier))
    except (Refused, DatabaseError, RenderingFailed, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    finally:
        store.close()
    print(f"wrote {chosen.out}")
    return 0
