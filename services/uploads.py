"""Trying a framework that is not installed: checked like any other, kept only for whoever uploaded it.

Nothing is written where frameworks live, and nothing that was uploaded is ever run.
"""

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from assessment import loader
from assessment.faults import Fault, FrameworkFaults
from assessment.framework import Framework
from assessment.usage import check_use
from services import access, framework_zip, frameworks
from services.access import Action
from services.framework_zip import UploadRefused
from services.users import User
from storage.store import Store
from texts import _

__all__ = ["Checked", "UploadRefused", "check"]

UNNAMED = "0"
_VERSION = re.compile(r"\d+(\.\d+)*")


@dataclass(frozen=True)
class Checked:
    """An uploaded framework with everything that is wrong with it.

    `framework` is None when it cannot be used at all. With faults that only say that something is not shown
    by a worked case, it can be tried, and must not be adopted.
    """

    framework: Framework | None
    faults: tuple[Fault, ...]

    @property
    def is_named(self) -> bool:
        """Its folder has the name of a version."""
        return self.framework is None or self.framework.version != UNNAMED

    @property
    def is_taken(self) -> bool:
        """A version of this name is installed, with other content: a version never changes."""
        if self.framework is None or self.framework.version not in frameworks.versions():
            return False
        return frameworks.get(self.framework.version).hash != self.framework.hash


def check(store: Store, user: User, content: bytes) -> Checked:
    """Check a framework folder that was uploaded as a zip file. Raises UploadRefused, NotAllowed."""
    with store.reading() as tx:
        access.require(tx, user, Action.KEEP_FRAMEWORK)
    return checked(content)


def checked(content: bytes) -> Checked:
    """Check it, whoever asks. Raises UploadRefused."""
    with tempfile.TemporaryDirectory(prefix="weegschaal-kader-") as written:
        folder = Path(written).resolve() / "zip"
        folder.mkdir()
        found, faults = framework_zip.unpack(content, folder)
        if faults:
            return Checked(None, tuple(sorted(faults)))
        return _check(_named(found, folder))


def _named(found: Path, folder: Path) -> Path:
    """Give the folder under a name that counts as a version."""
    return (
        found if found != folder and _VERSION.fullmatch(found.name) else found.rename(folder.parent / UNNAMED)
    )


def _check(folder: Path) -> Checked:
    try:
        framework = loader.load(folder)
        faults = check_use(framework, folder)
    except FrameworkFaults as error:
        return Checked(None, _within(folder, error.faults))
    except RecursionError:
        # Thousands of facts, each of which needs the next: nobody writes that by hand.
        message = _("feiten of niveaus wachten op elkaar in een te lange rij.")
        return Checked(None, (Fault(folder.name, 1, message),))
    return Checked(framework, _within(folder, faults))


def _within(folder: Path, faults: list[Fault] | tuple[Fault, ...]) -> tuple[Fault, ...]:
    """Name files as they are in the zip: where they stood for a moment helps nobody."""

    def short(text: str) -> str:
        return text.replace(f"{folder}/", "").replace(str(folder), folder.name)

    told = (Fault(short(fault.file), fault.line, short(fault.message), short(fault.hint)) for fault in faults)
    return tuple(sorted(set(told)))
