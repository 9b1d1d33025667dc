"""Lists of which one page is on the screen."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st


@contextmanager
def paged(key: str, count: int, size: int, *, at: int | None = None) -> Iterator[slice]:
    """Draw a page of a list in the body, and below it what turns the page, kept under `key`.

    Gives which of the `count` rows are on this page of `size`: page number `at`, or the one that was open.
    What is drawn stands in a container, because `st.empty` is empty for a moment at every run: all below it
    jumps up, and a press on a button there falls beside it.
    """
    place = st.container()
    number = _number(key, -(-count // size), at or st.session_state.get(key) or 1)
    first = (number - 1) * size
    with place:
        yield slice(first, first + size)


def _number(key: str, pages: int, wanted: int) -> int:
    if pages <= 1:
        return 1
    # Another choice, or somebody else, may have made the list shorter.
    st.session_state[key] = min(wanted, pages)
    return st.pagination(pages, key=key)
