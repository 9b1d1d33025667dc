"""Appendix C: what has to be found out, which safeguards are missing, and who sees to it."""

from assessment.dossier import Dossier
from assessment.wording import answer_text
from reports.document import Block, Column, Heading, Paragraph, Section, Table
from texts import _

# The table repeats the answer in short; in full it stands in appendix A.
LONG = 120


def todo(dossier: Dossier) -> Section:
    """Return the appendix."""
    blocks = [*_to_find_out(dossier), *_missing(dossier)]
    if not blocks:
        blocks = [Paragraph(_("Er zijn geen open vragen en er ontbreken geen waarborgen."))]
    return Section(_("Bijlage C. Wat nog open is"), tuple(blocks), starts_page=False)


def _to_find_out(dossier: Dossier) -> list[Block]:
    questions = dossier.outcome.framework.questions
    rows = tuple(
        (questions[action.question].text, _answer(dossier, action.question), dossier.role(action.owner))
        for action in dossier.outcome.actions
    )
    if not rows:
        return []
    text = _("Zolang een antwoord onbekend is, telt het zwaarste antwoord dat mogelijk is.")
    columns = (Column(_("Vraag"), 6), Column(_("Antwoord nu"), 3), Column(_("Wie zoekt het uit"), 3))
    return [Heading(_("Vragen om uit te zoeken")), Paragraph(text, style="intro"), Table(columns, rows)]


def _missing(dossier: Dossier) -> list[Block]:
    framework = dossier.outcome.framework
    rows = []
    for safeguard in dossier.outcome.open_safeguards:
        instrument = framework.instruments[safeguard.instrument]
        rows.append(
            (
                safeguard.todo,
                f"{framework.questions[safeguard.question].text}\n{_answer(dossier, safeguard.question)}",
                instrument.name,
                dossier.role(instrument.role),
            )
        )
    if not rows:
        return []
    columns = (Column(_("Wat er moet gebeuren"), 6, "strong"), Column(_("Vraag, en het antwoord nu"), 6))
    more = (Column(_("Instrument"), 4), Column(_("Wie"), 4))
    return [Heading(_("Waarborgen die ontbreken")), Table((*columns, *more), tuple(rows))]


def _answer(dossier: Dossier, question: str) -> str:
    text = answer_text(dossier.outcome.framework.questions[question], dossier.outcome.answers.get(question))
    return text if len(text) <= LONG else _("Zie bijlage A.")
