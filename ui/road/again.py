"""Weighing again: when it is due, and what is overdue."""

from collections.abc import Callable

import streamlit as st

from assessment.months import date_text
from services import reweighing
from services.errors import NotAllowed
from services.reweighing import Due
from texts import _, ngettext
from ui import context, links, page
from ui.here import Here, today

CALENDAR = "text/calendar"


def draw(here: Here, due: Due | None, file: Callable[[], bytes]) -> None:
    """Say when this algorithm is weighed again, with the file for a calendar."""
    page.heading(_("Opnieuw wegen"), anchor="opnieuw")
    if due is None:
        page.paragraph(_("Zodra het algoritme in gebruik is, staat hier wanneer je het opnieuw weegt."))
        return
    page.paragraph(_text(due))
    page.download(_("Zet in je agenda (.ics)"), file, here.assessment.title, CALENDAR, extension="ics")


def overdue(file: Callable[[], bytes]) -> None:
    """Draw what has to be weighed again now, and the agenda of everything in use that concerns this user."""
    try:
        found = reweighing.agenda(context.store(), context.user())
    except NotAllowed:
        return
    if not found:
        return
    late = [due for due in found if due.overdue(today())]
    page.heading(_("Opnieuw wegen"), anchor="opnieuw")
    if late:
        items = "".join(f"<li>{_item(due)}</li>" for due in late)
        st.html(f'<ul class="ws-links ws-wide">{items}</ul>')
    else:
        page.paragraph(_("Er is nu niets over zijn termijn."))
    text = ngettext(
        "Zet {count} algoritme in je agenda (.ics)",
        "Zet {count} algoritmes in je agenda (.ics)",
        len(found),
    )
    page.download(text.format(count=len(found)), file, _("opnieuw wegen"), CALENDAR, extension="ics")


def _item(due: Due) -> str:
    return links.whole(due.assessment.id, links.DECISION, due.assessment.title, note=_text(due))


def _text(due: Due) -> str:
    if due.new_framework:
        return _("Er is een nieuwer afwegingskader. Laat het algoritme opnieuw wegen.")
    if due.on is None:
        return _("Voor deze trede is er geen vaste termijn.")
    if due.overdue(today()):
        return _("Dit had opnieuw gewogen moeten zijn op {day}.").format(day=date_text(due.on))
    return _("In gebruik sinds {since}. Weeg het opnieuw op {day}.").format(
        since=date_text(due.since), day=date_text(due.on)
    )
