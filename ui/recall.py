"""What a page read before, for when the database does not answer: the form stays, and what is typed in it."""

from collections.abc import Callable
from typing import TypeVar, cast

import streamlit as st

from services.errors import Unavailable

Found = TypeVar("Found")


def last_known(name: str, read: Callable[[], Found]) -> Found:
    """Return what `read` finds, or what it found before in this session when the database fails now.

    Raises Unavailable when this session never read it.
    """
    key = f"ws-last-{name}"
    try:
        found = read()
    except Unavailable:
        if key not in st.session_state:
            raise
        return cast(Found, st.session_state[key])
    st.session_state[key] = found
    return found
