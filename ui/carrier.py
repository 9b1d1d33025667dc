"""The carrier: what a browser has seen, kept by the browser itself, so that it survives a restart."""

import json
from collections.abc import Mapping
from uuid import uuid4

import streamlit as st

from texts import _

SESSION = "ws-session"


class Carrier:
    """A hidden text input; a browser that reconnects sends its value along, like that of every widget.

    Our style sheet hides whatever has a key that starts with "ws-seen-" (ui/assets/weegschaal.css).
    """

    def __init__(self, name: str) -> None:
        self.key = f"ws-seen-{name}"
        self.seen: dict[str, int] = {}
        self.is_old = False
        # What was on the screen when the browser sent what this run is for; it may be behind on the session.
        self.sent_by: dict[str, int] = self._left(st.session_state.get(self.key))[0]

    def draw(self, numbers: Mapping[str, int]) -> None:
        """Draw the input with the newest revision `numbers` per question.

        When an earlier session left something in it, `is_old` is true and `seen` has its numbers.
        """
        session = st.session_state.setdefault(SESSION, uuid4().hex)
        now = json.dumps({"session": session, "seen": dict(numbers)}, separators=(",", ":"))
        if st.session_state.get(self.key, now) != now:
            st.session_state[self.key] = now
        # A default argument first: what a browser brings along wins from that, and loses from the
        # session state.
        said = st.text_input(_("Laatst gezien"), value=now, key=self.key, label_visibility="collapsed")
        self.seen, left = self._left(said)
        self.is_old = left not in (session, "")

    def _left(self, said: object) -> tuple[dict[str, int], str]:
        """Give the numbers and the session in the input; nothing and "" when nobody left any."""
        try:
            left = json.loads(str(said))
            return {str(question): int(number) for question, number in left["seen"].items()}, str(
                left["session"]
            )
        except (ValueError, TypeError, KeyError, AttributeError):
            # Only somebody who changes the page by hand gets here; then the browser has seen nothing.
            return {}, ""
