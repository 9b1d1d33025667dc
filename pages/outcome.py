"""Uitkomst: what the answers amount to, why, and what has to be done."""

from texts import _
from ui import here, links, page, sidebar

opened = here.opened()
outcome = here.outcome(opened)
page.title(_("Uitkomst"), kicker=opened.assessment.title)
with sidebar.slot():
    sidebar.draw(opened, outcome, links.OUTCOME)
