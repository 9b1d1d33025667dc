"""`python -m tools publication check`: is what fills the forms of others right, for every framework?"""

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from assessment.faults import Fault, FrameworkFaults
from assessment.publication import dpia_form, fillings
from services import frameworks
from texts import TOOLS_LANGUAGE, speaking

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def register(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "publication", help="check what fills the national register and the DPIA forms"
    )
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    check = actions.add_parser("check", help="give every fault in data/publication, with file and line")
    check.set_defaults(run=run)


def run(_chosen: Namespace) -> int:
    """Check the files against every framework version; print all faults and give 1 when there are any."""
    with speaking(TOOLS_LANGUAGE):
        found = list(dict.fromkeys(fault for version in frameworks.versions() for fault in _faults(version)))
    for fault in found:
        print(fault, file=sys.stderr)
    if not found:
        count = len(fillings.fillings()) + sum(
            len(form.answers) for form in dpia_form.filling().forms.values()
        )
        print(f"{count} fields and questions: no faults.")
    return 1 if found else 0


def _faults(version: str) -> list[Fault]:
    framework, faults = frameworks.get(version), list[Fault]()
    for load, file in ((fillings.load, fillings.FILE), (dpia_form.load, dpia_form.FILLING)):
        try:
            load(file, framework)
        except FrameworkFaults as error:
            faults += error.faults
    return faults
