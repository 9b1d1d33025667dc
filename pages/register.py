"""Register: all algorithms of the municipality, to find, to compare and to keep up to date."""

from services.access import Action
from services.errors import NotAllowed
from texts import _
from ui import context, page
from ui.register import listing

page.title(
    _("Register"),
    about=_("Alle algoritmes van de gemeente op één plek. Zoek er een op, en zie wat erover bekend is."),
)
if context.may(Action.SEE_REGISTER):
    listing.draw()
else:
    page.paragraph(str(NotAllowed()))
