"""From one assessment to the content of its "Collegesamenvatting": words only, no looks."""

import json

from assessment.answers import dump
from assessment.costs.export import costs_json
from assessment.costs.result import Comparison
from assessment.dossier import Dossier
from assessment.months import date_text
from reports.about import ATTACHMENT, about, sources, when
from reports.answers import answers
from reports.costs import costs
from reports.document import Attachment, Fact, Report, Section
from reports.grounds import grounds
from reports.instruments import instruments
from reports.review import review, review_json
from reports.road import road, road_json
from reports.success import success
from reports.summary import summary
from reports.todo import todo
from reports.wording import shortened
from texts import _, language

TITLE_LENGTH = 110
FORMAT = 1


def college_report(dossier: Dossier) -> Report:
    """Return the report for the executive: a summary of two pages, and appendices with all behind it."""
    framework, outcome = dossier.outcome.framework, dossier.outcome
    # A title of blanks would make a document without a name.
    title = " ".join(dossier.title.split()) or _("Weging zonder naam")
    short = shortened(title, TITLE_LENGTH, _("bijlage A"))
    moment = _("Afgerond") if dossier.finished else _("Concept, stand van")
    return Report(
        title=short,
        subject=_("Collegesamenvatting"),
        publisher=dossier.municipality,
        language=language(),
        moment=dossier.moment,
        meta=(
            Fact(_("Peildatum"), date_text(outcome.on)),
            Fact(_("Kader"), f"{framework.title} {framework.version}"),
            Fact(moment, when(dossier)),
        ),
        sections=_sections(dossier, None if short == title else dossier.title),
        footer=_("Collegesamenvatting · {framework} {version}").format(
            framework=framework.title, version=framework.version
        ),
        attachment=attachment(dossier),
    )


def _sections(dossier: Dossier, full_title: str | None) -> tuple[Section, ...]:
    return (
        summary(dossier),
        answers(dossier, full_title),
        grounds(dossier),
        todo(dossier),
        instruments(dossier),
        costs(dossier),
        success(dossier),
        sources(dossier),
        about(dossier),
        *road(dossier),
        *review(dossier),
    )


def attachment(dossier: Dossier) -> Attachment:
    """Return the assessment as JSON. Replies to questions that are not asked any more are left out.

    `costs` is null when an amount is missing, or when costs are not asked. `sha256` is the hash of
    `snapshot` written as canonical JSON (assessment.snapshot.canonical).
    """
    replies = {
        question.id: {"value": dump(outcome_value), "note": reply.note, "known_by": reply.known_by}
        for question in dossier.asked
        if (reply := dossier.replies.get(question.id)) is not None
        for outcome_value in (dossier.outcome.answers.get(question.id),)
    }
    data = {
        "format": FORMAT,
        "title": dossier.title,
        "municipality": dossier.municipality,
        "moment": dossier.moment.isoformat(),
        "finished": dossier.finished,
        "replies": replies,
        **road_json(dossier),
        **review_json(dossier),
        "costs": costs_json(dossier.costs) if isinstance(dossier.costs, Comparison) else None,
        "snapshot": json.loads(dossier.frozen.content),
        "sha256": dossier.frozen.hash,
    }
    description = _("De weging met alle antwoorden, toelichtingen en de uitkomst")
    # ASCII: what no encoding can hold (half of a pair) stays an escape.
    return Attachment(ATTACHMENT, description, json.dumps(data, sort_keys=True, indent=1) + "\n")
