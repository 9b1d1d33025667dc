"""Voor de raad: all algorithms of the municipality, in plain language."""

from datetime import UTC, datetime

from reports.council import council_pdf
from services import council
from services.errors import Refused
from texts import _
from ui import links, page, sheets
from ui.council import brief, lists, record

page.title(
    _("Voor de raad"),
    about=_("Welke algoritmes de gemeente gebruikt, waarvoor, waar de risico’s zijn en wat er besloten is."),
)
try:
    shown, labels = record.chosen(), council.labels()
except Refused as refused:
    page.paragraph(str(refused))
    links.to_start(_("Naar de startpagina"))
else:
    record.ways(shown)
    brief.counts(shown)
    if not shown.overview.is_empty:
        moment = shown.recorded.at if shown.recorded else datetime.now(UTC)
        page.download(
            _("Download als PDF"),
            # Labels asked for there are in Dutch, as all of the file.
            lambda: council_pdf(shown.overview, shown.earlier, council.labels(), moment),
            _("overzicht voor de raad"),
            "application/pdf",
        )
    if shown.overview.algorithms:
        brief.domains(shown.overview, labels)
        lists.deciding(shown.overview, labels)
        lists.risky(shown.overview, labels)
        lists.decided(shown.overview)
        lists.changed(shown.overview, shown.earlier, labels)
    lists.set_aside(shown.overview)
    if shown.overview.algorithms:
        lists.everything(shown.overview, labels)
        sheets.offer(_("Alle algoritmes"), lambda: lists.sheet(shown.overview, labels))
    record.form(shown)
