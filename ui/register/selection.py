"""The entries that somebody picked in the list, also on other pages of it.

The boxes stand in the plain HTML of the table; a script (assets/register.js) keeps the ids of the ticked ones
in a hidden text field, which travels like any field.
"""

from dataclasses import dataclass
from html import escape
from uuid import UUID

import streamlit as st

from assessment.register.entry import Entry
from texts import _, ngettext
from ui.register.view import View

PICKED, ALL = "ws-gekozen", "ws-gekozen-alles"


@dataclass(frozen=True)
class Selection:
    """What was picked: these entries, or all that a list finds."""

    ids: tuple[UUID, ...]
    everything: bool = False

    def __bool__(self) -> bool:
        return self.everything or bool(self.ids)

    def count(self, found: int) -> int:
        """Count them, in a list that finds so many."""
        return found if self.everything else len(self.ids)


def draw() -> Selection:
    """Draw the hidden field; return what it holds."""
    said = st.text_input(_("Gekozen algoritmes"), key=PICKED, label_visibility="collapsed")
    return Selection(tuple(_ids(said or "")), bool(st.session_state.get(ALL)))


def follow(view: View) -> bool:
    """Tell whether everything is picked that this list finds; another list is another choice."""
    if st.session_state.get(ALL) not in (None, view.at(1)):
        del st.session_state[ALL]
    return ALL in st.session_state


def pick_all(view: View) -> None:
    """Pick everything that a list finds."""
    st.session_state[ALL] = view.at(1)
    st.session_state[PICKED] = ""


def clear() -> None:
    """Pick nothing."""
    st.session_state.pop(ALL, None)
    st.session_state[PICKED] = ""


def text(selection: Selection, found: int) -> str:
    """Say what is picked."""
    if not selection:
        return _("Je hebt niets gekozen. In een bestand staat dan alles wat gevonden is.")
    count = selection.count(found)
    return ngettext(
        "Je hebt {count} algoritme gekozen.", "Je hebt {count} algoritmes gekozen.", count
    ).format(count=count)


def box(entry: Entry) -> str:
    """Return the box to tick for an entry."""
    name = _("Kies {name}").format(name=entry.name)
    return f'<input type="checkbox" data-ws-pick="{entry.id}" aria-label="{escape(name)}">'


def whole() -> str:
    """Return the box that ticks every row on the screen."""
    label = escape(_("Kies alles op deze bladzijde"))
    return f'<label class="ws-pick-all"><input type="checkbox" data-ws-pick-all> {label}</label>'


def _ids(said: str) -> list[UUID]:
    found = []
    for word in dict.fromkeys(said.split()):
        try:
            found.append(UUID(word))
        except ValueError:
            # Only somebody who changes the page by hand gets here.
            continue
    return found
