"""Changing several entries of the register in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from assessment.register.entry import known
from assessment.register.reading import missing, read_values
from services import access, looks
from services.access import Action
from services.register_errors import EntryExists, EntryFaults
from services.users import User
from storage.register_records import EntryTaken
from storage.store import Store
from texts import _


def change_all(store: Store, user: User, entries: Sequence[UUID], values: Mapping[str, str]) -> int:
    """Give these fields the same values in all of `entries`; an empty text makes one unknown.

    Return how many entries changed: one that says so already costs no revision, one that is gone is passed
    over. Raises EntryFaults, EntryExists, NotAllowed; then none is changed.
    """
    with store.transaction() as tx:
        access.require(tx, user, Action.KEEP_REGISTER)
        read, faults = read_values(values)
        for field in missing(read):
            if field.id in values:
                faults.setdefault(field.id, _("Vul '{field}' in.").format(field=field.text))
        if faults:
            raise EntryFaults(faults)
        wanted = set(entries)
        pairs = [
            (
                was,
                replace(
                    was, values=becomes, revision=was.revision + 1, changed_at=tx.now, changed_by=user.name
                ),
            )
            for was in tx.register.hold_all()
            if was.id in wanted and (becomes := known({**was.values, **read})) != was.values
        ]
        try:
            if pairs:
                tx.register.change(*pairs)
        except EntryTaken:
            raise EntryExists from None
        looks.renew(tx, (becomes for _was, becomes in pairs))
        return len(pairs)
