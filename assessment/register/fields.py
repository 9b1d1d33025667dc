"""The fields of the register, as they stand in data/register/fields.yaml."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from assessment.faults import FrameworkFaults, shown_path
from assessment.register.checks import check
from assessment.register.parts import Field, FieldFile
from assessment.strict_yaml import read
from assessment.translation import translated
from texts import LANGUAGES, SOURCE_LANGUAGE, language, of_data, speaking

__all__ = ["Field", "every_field", "field_file", "load", "register_fields"]

FILE = Path(__file__).resolve().parents[2] / "data" / "register" / "fields.yaml"


def load(path: Path = FILE) -> FieldFile:
    """Read the file. Raises FrameworkFaults with everything that is wrong, each with its line."""
    document, faults = read(path, shown_path(path, Path.cwd()))
    if document.node is None:
        raise FrameworkFaults(faults)
    file, found = check(document)
    faults.extend(found)
    if faults or file is None:
        raise FrameworkFaults(faults)
    return file


def field_file() -> FieldFile:
    """Give everything in the file, read once, in the language of the reader."""
    return _file(language())


def register_fields() -> Mapping[str, Field]:
    """Give all fields of the register by id, in their order on the screen and the language of the reader."""
    return _fields(language())


@cache
def every_field() -> tuple[Field, ...]:
    """Give all fields in each language, as they stand in the file last: to recognise, whoever reads."""
    found: list[Field] = []
    for wanted in sorted(LANGUAGES, key=SOURCE_LANGUAGE.__eq__):
        with speaking(wanted):
            found.extend(register_fields().values())
    return tuple(found)


@cache
def _file(wanted: str) -> FieldFile:
    return load() if wanted == SOURCE_LANGUAGE else translated(_file(SOURCE_LANGUAGE), of_data)


@cache
def _fields(wanted: str) -> Mapping[str, Field]:
    return {field.id: field for field in _file(wanted).fields}
