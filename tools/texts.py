"""`python -m tools texts check` and `update`: does every text have a translation.

Texts stand in the code inside `_()`, in the frameworks and in data/register and data/publication. Each other
language has a catalogue for each framework, beside it, and one for the rest in data/locale.
"""

import ast
import string
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

import settings
import texts
from assessment import translation
from assessment.cases import load_cases
from assessment.publication.fillings import filling_file
from assessment.register import fields
from assessment.second_look.reading import shipped
from services import examples, frameworks

if TYPE_CHECKING:
    from argparse import _SubParsersAction

ROOMS = ("assessment", "pages", "reports", "services", "storage", "tools", "ui")
KEYWORDS = ("_", "ngettext")
OTHERS = [name for name in texts.LANGUAGES if name != texts.SOURCE_LANGUAGE]

WHENEVER = datetime(2026, 1, 1, tzinfo=UTC)

Found = tuple[str | tuple[str, ...], str]  # a text, or its singular and plural; and where it stands


def register(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the commands to the command line."""
    parser = commands.add_parser("texts", help="check or update the translations")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    check = actions.add_parser("check", help="give every text that has no right translation")
    check.set_defaults(run=run_check)
    update = actions.add_parser("update", help="add new texts to the catalogues, drop what is gone")
    update.set_defaults(run=run_update)


def run_check(_chosen: Namespace) -> int:
    """Print what is wrong in every catalogue, and give 1 when there is anything."""
    found = [fault for path, wanted in catalogues() for fault in faults(path, wanted)]
    for fault in found:
        print(fault, file=sys.stderr)
    if not found:
        print(f"{sum(len(wanted) for _path, wanted in catalogues())} texts, each with its translation.")
    return 1 if found else 0


def run_update(_chosen: Namespace) -> int:
    """Write every catalogue anew, with the translations that it has."""
    for path, wanted in catalogues():
        before = _read(path)
        for message in wanted:
            known = before.get(message.id)
            message.string = known.string if known else message.string
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, wanted, width=110, include_lineno=False, sort_by_file=True)
    return 0


def catalogues() -> Iterator[tuple[Path, Catalog]]:
    """Yield the place of each catalogue, and what it should hold without the translations."""
    for name in OTHERS:
        yield texts.FOLDER / name / "LC_MESSAGES" / "weegschaal.po", empty(name, [*of_code(), *of_data()])
        for version in frameworks.versions():
            yield frameworks.folder(version) / f"{name}.po", empty(name, of_framework(version))


def faults(path: Path, wanted: Catalog) -> Iterator[str]:
    """Yield what is wrong in a catalogue: no translation, other placeholders, a text of the past."""
    held = _read(path)
    for message in wanted:
        known = held.get(message.id) if message.id else None
        if message.id and (known is None or not _is_whole(known)):
            yield f"{path}: no translation of {message.id!r}, from {message.locations[0][0]}"
        elif known is not None and message.id and not _fits(known):
            yield f"{path}: other placeholders in the translation of {message.id!r}"
    for message in held:
        if message.id and message.id not in wanted:
            yield f"{path}: nothing says {message.id!r} any more"


def of_code() -> Iterator[Found]:
    """Yield the texts in the code."""
    inside = (path for room in ROOMS for path in (settings.ROOT / room).rglob("*.py"))
    for path in sorted((*settings.ROOT.glob("*.py"), *inside)):
        yield from ((text, path.relative_to(settings.ROOT).as_posix()) for text in said(path))


def said(path: Path) -> Iterator[str | tuple[str, ...]]:
    """Yield what stands inside `_()` and `ngettext()` in a file, also within an f-string."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS:
            given = [each.value for each in node.args if isinstance(each, ast.Constant)]
            yield str(given[0]) if node.func.id == "_" else (str(given[0]), str(given[1]))


def of_data() -> Iterator[Found]:
    """Yield the texts in data files that belong to no framework."""
    with texts.speaking(texts.SOURCE_LANGUAGE):
        file = fields.field_file()
        for part in (*file.groups, *file.fields):
            yield from ((text, "data/register/fields.yaml") for text in translation.texts(part))
        for text in translation.texts(shipped().rules):
            yield text, "data/register/second_look.yaml"
        yield from ((each.note, "data/register/enschede_facts.csv") for each in shipped().described)
        for filling in filling_file().fields:
            yield filling.todo, "data/publication/algoritmeregister.yaml"


def of_framework(version: str) -> Iterator[Found]:
    """Yield the texts of a version of the framework."""
    with texts.speaking(texts.SOURCE_LANGUAGE):
        for text in translation.texts(frameworks.get(version)):
            yield text, version
        for case in filter(lambda case: case.example, load_cases(frameworks.folder(version))):
            yield from ((getattr(case, name), version) for name in examples.SHOWN)


def empty(name: str, found: Iterable[Found]) -> Catalog:
    """Make a catalogue of these texts without their translations."""
    # No moment and no person in the head, so that a catalogue changes only when a text does.
    catalog = Catalog(
        name,
        project="Weegschaal",
        version="1",
        header_comment="# Texts of Weegschaal. `python -m tools texts update` keeps this file complete.",
        creation_date=WHENEVER,
        revision_date=WHENEVER,
        last_translator="Weegschaal",
        language_team="Weegschaal",
        msgid_bugs_address="",
        fuzzy=False,
    )
    for text, place in found:
        if text:
            catalog.add(text, locations=[(place, 0)])
    return catalog


def placeholders(text: str) -> set[str]:
    """Give what is filled in: names in braces."""
    return {name for _before, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}


def _read(path: Path) -> Catalog:
    if not path.exists():
        return Catalog()
    with path.open("rb") as file:
        return read_po(file)


def _is_whole(message: Message) -> bool:
    return all(_forms(message.string)) and not message.fuzzy


def _fits(message: Message) -> bool:
    return [placeholders(each) for each in _forms(message.id)] == [
        placeholders(each) for each in _forms(message.string)
    ]


def _forms(text: str | Sequence[str] | None) -> Sequence[str]:
    return (text,) if isinstance(text, str) else text or ()
