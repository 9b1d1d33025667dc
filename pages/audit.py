"""Logboek: everything that happened to an assessment, in an order that nobody can change unseen."""

from reports.audit import audit_sheet
from services import audit
from services.access import Action
from services.errors import NotAllowed
from texts import _
from ui import context, here, links, page, sheets, sidebar, trail

opened = here.opened()
# Read here: the file is made in a thread that knows no session.
store, user = context.store(), context.user()


def file() -> sheets.Sheet:
    """Read the whole trail, when somebody asks for it."""
    entries = audit.export(store, user, opened.id)
    return audit_sheet(opened.framework, entries, audit.names(store, entries))


page.title(
    _("Logboek"),
    kicker=opened.assessment.title,
    about=_(
        "Wie deed wat, en wanneer? Er komen alleen regels bij. Weegschaal verandert of verwijdert er geen."
    ),
)
if context.may(Action.AUDIT, opened.id):
    trail.draw(opened)
    sheets.offer(_("Logboek"), file, about=opened.assessment.title)
else:
    page.paragraph(str(NotAllowed()))
with sidebar.slot():
    sidebar.draw(opened, here.outcome(opened), links.AUDIT)
