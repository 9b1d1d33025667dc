"""The fields of the register, as they stand in data/register/fields.yaml."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from assessment.faults import FrameworkFaults, shown_path
from assessment.register.checks import check
from assessment.register.parts import Field, FieldFile
from assessment.strict_yaml import read

__all__ = ["Field", "field_file", "load", "register_fields"]

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


@cache
def field_file() -> FieldFile:
    """Give everything in the file, read once."""
    return load()


@cache
def register_fields() -> Mapping[str, Field]:
    """Give all fields of the register by id, in their order on the screen."""
    return {field.id: field for field in field_file().fields}
