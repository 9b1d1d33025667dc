"""The menu: the places of the app, at the top of each page that is not about one assessment."""

from html import escape

import streamlit as st

from texts import _
from ui import context, links


def draw(address: str) -> None:
    """Draw the places that this user may see; nothing on a page of an assessment, or for one place."""
    here = links.place_of(address)
    shown = {name: title for name, (title, action) in links.places().items() if context.may(action)}
    if here is None or not shown:
        return
    items = "".join(_item(name, title, here, address) for name, title in {"": _("Start"), **shown}.items())
    st.html(
        f'<nav class="ws-menu" aria-label="{escape(_("Onderdelen van Weegschaal"))}"><ul>{items}</ul></nav>'
    )


def _item(name: str, title: str, here: str, address: str) -> str:
    link = links.place(name or "./", title, current=_current(name, here, address))
    return f"<li>{link}</li>"


def _current(name: str, here: str, address: str) -> str:
    """Tell a screen reader whether this link leads to the open page, or to the place it belongs to."""
    return "" if name != here else ("page" if name == address else "true")
