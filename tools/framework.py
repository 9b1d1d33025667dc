"""`python -m tools framework check` and `overview`: is the framework right, and what does it say."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

import settings
from assessment.faults import Fault, FrameworkFaults
from assessment.framework import Framework
from assessment.loader import load
from assessment.usage import check_use
from services import frameworks
from texts import TOOLS_LANGUAGE, speaking
from tools.overview import overview

if TYPE_CHECKING:
    from argparse import _SubParsersAction

OVERVIEW = settings.ROOT / "docs" / "framework.md"


def register(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the commands to the command line."""
    parser = commands.add_parser("framework", help="check or document the framework")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    check = actions.add_parser("check", help="give every fault in the framework, with file and line")
    check.add_argument("folder", type=Path, nargs="*", help="a framework folder; all versions when left out")
    check.set_defaults(run=run_check)
    write = actions.add_parser("overview", help="write docs/framework.md from the newest version")
    write.add_argument("--out", type=Path, default=OVERVIEW)
    write.set_defaults(run=run_overview)


def run_check(chosen: Namespace) -> int:
    """Check the folders; print all faults and give 1 when there are any."""
    faults: list[Fault] = []
    for folder in chosen.folder or folders():
        with speaking(TOOLS_LANGUAGE):
            framework, found = check(folder)
        faults.extend(found)
        if framework and not found:
            print(
                f"{folder.name}: {len(framework.questions)} questions, {len(framework.facts)} facts, "
                f"{len(framework.rules)} rules, {len(framework.instruments)} instruments: no faults."
            )
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        print(f"{len(faults)} fault(s).", file=sys.stderr)
    return 1 if faults else 0


def check(folder: Path) -> tuple[Framework | None, list[Fault]]:
    """Load a framework and lay its worked cases against it; give it with everything that is wrong."""
    if not folder.is_dir():
        return None, [Fault(str(folder), 1, "there is no such folder.")]
    try:
        framework = load(folder)
    except FrameworkFaults as error:
        return None, list(error.faults)
    return framework, check_use(framework, folder)


def run_overview(chosen: Namespace) -> int:
    """Write the overview of the newest framework."""
    chosen.out.write_text(overview(load(folders()[-1])), encoding="utf-8")
    print(f"wrote {chosen.out}")
    return 0


def folders() -> list[Path]:
    """Give the folders of all framework versions, the newest last."""
    return [frameworks.folder(version) for version in frameworks.versions()]
