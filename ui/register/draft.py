"""What somebody typed in a group of fields and has not kept yet; it outlives a visit to another page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import streamlit as st

from assessment.register.entry import Entry
from assessment.register.parts import Field
from services.register import EntryChange
from ui.register import inputs


@dataclass
class Draft:
    """The fields of one group of an entry, as they were read (`base`) and as the widgets say them (`said`).

    `seen` is the revision of the entry that whoever types has read. `faults`: why a field cannot be kept;
    `theirs`: what somebody else made of a field meanwhile, until the user chooses; `refused`: why nothing is
    kept.
    """

    seen: int
    base: Mapping[str, str]
    said: dict[str, str]
    faults: Mapping[str, str] = field(default_factory=dict)
    theirs: dict[str, str] = field(default_factory=dict)
    refused: str = ""
    is_kept: bool = False

    def changes(self) -> dict[str, str]:
        """Return what was typed over what was read."""
        return {name: text for name, text in self.said.items() if text != self.base[name]}

    def meet(self, entry: Entry, fields: Sequence[Field]) -> None:
        """Take in what somebody else kept: what both changed is for the user to choose."""
        now = _read(entry, fields)
        mine = self.changes()
        for name, text in now.items():
            if name not in mine:
                self.said[name] = text
            elif text not in (self.base[name], mine[name]):
                self.theirs[name] = entry.value(name)
        self.seen, self.base = entry.revision, now

    def go_back(self, entry: Entry, fields: Sequence[Field], seen: int, past: Iterable[EntryChange]) -> None:
        """Count from an earlier revision, which a browser still shows; `past` is newest first."""
        was = dict(entry.values)
        for change in past:
            if change.revision > seen:
                was |= {name: before for name, (before, _after) in change.detail.items()}
        self.seen, self.base = seen, _read(replace(entry, values=was), fields)


def of(entry: Entry, group: str, fields: Sequence[Field]) -> Draft:
    """Return the draft of this session; a new one shows what the register keeps."""
    held: Draft | None = st.session_state.get(_key(entry, group))
    is_drawn = any(key(entry, one.id) in st.session_state for one in fields)
    if held and (is_drawn or held.changes()):
        return held
    # Nobody typed anything, so what somebody else kept meanwhile is what one reads now.
    base = _read(entry, fields)
    made = Draft(entry.revision, base, dict(base))
    st.session_state[_key(entry, group)] = made
    return made


def is_waiting(entry: Entry, group: str) -> bool:
    """Tell whether this session has text in the group that was not kept."""
    draft: Draft | None = st.session_state.get(_key(entry, group))
    return bool(draft and draft.changes())


def forget(entry: Entry, group: str) -> None:
    """Throw the draft away."""
    st.session_state.pop(_key(entry, group), None)


def key(entry: Entry, name: str) -> str:
    """Return the key of the widget of a field."""
    return f"veld-{name}-{entry.id.hex}"


def _read(entry: Entry, fields: Sequence[Field]) -> dict[str, str]:
    return {one.id: inputs.of_stored(one, entry.value(one.id)) for one in fields}


def _key(entry: Entry, group: str) -> str:
    return f"ws-concept-{group}-{entry.id.hex}"
