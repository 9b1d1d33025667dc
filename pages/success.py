"""Kans van slagen: what makes this work in practice, where it is weak, and what helps."""

from assessment.success.profile import profile
from reports import tables
from texts import _
from ui import here, links, page, sheets, sidebar
from ui.success import lists, picture, words

opened = here.opened()
outcome = here.outcome(opened)
found = profile(outcome)

page.title(
    _("Kans van slagen"),
    kicker=opened.assessment.title,
    about=_("Tien factoren laten zien of het in de praktijk lukt. De risicotrede verandert er niet door."),
)
if found.is_asked:
    words.brief(opened, found)
    picture.draw(found)
    words.weak_links(opened, outcome, found)
    words.doubts(found)
    words.still_open(opened, outcome, found)
    lists.factors(opened, outcome, found)
    lists.helps(found)
    sheets.offer_all(lambda: tables.success(outcome, found), about=opened.assessment.title)
else:
    words.not_asked(opened, outcome)
with sidebar.slot():
    sidebar.draw(opened, outcome, links.SUCCESS)
