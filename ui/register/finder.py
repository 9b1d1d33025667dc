"""Finding entries: a search, filters and an order, as fields above the list."""

from collections.abc import Mapping

import streamlit as st

from assessment.register.fields import register_fields
from assessment.second_look.look import Signal
from assessment.second_look.wording import signal_text
from texts import _
from ui.register import values, view
from ui.register.view import FILTERS, LOOK, ORDER, SEARCH, View

# In the address; the register never keeps a lone dash.
EMPTY = "-"
# Field id -> value in use -> how many entries have it.
Shares = Mapping[str, Mapping[str, int]]


def draw(shares: Shares) -> View:
    """Draw the fields; return what the list has to show. Another search begins at its first page."""
    choices = {name: _choices(name, shares[name]) for name in FILTERS}
    wanted = view.in_address(choices)
    if view.is_elsewhere(st.query_params.to_dict()):
        _fill(wanted)
    st.text_input(
        _("Zoek op naam, nummer, doel of leverancier"), key=view.key(SEARCH), max_chars=view.LONGEST
    )
    with st.container(key="ws-register-filters"):
        for name in FILTERS:
            _filter(name, choices[name])
        st.selectbox(
            _("Volgorde"), list(view.orders()), format_func=view.orders().__getitem__, key=view.key(ORDER)
        )
    return _said(wanted)


def _choices(name: str, shares: Mapping[str, int]) -> dict[str, str]:
    """Return the values one can filter on, in words, in the order of the options.

    Without how many have it: a browser names what is chosen by its words, so these must not change.
    """
    options = (
        [signal.value for signal in reversed(Signal)] if name == LOOK else register_fields()[name].by_option
    )
    places = {option: place for place, option in enumerate(options)}
    used = sorted(filter(None, shares), key=lambda value: (places.get(value, len(places)), value))
    found = {value: _text(name, value) for value in used} | {EMPTY: _("Niet ingevuld")}
    return {value: text for value, text in found.items() if value != EMPTY or shares.get("")}


def _text(name: str, value: str) -> str:
    return signal_text(value) if name == LOOK else values.plain(register_fields()[name], value)


def _label(name: str) -> str:
    return _("Tweede blik") if name == LOOK else register_fields()[name].text


def _filter(name: str, choices: Mapping[str, str]) -> None:
    everything = {"": _("Alles")} | dict(choices)
    if st.session_state[view.key(name)] not in everything:
        # Since the page was drawn somebody changed the last entry with this value.
        st.session_state[view.key(name)] = ""
    st.selectbox(
        _label(name),
        list(everything),
        format_func=everything.__getitem__,
        key=view.key(name),
    )


def _fill(wanted: View) -> None:
    st.session_state[view.key(SEARCH)] = wanted.search
    st.session_state[view.key(ORDER)] = wanted.order
    for name in FILTERS:
        st.session_state[view.key(name)] = wanted.filters.get(name, "")
    st.session_state[view.key(view.PAGE)] = wanted.page


def _said(wanted: View) -> View:
    state = st.session_state
    filters = {name: state[view.key(name)] for name in FILTERS if state[view.key(name)]}
    said = View(str(state[view.key(SEARCH)] or "").strip(), filters, state[view.key(ORDER)])
    if said != wanted.at(1):
        state[view.key(view.PAGE)] = 1
    # A list of one page has no field for it, and Streamlit forgets what it does not draw.
    return said.at(state.get(view.key(view.PAGE), wanted.page if said == wanted.at(1) else 1))
