"""Second looks, taken anew whenever an entry of the register changes, or what they were made with."""

from collections.abc import Iterable
from functools import cache

from assessment.register.entry import Entry
from assessment.second_look.look import Look, Looker
from assessment.second_look.reading import content_hash, shipped
from services import frameworks
from storage.looks import Looked
from storage.store import Store, Transaction
from texts import language


def renew(tx: Transaction, entries: Iterable[Entry]) -> int:
    """Look again at entries that were added or changed, as part of that; return how many."""
    taken, made_with = looker(), basis()
    looked = [_looked(entry, taken.look(entry.values), made_with) for entry in entries]
    tx.looks.put(looked)
    return len(looked)


def renew_all(store: Store) -> int:
    """Look again at every entry; return how many."""
    with store.transaction() as tx:
        return renew(tx, tx.register.hold_all())


def follow(store: Store) -> int:
    """Look again at every entry when some look is missing or rests on something else than one of today.

    That is so after a new framework, also on the day on which it begins to hold. Return how many were made;
    when nothing is stale this takes milliseconds.
    """
    made_with = basis()
    with store.reading() as tx:
        if not tx.looks.are_stale(made_with):
            return 0
    with store.transaction() as tx:
        held = tx.register.hold_all()
        # Whoever opened a list at the same moment may have been faster.
        return renew(tx, held) if tx.looks.are_stale(made_with) else 0


def basis() -> str:
    """Name what a look of today rests on: version and content of the framework, and the facts we ship."""
    framework = frameworks.current()
    return f"{framework.version} {framework.hash} {content_hash()}"


def _looked(entry: Entry, look: Look, made_with: str) -> Looked:
    judgement, tier = look.judgement, look.judgement.tier
    levels = (tier.at_least, tier.counted, tier.at_most)
    return Looked(entry.id, look.signal.value, judgement.rank, *levels, made_with)


def looker() -> Looker:
    """Give who takes the looks, in the framework in which new assessments start."""
    return _looker_of(frameworks.current().version, language())


@cache
def _looker_of(version: str, _language: str) -> Looker:
    # The tier depends on no day: no rule that raises it has a date from which it holds.
    framework = frameworks.get(version)
    return Looker(framework, shipped(), framework.adopted)
