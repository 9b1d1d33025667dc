"""Second looks, taken anew whenever an entry of the register changes."""

from collections.abc import Iterable
from functools import cache

from assessment.register.entry import Entry
from assessment.second_look.look import Look, Looker
from assessment.second_look.reading import shipped
from services import frameworks
from storage.looks import Looked
from storage.store import Store, Transaction
from texts import language


def renew(tx: Transaction, entries: Iterable[Entry]) -> int:
    """Look again at entries that were added or changed, as part of that; return how many."""
    taken = looker()
    looked = [_looked(entry, taken.look(entry.values)) for entry in entries]
    tx.looks.put(looked)
    return len(looked)


def renew_all(store: Store) -> int:
    """Look again at every entry, when the framework changed; return how many."""
    with store.transaction() as tx:
        return renew(tx, tx.register.hold_all())


def _looked(entry: Entry, look: Look) -> Looked:
    judgement, tier = look.judgement, look.judgement.tier
    return Looked(entry.id, look.signal.value, judgement.rank, tier.at_least, tier.counted, tier.at_most)


def looker() -> Looker:
    """Give who takes the looks, in the framework in which new assessments start."""
    return _looker_of(frameworks.current().version, language())


@cache
def _looker_of(version: str, _language: str) -> Looker:
    # The tier depends on no day: no rule that raises it has a date from which it holds.
    framework = frameworks.get(version)
    return Looker(framework, shipped(), framework.adopted)
