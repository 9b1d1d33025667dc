"""The language of whoever is at the screen: chosen at the top of each page, remembered by the browser."""

from functools import lru_cache
from html import escape

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

import texts
from texts import _
from ui.server import tongue

SESSIONS = 10_000


def of_reader() -> str:
    """Return the language of the session that this thread works for; Dutch for work of no session.

    A page asks this for every text it draws, and so do the callbacks and fragments that run without it.
    """
    session = get_script_run_ctx(suppress_warning=True)
    return texts.SOURCE_LANGUAGE if session is None else _of_session(session.session_id)


def draw() -> None:
    """Draw a link for each language that the page is not in."""
    here = texts.language()
    links = "".join(_link(name, called) for name, called in texts.LANGUAGES.items() if name != here)
    st.html(f'<nav class="ws-language" aria-label="{escape(_("Taal"))}">{links}</nav>')


def _link(name: str, called: str) -> str:
    # An address that loads the page anew: everything in it changes, its language and title too.
    return f'<a href="{tongue.address(name)}" lang="{name}" hreflang="{name}">{escape(called)}</a>'


@lru_cache(SESSIONS)
def _of_session(_session: str) -> str:
    # What the browser sent when it connected; who chooses another language connects again.
    return tongue.chosen(st.context.cookies)


texts.ask_reader(of_reader)
