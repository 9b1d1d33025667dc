"""Start: my assessments, those of everybody, a new one, and examples."""

from datetime import UTC, datetime

from reports import agenda
from services import reweighing
from texts import _
from ui import begin, context, mentions, overview, page
from ui.road import again
from ui.sharing import bring

store, user = context.store(), context.user()


def calendar() -> bytes:
    """Make the file for a calendar, when somebody asks for it."""
    found = reweighing.agenda(store, user)
    days = [agenda.to_weigh_again(due.assessment.id, due.assessment.title, due.on) for due in found if due.on]
    return agenda.calendar_file(days, datetime.now(UTC))


page.title(
    _("Weegschaal"),
    about=_("Weeg of en hoe je een algoritme wilt gebruiken. Je ziet meteen wat er nodig is en waarom."),
)
again.overdue(calendar)
mentions.draw()
overview.mine()
overview.everybodys()
begin.draw()
bring.draw()
