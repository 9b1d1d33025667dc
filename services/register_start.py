"""Beginning an assessment from an entry of the register, with what is known filled in."""

from uuid import UUID

from assessment.second_look.prefill import replies
from assessment.second_look.reading import shipped
from services import answers, frameworks, register
from services.users import User
from storage.records import Assessment, Revision
from storage.store import Store
from storage.values import storable
from texts import SOURCE_LANGUAGE, speaking


def start(store: Store, user: User, entry: UUID) -> Assessment:
    """Begin an assessment of an algorithm in the register and fill in what the register says.

    Each answer is an ordinary first revision, whose note names the register; it can be changed like any
    other. What the register leaves in doubt gets only a note. Raises EntryNotFound, NotAllowed.
    """
    framework = frameworks.current()
    with store.transaction() as tx:
        held = register.see(tx, user, entry)
        made = register.begin(tx, user, entry, framework)
        with speaking(SOURCE_LANGUAGE):  # notes are kept as they are
            known = replies(shipped(), framework, held)
        answers.append(
            tx,
            made.id,
            (Revision(name, 1, storable(reply), user.name, tx.now) for name, reply in known.items()),
        )
        return made
