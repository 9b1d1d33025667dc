"""Kosten vergeleken: what the work costs with the algorithm and without it, and how sure that is."""

from assessment.costs.comparison import judged
from assessment.costs.result import Incomplete
from reports import tables as files
from texts import _
from ui import closing, here, links, page, sheets, sidebar
from ui.costs import chances, found, grounds, swings, tables, words, years

opened = here.opened()
snapshot = closing.snapshot_of(opened)
outcome = here.outcome(opened, snapshot.on if snapshot else None)
comparison = found.comparison(opened, outcome)
aspects = judged(outcome)

page.title(
    _("Kosten vergeleken"),
    kicker=opened.assessment.title,
    about=_("Wat kost het algoritme, en wat kost hetzelfde werk zonder algoritme? Dit is een schatting."),
)
if isinstance(comparison, Incomplete):
    words.incomplete(opened, outcome, comparison)
    tables.aspects(aspects)
    if aspects:
        sheets.offer_all(lambda: list(files.aspects(aspects)), about=opened.assessment.title)
else:
    words.brief(comparison, aspects)
    words.cautions(comparison)
    tables.lines(comparison)
    tables.aspects(aspects)
    years.draw(comparison)
    chances.draw(comparison)
    swings.draw(comparison)
    tables.residents(comparison)
    grounds.assessments(comparison)
    grounds.assumptions(opened, outcome, comparison)
    sheets.offer_all(lambda: files.costs(outcome, comparison, aspects), about=opened.assessment.title)
with sidebar.slot():
    sidebar.draw(opened, outcome, links.COSTS)
