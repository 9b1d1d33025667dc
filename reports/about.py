"""Appendices G and H: the sources that are cited, and what makes this summary verifiable."""

from collections.abc import Iterable, Iterator

from assessment.answers import is_unknown
from assessment.citations import citations
from assessment.clock import CLOCK
from assessment.costs.result import Comparison
from assessment.dossier import Dossier
from assessment.months import date_text
from assessment.parts import Source
from reports.document import Column, Paragraph, Section, Table
from reports.success import cited_for_success
from texts import _

ATTACHMENT = "weging.json"
HASH_GROUP = 8


def sources(dossier: Dossier) -> Section:
    """Return appendix G: every source that a printed reason, cost or advice cites."""
    rows = tuple((source.abbreviation, source.name, source.url or "") for source in _cited(dossier))
    title = _("Bijlage G. Bronnen")
    if not rows:
        return Section(title, (Paragraph(_("Deze samenvatting noemt geen bronnen.")),), starts_page=False)
    columns = (Column(_("Kort"), 2, "strong"), Column(_("Bron"), 6), Column(_("Vindplaats"), 5))
    return Section(title, (Table(columns, rows),), starts_page=False)


def _cited(dossier: Dossier) -> Iterable[Source]:
    framework = dossier.outcome.framework
    found = {
        citation.source.id: citation.source
        for text in _citing(dossier)
        for citation in citations(framework, text)
    }
    return [source for source in framework.sources.values() if source.id in found]


def _citing(dossier: Dossier) -> Iterator[str]:
    outcome = dossier.outcome
    for dimension in (*outcome.dimensions.values(), *outcome.instruments.values()):
        yield from (found.rule.source for found in dimension.reasons())
    yield from (signal.source for signal in outcome.stop_signals)
    if isinstance(dossier.costs, Comparison):
        yield from (parameter.source for parameter in outcome.framework.cost_parameters.values())
    yield from cited_for_success(dossier)


def about(dossier: Dossier) -> Section:
    """Return appendix H: framework, dates, counts and hashes."""
    outcome, framework = dossier.outcome, dossier.outcome.framework
    unknown = sum(is_unknown(value) for value in outcome.answers.values())
    rows = (
        (_("Kader"), _("{title}, versie {version}").format(title=framework.title, version=framework.version)),
        (_("Kader vastgesteld op"), date_text(framework.adopted)),
        (_("Peildatum"), _("{day}. De plichten van die dag tellen.").format(day=date_text(outcome.on))),
        (_("Afgerond op") if dossier.finished else _("Nog niet afgerond. Stand van"), when(dossier)),
        (_("Vragen"), _counts(len(dossier.asked), len(outcome.answers), unknown)),
        (_("Controlegetal van het kader"), grouped(framework.hash)),
        (_("Controlegetal van de antwoorden"), grouped(dossier.frozen.answers_hash)),
        (_("Controlegetal van de uitkomst"), grouped(dossier.frozen.hash)),
    )
    text = _(
        "Aan deze PDF hangt het bestand {name}. "
        "Daarin staat de hele weging: antwoorden, toelichtingen en uitkomst. "
        "Wie de uitkomst met hetzelfde kader en dezelfde antwoorden opnieuw berekent, "
        "krijgt dezelfde controlegetallen (SHA-256)."
    )
    table = Table((Column(_("Onderdeel"), 1), Column(_("Waarde"), 2)), rows)
    blocks = (table, Paragraph(text.format(name=ATTACHMENT)))
    return Section(_("Bijlage H. Over deze samenvatting"), blocks, starts_page=False)


def when(dossier: Dossier) -> str:
    """Return day and time of the last change or of finishing, as the clock in the Netherlands showed it."""
    local = dossier.moment.astimezone(CLOCK)
    return _("{day}, {time} uur").format(day=date_text(local.date()), time=local.strftime("%H:%M"))


def grouped(digest: str) -> str:
    """Write a hash in groups, so that people can compare it."""
    return " ".join(digest[start : start + HASH_GROUP] for start in range(0, len(digest), HASH_GROUP))


def _counts(asked: int, answered: int, unknown: int) -> str:
    return _("{asked} gesteld, {answered} beantwoord, waarvan {unknown} keer met ‘Weet ik niet’").format(
        asked=asked, answered=answered, unknown=unknown
    )
