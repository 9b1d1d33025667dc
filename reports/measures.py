"""The summary for the executive, page two: what has to be done, what is missing, and room to sign."""

from collections.abc import Iterable

from assessment.dossier import Dossier
from assessment.months import date_text
from assessment.outcome import InstrumentOutcome
from assessment.parts import Instrument
from reports import decision
from reports.document import (
    Block,
    Bullets,
    Column,
    Decision,
    Heading,
    Item,
    Paragraph,
    Table,
    Together,
)
from reports.wording import effort, names
from texts import _, ngettext

# What fits on one page; the rest is counted here and stands in full in an appendix.
MOST_REQUIRED = 9
MOST_SAFEGUARDS = 7


def page_two(dossier: Dossier) -> list[Block]:
    """Return the blocks; what is not to be done needs no instruments or safeguards."""
    if dossier.advice == "niet_doen":
        return _sign(dossier)
    return [*_instruments(dossier), *_safeguards(dossier), *_sign(dossier)]


def _instruments(dossier: Dossier) -> list[Block]:
    blocks = [*_required(dossier), *_other(dossier), *_coming(dossier)]
    return [Together((Heading(_("Wat er moet gebeuren")), *blocks))] if blocks else []


def _required(dossier: Dossier) -> Iterable[Block]:
    required = dossier.needed("verplicht")
    if required:
        columns = (Column(_("Verplicht"), 9, "strong"), Column(_("Wie"), 7), Column(_("Wanneer"), 3))
        rows = tuple(_row(dossier, each) for each in required[:MOST_REQUIRED])
        yield Table((*columns, Column(_("Schatting"), 3)), rows)
    if len(required) > MOST_REQUIRED:
        yield Paragraph(_names(required[MOST_REQUIRED:]), lead=_("Ook verplicht (zie bijlage D):"))


def _row(dossier: Dossier, each: InstrumentOutcome) -> tuple[str, ...]:
    instrument = each.instrument
    moment = dossier.outcome.framework.moments[instrument.moment].name
    limit = each.limit
    name = f"{instrument.name} ({limit})" if limit else instrument.name
    return (name, dossier.role(instrument.role), moment, effort(instrument.days))


def _other(dossier: Dossier) -> Iterable[Block]:
    groups = {
        _("Gemeentelijk beleid:"): dossier.needed("beleid"),
        _("Aanbevolen:"): dossier.needed("aanbevolen"),
        _("Misschien ook nodig, door open vragen:"): dossier.maybe_needed,
    }
    for lead, instruments in groups.items():
        if instruments:
            yield Paragraph(_names(instruments), lead=lead)


def _coming(dossier: Dossier) -> Iterable[Block]:
    days: dict[str, list[Instrument]] = {}
    for each in dossier.needed("aanbevolen", "beleid"):
        if each.coming:
            days.setdefault(date_text(each.coming.starts), []).append(each.instrument)
    for day, coming in days.items():
        yield Paragraph(names(coming) + ".", lead=_("Verplicht vanaf {day}:").format(day=day))


def _names(instruments: Iterable[InstrumentOutcome]) -> str:
    return names(each.instrument for each in instruments) + "."


def _safeguards(dossier: Dossier) -> list[Block]:
    missing = dossier.outcome.open_safeguards
    if not missing:
        return []
    items = [Item(safeguard.todo) for safeguard in missing[:MOST_SAFEGUARDS]]
    more = len(missing) - len(items)
    if more:
        text = ngettext(
            "En nog {count} waarborg: zie bijlage C.", "En nog {count} waarborgen: zie bijlage C.", more
        )
        items.append(Item(text.format(count=more)))
    return [Heading(_("Waarborgen die ontbreken")), Bullets(tuple(items))]


def _sign(dossier: Dossier) -> list[Block]:
    choices = [_("Het college neemt kennis van het voorstel."), _("Het college wil het voorstel bespreken.")]
    if decision.is_asked(dossier):
        choices = [
            _("Het college volgt het voorstel."),
            _("Het college volgt het voorstel met een wijziging."),
            _("Het college volgt het voorstel niet."),
        ]
    lines = (_("Datum"), _("Naam namens het college"), _("Handtekening"))
    box = Decision(tuple(choices), _("Wijziging, reden of termijn:"), lines)
    return [Together((Heading(_("Besluit van het college")), box))]
