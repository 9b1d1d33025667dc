"""Kans van slagen: what makes this work in practice, where it is weak, and what helps."""

from texts import _
from ui import here, links, page, sidebar

opened = here.opened()
outcome = here.outcome(opened)

page.title(
    _("Kans van slagen"),
    kicker=opened.assessment.title,
    about=_("Lukt het in de praktijk? Dit verandert de risicotrede niet."),
)
with sidebar.slot():
    sidebar.draw(opened, outcome, links.SUCCESS)
