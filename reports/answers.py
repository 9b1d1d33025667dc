"""Appendix A: every question that is asked, with its number, answer, how one knows it, and notes."""

from decimal import Decimal

from assessment.amounts import Estimate
from assessment.answers import Reply
from assessment.dossier import Dossier
from assessment.parts import Question, Step
from assessment.wording import answer_text, known_by_text
from reports.document import Block, Column, Heading, Paragraph, Section, Table
from texts import _

# Longer texts stand below the table in the full width of the page.
LONG = 240
Row = tuple[str, str, str, str]


def answers(dossier: Dossier, full_title: str | None) -> Section:
    """Return the appendix; `full_title` is given when the first page shows only its beginning."""
    blocks: list[Block] = []
    if full_title is not None:
        blocks.append(Paragraph(full_title, lead=_("De hele naam van deze weging:")))
    for step in dossier.outcome.framework.steps:
        questions = [question for question in dossier.asked if question.step == step.id]
        if questions:
            blocks += _step(dossier, step, questions)
    return Section(_("Bijlage A. Alle antwoorden"), tuple(blocks))


def _step(dossier: Dossier, step: Step, questions: list[Question]) -> list[Block]:
    rows: list[Row] = []
    below: list[Block] = []
    for question in questions:
        number = str(dossier.numbers[question.id])
        answer, remark = _answer(dossier, question), _remark(dossier.replies.get(question.id, Reply(None)))
        if len(answer) > LONG:
            below.append(Paragraph(answer, lead=_("Antwoord op vraag {number}:").format(number=number)))
            answer = _("Zie onder de tabel.")
        if len(remark) > LONG:
            below.append(Paragraph(remark, lead=_("Toelichting bij vraag {number}:").format(number=number)))
            remark = _("Zie onder de tabel.")
        rows.append((number, question.text, answer, remark))
    return [Heading(step.title), _table(rows), *below]


def _answer(dossier: Dossier, question: Question) -> str:
    value = dossier.outcome.answers.get(question.id)
    if value is None and question.may_be_empty:
        return _optional(question)
    if isinstance(value, tuple) and not isinstance(value, Estimate):
        # One per line: the choices themselves hold commas.
        return "\n".join(question.option(option).text for option in value)
    return answer_text(question, value)


def _optional(question: Question) -> str:
    if question.default is None:
        return _("Niet ingevuld")
    text = _("Niet ingevuld, dus gerekend met {amount}")
    return text.format(amount=answer_text(question, Decimal(question.default)))


def _remark(reply: Reply) -> str:
    known = f"{known_by_text(reply.known_by)}." if reply.known_by else ""
    return "\n".join(part for part in (known, reply.note.strip()) if part)


def _table(rows: list[Row]) -> Table:
    columns = (Column(_("Nr."), 1), Column(_("Vraag"), 10), Column(_("Antwoord"), 8, "short"))
    if any(remark for *_rest, remark in rows):
        return Table((*columns, Column(_("Toelichting"), 8)), tuple(rows))
    return Table(columns, tuple(row[:3] for row in rows))
