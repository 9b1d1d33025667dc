"""Wat is klaar: what an assessment asks for, and what of it was done."""

from texts import _
from ui import closing, here, links, page, sidebar
from ui.portfolio import done

opened = here.opened()
snapshot = closing.snapshot_of(opened)
outcome = here.outcome(opened, snapshot.on if snapshot else None)

page.title(
    _("Wat is klaar"),
    kicker=opened.assessment.title,
    about=_("Welke toetsen, documenten en plichten bij dit algoritme horen, en wat ervan klaar is."),
)
done.draw(opened, outcome)
with sidebar.slot():
    sidebar.draw(opened, outcome, links.DONE)
