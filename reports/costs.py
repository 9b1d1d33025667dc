"""Appendix E: what the work costs with and without the algorithm, and one line of it for the summary."""

from assessment.costs.comparison import judged
from assessment.costs.result import Comparison, Incomplete
from assessment.costs.wording import (
    break_even_sentence,
    caution_text,
    missing_text,
    payback_sentence,
    sentence,
    spread_sentence,
)
from assessment.dossier import Dossier
from reports.cost_chart import chart
from reports.cost_tables import (
    aspects,
    assessments,
    assumptions,
    errors,
    lines,
    swings,
)
from reports.document import Block, Bullets, Callout, Heading, Item, Paragraph, Section
from reports.wording import inside
from texts import _


def costs(dossier: Dossier) -> Section:
    """Return the appendix."""
    found = dossier.costs
    blocks = _complete(dossier, found) if isinstance(found, Comparison) else _incomplete(dossier, found)
    return Section(_("Bijlage E. Kosten met en zonder algoritme"), tuple(blocks))


def costs_in_short(dossier: Dossier) -> str:
    """Return what the summary says of the costs; nothing when they are not asked, or do not matter."""
    found = dossier.costs
    if dossier.advice == "niet_doen":
        return ""
    if isinstance(found, Comparison):
        return _("{sentence} Dit is een schatting: zie bijlage E.").format(sentence=sentence(found))
    if not found.missing:
        return ""
    return _("De kosten met en zonder algoritme zijn nog niet te vergelijken: zie bijlage E.")


def _complete(dossier: Dossier, found: Comparison) -> list[Block]:
    more = (break_even_sentence(found), payback_sentence(found), spread_sentence(found))
    blocks: list[Block] = [
        Paragraph(sentence(found)),
        Paragraph(" ".join(part for part in more if part)),
    ]
    if found.alternative:
        alternative = _("Zonder algoritme betekent hier: {alternative}.")
        blocks.append(Paragraph(alternative.format(alternative=inside(found.alternative))))
    if found.cautions:
        cautions = "\n".join(caution_text(caution, found) for caution in found.cautions)
        blocks.append(Callout(_("Let hierop"), cautions, "notice"))
    blocks += [
        Heading(_("De kosten over de jaren")),
        chart(found),
        *lines(found),
        *swings(found),
        *aspects(judged(dossier.outcome)),
        *errors(found),
        *assumptions(dossier, found),
        *assessments(found),
    ]
    return blocks


def _incomplete(dossier: Dossier, found: Incomplete) -> list[Block]:
    if not found.missing:
        text = _("De vragen over kosten horen bij de volledige weging. Ze zijn hier niet gesteld.")
        return [Paragraph(text)]
    item = _("Vraag {number}: {question}")
    missing = tuple(
        Item(item.format(number=dossier.numbers[question.id], question=question.text))
        for question in found.missing
    )
    return [
        Paragraph(missing_text(found), style="intro"),
        Bullets(missing),
        *aspects(judged(dossier.outcome)),
    ]
