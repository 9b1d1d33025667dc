"""The frame of a page: its heading and running text. What people wrote is shown as it is, never as markup."""

import re
import unicodedata
from collections.abc import Callable
from html import escape

import streamlit as st

from texts import _
from ui import context
from ui.server import failures

LONGEST_NAME = 60
_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])")
_LATE_MARKUP = re.compile(r"\\:(?=material|//)|www", re.IGNORECASE)


def title(text: str, *, about: str = "", kicker: str = "") -> None:
    """Draw the one main heading, with a line above it and an introduction below; name the browser's tab."""
    st.set_page_config(page_title=" – ".join(dict.fromkeys(filter(None, (text, kicker, _("Weegschaal"))))))
    above = f'<p class="ws-kicker">{escape(kicker)}</p>' if kicker else ""
    below = f'<p class="ws-intro">{escape(about)}</p>' if about else ""
    st.html(f'{above}<h1 tabindex="-1">{escape(text)}</h1>{below}')


def heading(text: str, *, level: int = 2, about: str = "", anchor: str = "") -> None:
    """Draw a heading of a part, with one line of explanation."""
    below = f'<p class="ws-about">{escape(about)}</p>' if about else ""
    name = f' id="{escape(anchor)}" tabindex="-1"' if anchor else ""
    st.html(f"<h{level}{name}>{escape(text)}</h{level}>{below}")


def paragraph(text: str, *, style: str = "") -> None:
    """Draw running text."""
    st.html(f'<p class="{style}">{escape(text)}</p>' if style else f"<p>{escape(text)}</p>")


def remark(text: str) -> None:
    """Say something about a widget, just above it; a screen reader hears it."""
    st.html(f'<p class="ws-remark" data-ws-say>{escape(text)}</p>')


def once(*, said: str = "", fault: str = "") -> None:
    """Tell what the session state keeps under these keys, what was done and what went wrong, and forget it.

    This has a place of its own, also while there is nothing to tell: what comes and goes above a form must
    not move it, because Streamlit may then make fields anew in which somebody is typing.
    """
    with st.container():
        if said and (text := st.session_state.pop(said, None)):
            remark(text)
        if fault and (text := st.session_state.pop(fault, None)):
            st.error(plain(text))


def plain(text: str) -> str:
    """Make Streamlit show `text` as it is where it would read Markdown: in labels.

    Icons and bare addresses are found after Markdown was read; an invisible joiner keeps them text.
    """
    escaped = _MARKUP.sub(r"\\\1", " ".join(text.split()))
    return _LATE_MARKUP.sub("\\g<0>\u2060", escaped)


def file_name(text: str, extension: str) -> str:
    """Make a name for a file to download that every system accepts."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")
    return f"{words[:LONGEST_NAME].strip('-') or 'weegschaal'}.{extension}"


def download(
    label: str, make: Callable[[], bytes], name: str, media_type: str, *, extension: str = ""
) -> None:
    """Offer a file that is made when somebody asks for it, under a name made of `name`."""
    st.download_button(
        label,
        data=failures.logged(context.while_signed_in(make)),
        file_name=file_name(name, extension or media_type.rpartition("/")[2]),
        mime=media_type,
        on_click="ignore",
        icon=":material/download:",
    )
