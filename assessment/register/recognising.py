"""Which entry a row of a sheet is about: by number, otherwise by name and domain."""

from collections.abc import Iterable

from assessment.register.entry import Entry, Values, identity
from assessment.register.plain import key, natural
from texts import _


class NotClear(ValueError):
    """More than one entry fits, or another than its number says; the text says in Dutch what to do."""


class Known:
    """The entries of the register, to look up."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_number: dict[str, Entry] = {}
        self._by_identity: dict[str, Entry] = {}
        self._by_name: dict[str, list[Entry]] = {}
        for entry in entries:
            self._by_number[natural(entry.number)] = entry
            self._by_identity[identity(entry.values)] = entry
            self._by_name.setdefault(key(entry.name), []).append(entry)

    def find(self, number: str, values: Values) -> Entry | None:
        """Give the entry that a row is about; None for a new algorithm. Raises NotClear."""
        if number and natural(number) in self._by_number:
            return self._by_number[natural(number)]
        found = self._named(values)
        if found is not None and number:
            raise NotClear(
                _(
                    "Dit algoritme staat al in het register, met nummer {other}. "
                    "Zet dat nummer in het bestand of maak de cel met het nummer leeg."
                ).format(other=found.number)
            )
        return found

    def _named(self, values: Values) -> Entry | None:
        exact = self._by_identity.get(identity(values))
        if exact is not None or not values.get("naam"):
            return exact
        # Where only one side knows the domain, the name says enough, unless there are more of that name.
        same = self._by_name.get(key(values["naam"]), [])
        near = [entry for entry in same if not entry.value("domein")] if values.get("domein") else same
        if len(near) > 1:
            raise NotClear(
                _(
                    "Er zijn meer algoritmes met deze naam: nummer {numbers}. "
                    "Vul het nummer of het domein in."
                ).format(numbers=", ".join(entry.number for entry in near[:5]))
            )
        return near[0] if near else None
