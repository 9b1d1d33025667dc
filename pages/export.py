"""Delen en exporteren: an assessment as a file for people, for other tools, and for another installation."""

from functools import partial

from reports.college import college_pdf
from reports.dpia_form import dpia_form_json
from reports.publication import publication_json, publication_sheet
from services import dossiers, handover, publishing
from texts import SOURCE_LANGUAGE, _, speaking
from ui import closing, context, here, links, page, sheets, sidebar
from ui.sharing import bring, publication

opened = here.opened()
snapshot = closing.snapshot_of(opened)
day = snapshot.on if snapshot else here.today()
# Read here: files are made in a thread that knows no session.
store, user, town, name = context.store(), context.user(), context.municipality(), opened.assessment.title
given = partial(publishing.prepare, store, user, opened.id, day, municipality=town)
taken = partial(publishing.export, store, user, opened.id, day, municipality=town)


def summary() -> bytes:
    """Make the PDF, when somebody asks for it."""
    return college_pdf(dossiers.export(store, user, opened.id, day, municipality=town))


def form(kind: str) -> bytes:
    """Make a form for the tool of the government, which speaks Dutch whatever the reader does."""
    with speaking(SOURCE_LANGUAGE):
        dossier = dossiers.export(store, user, opened.id, day, municipality=town, what=kind)
        return dpia_form_json(dossier.outcome, kind, town, dossier.moment)


page.title(_("Delen en exporteren"), kicker=name, about=_("Neem deze afweging mee, of vul er iets mee in."))
bring.origin(opened)
page.heading(
    _("Samenvatting voor het college"), about=_("Een PDF met de uitkomst, de redenen en de bijlagen.")
)
page.download(_("Download de collegesamenvatting (PDF)"), summary, name, "application/pdf")
page.heading(_("Algoritmeregister"), about=publication.origin(given()), anchor="algoritmeregister")
left_out = publication.left_out(opened, given())
publication.draw(opened, given(left_out=left_out))
page.heading(_("Neem het mee"), level=3)
json, file = "application/json", f"{name} algoritmeregister"
page.download(
    _("Download voor het Algoritmeregister (JSON)"),
    lambda: publication_json(taken(left_out=left_out)),
    file,
    json,
)
sheets.offer(_("Algoritmeregister"), lambda: publication_sheet(taken(left_out=left_out)), about=name)
page.heading(_("Formulieren voor privacy"), about=publication.forms(), anchor="privacy")
page.download(_("Download de pre-scan DPIA (JSON)"), partial(form, "prescan"), f"{name} pre-scan", json)
page.download(_("Download de DPIA (JSON)"), partial(form, "dpia"), f"{name} dpia", json)
page.heading(_("Alles in één bestand"), about=publication.whole(), anchor="alles")
page.download(
    _("Download de hele afweging (JSON)"), partial(handover.export, store, user, opened.id), name, json
)
with sidebar.slot():
    sidebar.draw(opened, here.outcome(opened, day), links.EXPORT)
