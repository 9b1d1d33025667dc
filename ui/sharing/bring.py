"""Bringing in an assessment from a file, and where one came from."""

import streamlit as st

from services import bringing_in, people
from services.access import Action
from services.errors import Refused
from services.users import User
from texts import _
from ui import context, links, page
from ui.here import Here, today
from ui.times import moment_text

LARGEST = 200  # megabytes


def draw() -> None:
    """Offer it to whoever may begin an assessment."""
    if not context.may(Action.CREATE):
        return
    with st.expander(_("Of lees een afweging in uit een bestand"), key="ws-inlezen"):
        page.paragraph(
            _(
                "Kies het JSON-bestand dat je bij een afweging downloadt onder ‘Delen en exporteren’. "
                "Staat die afweging hier al? Dan maken we een kopie."
            )
            if context.may(Action.BRING_WHOLE)
            else _(
                "Kies het JSON-bestand dat je bij een afweging downloadt onder ‘Delen en exporteren’. "
                "Je krijgt een nieuwe afweging met de antwoorden uit dat bestand. Bewijs, deelnemers, "
                "adviezen en besluiten nemen we niet over: die gelden alleen waar ze zijn gegeven."
            )
        )
        file = st.file_uploader(
            _("Bestand met een afweging (JSON)"),
            type=["json"],
            max_upload_size=LARGEST,
            key="ws-inlezen-bestand",
        )
        if st.button(_("Lees de afweging in"), disabled=file is None, key="ws-inlezen-knop") and file:
            _bring(context.user(), file.getvalue())


def _bring(user: User, data: bytes) -> None:
    try:
        brought = bringing_in.bring_in(context.store(), user, data)
    except Refused as refused:
        st.error(page.plain(str(refused)))
        return
    del st.session_state["ws-inlezen-bestand"]
    links.go_to_outcome(brought.assessment.id)


def origin(here: Here) -> None:
    """Say who brought an assessment in; nothing when it began here."""
    entry = bringing_in.origin(context.store(), context.user(), here.id)
    if entry is None or entry.moment is None:
        return
    name = people.names(context.store(), [entry.who])[entry.who]
    if entry.event == bringing_in.BROUGHT:
        said = _("{name} las de antwoorden van deze afweging in uit een bestand, {moment}.")
    else:
        said = _(
            "{name} las deze afweging in uit een bestand, {moment}. Wat daarvoor gebeurde, staat zo in dat "
            "bestand. Weegschaal heeft dat zelf niet gezien."
        )
    page.paragraph(said.format(name=name, moment=moment_text(entry.moment, today())))
