"""Wie doet mee: who fills in this assessment, who owns the process, and inviting colleagues."""

from texts import _
from ui import here, links, page, participants, sidebar

opened = here.opened()
page.title(
    _("Wie doet mee"),
    kicker=opened.assessment.title,
    about=_("Dit zijn de mensen die deze afweging invullen, en wie straks over het proces gaat."),
)
participants.draw(opened)
with sidebar.slot():
    sidebar.draw(opened, here.outcome(opened), links.PEOPLE)
