"""Where each part of a framework stands, so that a fault can name its file and line."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.faults import Fault
from assessment.strict_yaml import Document

Path = Sequence[str | int]


@dataclass(frozen=True)
class Origin:
    """A file and a line in it."""

    file: str
    line: int


class Origins:
    """The place of every part, by section and id. The first of two equal ids is the one that is known."""

    def __init__(self) -> None:
        self._parts: dict[tuple[str, str], tuple[Document, int]] = {}
        self._heads: dict[str, Origin] = {}

    def keep(self, section: str, name: str, document: Document, index: int) -> None:
        """Remember that part `name` is number `index` of `section` in `document`."""
        self._parts.setdefault((section, name), (document, index))

    def note(self, head: str, file: str, line: int) -> None:
        """Remember where a key of the framework itself stands."""
        self._heads[head] = Origin(file, line)

    def find(self, section: str, name: str, path: Path = ()) -> Origin:
        """Give the place of a part, or of the piece of it at `path`."""
        if section == "head":
            return self._heads.get(name, Origin("framework", 1))
        document, index = self._parts[section, name]
        return Origin(document.file, document.line([section, index, *path]))

    def fault(self, section: str, name: str, message: str, hint: str = "", path: Path = ()) -> Fault:
        """Make a fault of this part."""
        origin = self.find(section, name, path)
        return Fault(origin.file, origin.line, message, hint)

    def fault_in(
        self, base: Path, section: str, name: str, message: str, hint: str = "", path: Path = ()
    ) -> Fault:
        """Make a fault of the piece of a part that stands at `base`."""
        return self.fault(section, name, message, hint, (*base, *path))
