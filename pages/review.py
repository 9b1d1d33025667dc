"""Sessie: the review by the ethics network, for who leads it, who answers, and who reads along."""

from services.access import Action
from services.errors import Refused
from texts import _
from ui import context, here, links, page, sidebar
from ui.review import advice, ballot, lead, live, results

opened = here.opened()
session = live.current(opened)
leads = context.may(Action.REVIEW, opened.id)

page.title(
    _("Sessie van het ethisch netwerk"),
    kicker=opened.assessment.title,
    about=_("Hier bespreekt het ethisch netwerk deze afweging, in twee rondes. Daarna volgt het advies."),
)
live.draw(opened, live.stage(session))
if session is None:
    page.paragraph(_("Er is nog geen sessie bij deze afweging."))
else:
    page.paragraph(live.kind_text(session))
    if session.advice:
        advice.show(session.advice)
try:
    if leads and live.is_over(opened, session):
        lead.begin(opened)
    elif leads and session:
        lead.lead(opened, session)
    if session and session.open_round and context.user().name in session.invitees:
        ballot.draw(opened, session)
    if session:
        results.draw(opened, session)
    if leads and not live.is_over(opened, session) and session.closed_rounds and not session.open_round:
        advice.write(opened)
except Refused as refused:
    page.paragraph(str(refused))
with sidebar.slot():
    sidebar.draw(opened, here.outcome(opened), links.REVIEW)
