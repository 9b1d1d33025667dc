"""Regels wijzigen: what another version of the framework would change, before it is adopted."""

from services.access import Action
from services.errors import NotAllowed
from texts import _
from ui import context, page
from ui.framework import looking

page.title(
    _("Andere regels proberen"),
    about=_(
        "Kies een andere versie van het kader. Je ziet bij welke afwegingen en algoritmes de trede of een "
        "instrument verandert, en waarom. Er wordt niets veranderd."
    ),
)
if context.may(Action.KEEP_FRAMEWORK):
    looking.draw()
else:
    page.paragraph(str(NotAllowed()))
