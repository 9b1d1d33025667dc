"""Besluit en vervolg: where the assessment stands, what can be done next, and when it is weighed again."""

from datetime import UTC, datetime

from assessment.road import State
from reports import agenda
from services import reweighing, road
from texts import _
from ui import closing, context, here, links, page, sidebar
from ui.road import again, history, levels, picture, steps

opened = here.opened()
snapshot = closing.snapshot_of(opened)
outcome = here.outcome(opened, snapshot.on if snapshot else None)
store, user = context.store(), context.user()
standing = road.where(store, user, opened.id)
due = reweighing.of(store, user, opened.id)


def calendar() -> bytes:
    """Make the file for a calendar, when somebody asks for it."""
    title, decided = opened.assessment.title, standing.decision
    days = agenda.of_conditions(opened.id, title, decided.conditions if decided else ())
    if due and due.on:
        days.append(agenda.to_weigh_again(opened.id, title, due.on))
    return agenda.calendar_file(days, datetime.now(UTC))


page.title(
    _("Besluit en vervolg"),
    kicker=opened.assessment.title,
    about=_("Wie beslist, wat is besloten en wat daarna gebeurt. Elke stap wordt vastgelegd."),
)
picture.draw(standing)
steps.draw(opened, standing)
history.decision(standing.decision if standing.state is not State.CONCEPT else None)
again.draw(opened, due, calendar)
levels.draw(opened, outcome)
history.draw(opened)
with sidebar.slot():
    sidebar.draw(opened, outcome, links.DECISION)
