"""The pages of the app, and links between them that keep the assessment in the address.

Links are plain HTML, so that they can stand in lists and cost one element together; a script
(assets/pages.js) opens them without loading the app anew.
"""

from functools import cache
from html import escape
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlencode
from uuid import UUID

import streamlit as st

from services import frameworks
from services.access import Action
from texts import _, language
from ui.progress import QUICK_SCAN

FOLDER = Path(__file__).resolve().parent.parent / "pages"
OUTCOME = "uitkomst"
COSTS = "kosten-vergeleken"
SUCCESS = "slagen"
PEOPLE = "wie-doet-mee"
REVIEW = "sessie"
AUDIT = "logboek"
EXPORT = "delen"
DECISION = "besluit"
DONE = "klaar"
REGISTER = "register"
ENTRY = "algoritme"
IMPORT = "register-importeren"
SECOND_LOOK = "tweede-blik"
PORTFOLIO = "portfolio"
COUNCIL = "raad"
FRAMEWORK = "kader"
VERSIONS = "kader-vergelijken"
MANAGE = "beheer"
RULE_CHANGE = "regels-proberen"
PORTFOLIO_LIST = "portfolio-lijst"
NORMS = "normen"
SELF_SCAN = "zelfscan"
STEP = "ws-step"
PREFIX = "stap-"


def pages() -> list[st.Page]:
    """Return every page: start, the places, one per step of any installed framework, those on assessments."""
    names = ("start", *_places(), *_within(), *(PREFIX + step for step in _steps(language())), *_wholes())
    return [_page(name) for name in names]


def places() -> dict[str, tuple[str, Action]]:
    """Return what the menu calls each place, and what one must be allowed to do there, by its address."""
    return {name: (title, action) for name, (_file, title, action) in _places().items()}


def place_of(address: str) -> str | None:
    """Return the place that a page belongs to, itself perhaps; None for a page on one assessment.

    The start page has no address of its own and belongs to itself: "".
    """
    if address in ("", *_places()):
        return address
    return _within()[address][2] if address in _within() else None


def run(page: st.Page) -> None:
    """Run the page that the address names; a page of a step can ask which step that is."""
    st.session_state[STEP] = page.url_path.removeprefix(PREFIX)
    page.run()


def current_step() -> str:
    """Return the step whose page this is."""
    return str(st.session_state[STEP])


def to_start(label: str) -> None:
    """Draw a link to the start page."""
    st.html(f"<p>{start(label)}</p>")


def start(label: str) -> str:
    """Return a link to the start page."""
    return _link("./", label)


def place(
    address: str, label: str, *, note: str = "", current: str = "", spoken: str = "", **query: str
) -> str:
    """Return a link to a place, or to a page within one; `query` goes along in the address.

    `current`: "page" when it leads to the open page, "true" when that is part of the place. `spoken` stands
    before the label for who does not see where the link stands.
    """
    target = f"{address}?{urlencode(query)}" if query else address
    return _link(target, label, note, current=current, spoken=spoken)


def step(
    assessment: UUID, name: str, label: str, *, note: str = "", question: str = "", is_here: bool = False
) -> str:
    """Return a link to a step, or to one question in it; `note` stands in small print within the link."""
    asked = {"vraag": question} if question else {}
    address = f"{PREFIX}{name}?{urlencode({'id': str(assessment)} | asked)}"
    return _link(address, label, note, current="page" if is_here else "")


def outcome(assessment: UUID, label: str, *, note: str = "", is_here: bool = False) -> str:
    """Return a link to the outcome."""
    return whole(assessment, OUTCOME, label, note=note, is_here=is_here)


def whole(assessment: UUID, name: str, label: str, *, note: str = "", is_here: bool = False) -> str:
    """Return a link to a page on the whole assessment, such as `OUTCOME`."""
    address = f"{name}?{urlencode({'id': str(assessment)})}"
    return _link(address, label, note, current="page" if is_here else "")


def go_to_step(assessment: UUID, step: str) -> NoReturn:
    """Open a step."""
    st.switch_page(_target(PREFIX + step), query_params={"id": str(assessment)})


def go_to_outcome(assessment: UUID) -> NoReturn:
    """Open the outcome."""
    st.switch_page(_target(OUTCOME), query_params={"id": str(assessment)})


def go_to_place(address: str, **query: str) -> NoReturn:
    """Open a place, or a page within one."""
    st.switch_page(_target(address), query_params=query)


def _link(address: str, label: str, note: str = "", *, current: str = "", spoken: str = "") -> str:
    # Relative addresses, because an installation may serve the app under a path.
    mark = f' aria-current="{current}"' if current else ""
    small = f" <small>{escape(note)}</small>" if note else ""
    hidden = f'<span class="ws-hidden">{escape(spoken)} </span>' if spoken else ""
    return f'<a href="{escape(address)}" data-ws-go{mark}>{hidden}<span>{escape(label)}</span>{small}</a>'


def _page(name: str) -> st.Page:
    if name == "start":
        return st.Page(FOLDER / "start.py", title=_("Start"), default=True)
    named = {address: row[:2] for address, row in (*_places().items(), *_within().items())} | _wholes()
    if name in named:
        file, title = named[name]
        return st.Page(FOLDER / file, title=title, url_path=name)
    step = name.removeprefix(PREFIX)
    file = "quick_scan.py" if step == QUICK_SCAN else "weighing.py"
    return st.Page(FOLDER / file, title=_steps(language())[step], url_path=name)


def _places() -> dict[str, tuple[str, str, Action]]:
    """Return the file, the title and the needed permission of each page in the menu, by its address."""
    return {
        REGISTER: ("register.py", _("Register"), Action.SEE_REGISTER),
        PORTFOLIO: ("portfolio.py", _("Portfolio"), Action.SEE_PORTFOLIO),
        COUNCIL: ("council.py", _("Voor de raad"), Action.SEE_PORTFOLIO),
        FRAMEWORK: ("framework.py", _("Kader in beeld"), Action.SEE_FRAMEWORK),
        MANAGE: ("manage.py", _("Beheer"), Action.KEEP_FRAMEWORK),
    }


def _within() -> dict[str, tuple[str, str, str]]:
    """Return the file, the title and the place of each page that one reaches from a place, by its address."""
    return {
        ENTRY: ("entry.py", _("Algoritme"), REGISTER),
        SECOND_LOOK: ("second_look.py", _("Tweede blik"), REGISTER),
        IMPORT: ("register_import.py", _("Importeren in het register"), REGISTER),
        PORTFOLIO_LIST: ("portfolio_list.py", _("Algoritmes in het portfolio"), PORTFOLIO),
        NORMS: ("norms.py", _("Normen"), PORTFOLIO),
        SELF_SCAN: ("self_scan.py", _("Zelfscan"), PORTFOLIO),
        VERSIONS: ("versions.py", _("Versies vergelijken"), FRAMEWORK),
        RULE_CHANGE: ("rule_change.py", _("Andere regels proberen"), MANAGE),
    }


def _wholes() -> dict[str, tuple[str, str]]:
    """Return the file and the title of each page on the whole assessment, by its address."""
    return {
        OUTCOME: ("outcome.py", _("Uitkomst")),
        COSTS: ("costs.py", _("Kosten vergeleken")),
        SUCCESS: ("success.py", _("Kans van slagen")),
        DECISION: ("decision.py", _("Besluit en vervolg")),
        DONE: ("done.py", _("Wat is klaar")),
        PEOPLE: ("people.py", _("Wie doet mee")),
        REVIEW: ("review.py", _("Sessie van het ethisch netwerk")),
        EXPORT: ("export.py", _("Delen en exporteren")),
        AUDIT: ("audit.py", _("Logboek")),
    }


# To switch to a page only its address counts; the pages that run are made anew for each session.
_target = cache(_page)


@cache
def _steps(_language: str) -> dict[str, str]:
    return {
        step.id: step.title for version in frameworks.versions() for step in frameworks.get(version).steps
    }
