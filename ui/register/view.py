"""What the list shows, kept in the address: so "back", reload and a bookmark find it again."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from texts import _

SEARCH, ORDER, PAGE = "zoek", "volgorde", "bladzijde"
# What the second look found; no field of the register, but filtered like one.
LOOK = "tweede_blik"
FILTERS = ("domein", "status", "werking", "eigen_risico", LOOK)
LONGEST = 100
DRAWN = "ws-register-adres"


@dataclass(frozen=True)
class View:
    """What somebody looks for, in which order, and which page of it; `order` is a key of `orders`."""

    search: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    order: str = "nummer"
    page: int = 1

    def at(self, page: int) -> "View":
        """Return another page of the same list."""
        return replace(self, page=page)

    def query(self) -> dict[str, str]:
        """Return what stands in the address; what is as always is left out."""
        order = {} if self.order == View.order else {ORDER: self.order}
        page = {} if self.page == 1 else {PAGE: str(self.page)}
        return ({SEARCH: self.search} if self.search else {}) | dict(self.filters) | order | page


def orders() -> dict[str, str]:
    """Return the orders of the list, in words; "-" before a field: from high to low."""
    return {
        "nummer": _("Nummer"),
        "naam": _("Naam, van a tot z"),
        "-naam": _("Naam, van z tot a"),
        "domein": _("Domein"),
        "status": _("Status"),
        "-eigen_risico": _("Eigen inschatting, hoogste eerst"),
        LOOK: _("Tweede blik, waarschijnlijk te laag eerst"),
        "volgende_datum": _("Volgende datum, eerstvolgende eerst"),
        "-gewijzigd": _("Laatst gewijzigd eerst"),
    }


def key(name: str) -> str:
    """Return the key of the widget for a part of the address."""
    return f"register-{name}"


def in_address(choices: Mapping[str, Any]) -> View:
    """Read the address; what nobody can choose (field id -> options in `choices`) counts as not there."""
    given = st.query_params.to_dict()
    chosen = {name: given[name] for name in FILTERS if given.get(name, "") in choices.get(name, ())}
    order, page = given.get(ORDER, ""), given.get(PAGE, "")
    return View(
        given.get(SEARCH, "")[:LONGEST],
        chosen,
        order if order in orders() else View.order,
        int(page) if page.isascii() and page.isdecimal() and 0 < len(page) < 7 and int(page) else 1,
    )


def is_elsewhere(address: Mapping[str, str]) -> bool:
    """Tell whether the address is not what this page last put there: a link, "back", or the first visit."""
    return st.session_state.get(DRAWN) != dict(address) or key(SEARCH) not in st.session_state


def remember(view: View) -> None:
    """Put what is shown in the address."""
    if st.query_params.to_dict() != view.query():
        st.query_params.from_dict(view.query())
    st.session_state[DRAWN] = view.query()
