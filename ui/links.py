"""The pages of the app, and links between them that keep the assessment in the address."""

from functools import cache
from pathlib import Path
from typing import NoReturn
from uuid import UUID

import streamlit as st

from services import frameworks
from texts import _
from ui.progress import QUICK_SCAN

FOLDER = Path(__file__).resolve().parent.parent / "pages"
OUTCOME = "uitkomst"
STEP = "ws-step"
PREFIX = "stap-"


def pages() -> list[st.Page]:
    """Return every page: start, one per step of any installed framework, outcome."""
    return [_page("start"), *(_page(PREFIX + step) for step in _steps()), _page(OUTCOME)]


def run(page: st.Page) -> None:
    """Run the page that the address names; a page of a step can ask which step that is."""
    st.session_state[STEP] = page.url_path.removeprefix(PREFIX)
    page.run()


def current_step() -> str:
    """Return the step whose page this is."""
    return str(st.session_state[STEP])


def to_start(label: str, *, icon: str | None = None) -> None:
    """Link to the start page."""
    st.page_link(_target("start"), label=label, icon=icon)


def to_step(assessment: UUID, step: str, label: str, *, question: str = "", icon: str | None = None) -> None:
    """Link to a step, or to one question in it."""
    address = {"id": str(assessment)} | ({"vraag": question} if question else {})
    st.page_link(_target(PREFIX + step), label=label, query_params=address, icon=icon)


def to_outcome(assessment: UUID, label: str, *, icon: str | None = None) -> None:
    """Link to the outcome."""
    st.page_link(_target(OUTCOME), label=label, query_params={"id": str(assessment)}, icon=icon)


def go_to_step(assessment: UUID, step: str) -> NoReturn:
    """Open a step."""
    st.switch_page(_target(PREFIX + step), query_params={"id": str(assessment)})


def go_to_outcome(assessment: UUID) -> NoReturn:
    """Open the outcome."""
    st.switch_page(_target(OUTCOME), query_params={"id": str(assessment)})


def _page(name: str) -> st.Page:
    if name == "start":
        return st.Page(FOLDER / "start.py", title=_("Start"), default=True)
    if name == OUTCOME:
        return st.Page(FOLDER / "outcome.py", title=_("Uitkomst"), url_path=OUTCOME)
    step = name.removeprefix(PREFIX)
    file = "quick_scan.py" if step == QUICK_SCAN else "weighing.py"
    return st.Page(FOLDER / file, title=_steps()[step], url_path=name)


# Links to a page only need its address; the pages that run are made anew for each session.
_target = cache(_page)


@cache
def _steps() -> dict[str, str]:
    return {
        step.id: step.title for version in frameworks.versions() for step in frameworks.get(version).steps
    }
