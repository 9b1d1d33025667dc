"""What differs between two versions of a framework, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from assessment.catalogue.items import Item, Sort, catalogue
from assessment.framework import Framework
from assessment.parts import Part
from texts import _


class Kind(Enum):
    """What happened to a part, from the old version to the new."""

    ADDED = "erbij"
    REMOVED = "weg"
    CHANGED = "anders"


class Detail(NamedTuple):
    """One thing a part says: what it said, and what it says; "" is nothing."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Difference:
    """A part that is not the same in both versions; None where a version does not have it."""

    old: Item | None
    new: Item | None

    @property
    def item(self) -> Item:
        """The part as it is now, or was."""
        found = self.new or self.old
        assert found is not None  # noqa: S101 - it is in one of the two
        return found

    @property
    def sort(self) -> Sort:
        """What sort of part this is."""
        return self.item.sort

    @property
    def kind(self) -> Kind:
        """Whether it came, went or changed."""
        if self.old is None:
            return Kind.ADDED
        return Kind.REMOVED if self.new is None else Kind.CHANGED

    @property
    def details(self) -> tuple[Detail, ...]:
        """Everything that it says otherwise; all it says when it is in one version only."""
        old, new = (item.words if item else {} for item in (self.old, self.new))
        pairs = ((label, old.get(label, ""), new.get(label, "")) for label in dict.fromkeys((*new, *old)))
        told = tuple(Detail(label, was, now) for label, was, now in pairs if was != now)
        return told or self._untold()

    def _untold(self) -> tuple[Detail, ...]:
        """Two options may have the same text: then only the file tells them apart."""
        old, new = (item.part if item else None for item in (self.old, self.new))
        if old == new or not isinstance(old, Part) or not isinstance(new, Part):
            return ()
        return (Detail(_("In het bestand"), old.model_dump_json(), new.model_dump_json()),)


def differences(old: Framework, new: Framework) -> list[Difference]:
    """Compare two versions: parts in the order of the new one, then those that are gone."""
    return list(_differences(_by_id(old), _by_id(new)))


def _by_id(framework: Framework) -> dict[tuple[Sort, str], Item]:
    return {(item.sort, item.id): item for item in catalogue(framework)}


def _differences(
    old: dict[tuple[Sort, str], Item], new: dict[tuple[Sort, str], Item]
) -> Iterator[Difference]:
    for key in dict.fromkeys((*new, *old)):
        found = Difference(old.get(key), new.get(key))
        if found.details or None in (found.old, found.new):
            yield found
