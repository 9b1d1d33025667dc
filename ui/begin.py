"""Begin: a new assessment, or a copy of an example."""

import streamlit as st

from assessment.cases import Case
from services import assessments, examples, frameworks
from services.access import Action
from services.errors import Refused
from texts import _
from ui import context, links, page

TITLE = "ws-nieuw"


def draw() -> None:
    """Offer both to whoever may begin an assessment."""
    if context.may(Action.CREATE):
        new()
        examples_list()


def new() -> None:
    """Ask for a name and begin with the quick scan."""
    page.heading(_("Begin een nieuwe afweging"))
    title = st.text_input(_("Naam van het algoritme"), key=TITLE)
    if st.button(_("Begin met de snelle check"), type="primary"):
        try:
            made = assessments.create(
                context.store(), context.user(), title=title or "", framework=frameworks.current()
            )
        except Refused as refused:
            st.error(page.plain(str(refused)))
            return
        # The field stays empty for the next one.
        del st.session_state[TITLE]
        links.go_to_step(made.id, made_first_step(made.framework_version))


def made_first_step(version: str) -> str:
    """Return the step where a new assessment begins."""
    return frameworks.get(version).steps[0].id


def examples_list() -> None:
    """Offer the examples; opening one makes a copy."""
    page.heading(
        _("Of bekijk een voorbeeld"),
        about=_(
            "Drie echte algoritmes uit het rapport van de Rekenkamer. Je opent een kopie. Je kunt dus alles "
            "veranderen."
        ),
    )
    for case, column in zip(examples.all_examples(), st.columns(3), strict=False):
        with column:
            _example(case)


def _example(case: Case) -> None:
    with st.container(border=True, key=f"ws-voorbeeld-{case.id}"):
        page.heading(case.name, level=3, about=case.what)
        if st.button(_("Open {name}").format(name=page.plain(case.name)), key=f"voorbeeld-{case.id}"):
            links.go_to_outcome(examples.copy_example(context.store(), context.user(), case.id).id)
