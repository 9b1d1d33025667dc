"""Appendix A: every question that is asked, with its answer, how one knows it, and notes."""

from assessment.answers import Reply
from assessment.framework import Question, Step
from assessment.wording import answer_text
from reports.document import Block, Column, Heading, Paragraph, Section, Table
from reports.dossier import Dossier
from reports.wording import known_by
from texts import _

# Longer texts stand below the table in the full width of the page.
LONG = 240


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
    rows, below = [], []
    for question in questions:
        reply = dossier.replies.get(question.id, Reply(None))
        answer = answer_text(question, dossier.outcome.answers.get(question.id))
        remark = _remark(reply)
        if len(answer) > LONG:
            below.append(Paragraph(answer, lead=question.text))
            answer = _("Zie onder de tabel.")
        if len(remark) > LONG:
            below.append(
                Paragraph(remark, lead=_("Toelichting bij ‘{question}’:").format(question=question.text))
            )
            remark = _("Zie onder de tabel.")
        rows.append((question.text, answer, remark))
    return [Heading(step.title), _table(rows), *below]


def _remark(reply: Reply) -> str:
    way = known_by(reply.known_by)
    known = _("Bron: {way}.").format(way=way) if way else ""
    return "\n".join(part for part in (known, reply.note.strip()) if part)


def _table(rows: list[tuple[str, str, str]]) -> Table:
    question, answer = Column(_("Vraag"), 5), Column(_("Antwoord"), 4, strong=True)
    if any(remark for _question, _answer, remark in rows):
        return Table((question, answer, Column(_("Toelichting"), 4)), tuple(rows))
    return Table((question, answer), tuple(row[:2] for row in rows))
