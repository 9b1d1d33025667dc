"""Fixtures: a second version of the framework, loaded and as a zip file."""

import io
from pathlib import Path
from zipfile import ZipFile

import pytest

from assessment.framework import Framework
from assessment.loader import load
from tests.versions import second_version


@pytest.fixture(scope="session")
def second_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the second version."""
    return second_version(tmp_path_factory.mktemp("versions"))


@pytest.fixture(scope="session")
def second(second_folder: Path) -> Framework:
    """The second version."""
    return load(second_folder)


@pytest.fixture(scope="session")
def second_zip(second_folder: Path) -> bytes:
    """The second version as somebody uploads it."""
    written = io.BytesIO()
    with ZipFile(written, "w") as packed:
        for path in sorted(second_folder.rglob("*.yaml")):
            packed.write(path, path.relative_to(second_folder.parent).as_posix())
    return written.getvalue()
