"""Portfolio: all algorithms together, where the risks are, and what has to be done by whom."""

from services import portfolio
from services.access import Action
from services.errors import NotAllowed
from texts import _
from ui import context, page, sheets
from ui.here import today
from ui.portfolio import brief, risk, tables, work

page.title(
    _("Portfolio"),
    about=_("Alle algoritmes samen: waar de risico’s zijn, wat er ontbreekt en wie wat moet doen."),
)
if not context.may(Action.SEE_PORTFOLIO):
    page.paragraph(str(NotAllowed()))
else:
    everything = portfolio.facts(context.store(), context.user(), today())
    if not everything.algorithms:
        brief.empty()
    else:
        shown = brief.chosen(everything)
        brief.draw(shown)
        brief.ways()
        risk.draw(shown)
        work.draw(shown)
        sheets.offer_all(
            lambda: [tables.sheet(each) for each in (*risk.all_tables(shown), *work.all_tables(shown))]
        )
