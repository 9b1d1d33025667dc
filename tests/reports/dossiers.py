"""Dossiers for tests: the worked cases, and variations on them."""

from datetime import UTC, datetime

from assessment.answers import Answers, Reply
from assessment.dossier import Dossier
from reports.document import Attachment, Block, Bullets, Fact, Item, Paragraph, Report, Section
from tests.assessment.real import CASES, answers_of, weigh

MOMENT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def dossier(
    case: str = "c01", *, title: str | None = None, finished: bool = False, **changes: object
) -> Dossier:
    """Make the dossier of a worked case, with some answers changed."""
    answers = answers_of(case, **changes)
    notes = CASES[case].notes
    replies = {question: Reply(value, notes.get(question, "")) for question, value in answers.items()}
    return Dossier(
        title=CASES[case].name if title is None else title,
        municipality="Gemeente Voorbeeld",
        outcome=weigh(answers),
        replies=replies,
        moment=MOMENT,
        finished=finished,
    )


def dossier_of(answers: Answers, title: str = "Een algoritme") -> Dossier:
    """Make a dossier of any answers."""
    replies = {question: Reply(value) for question, value in answers.items()}
    return Dossier(title, "Gemeente Voorbeeld", weigh(answers), replies, MOMENT)


def small_report(*texts: str, title: str = "Titel") -> Report:
    """Make a report of one page with these texts, each in a paragraph and in a list."""
    points = Bullets(tuple(Item(text, text, text) for text in texts))
    blocks: tuple[Block, ...] = (*(Paragraph(text) for text in texts), points)
    return Report(
        title=title,
        subject="Verslag",
        publisher="Gemeente Voorbeeld",
        language="nl",
        moment=MOMENT,
        meta=(Fact("Peildatum", "22 november 2026"),),
        sections=(Section("Inhoud", blocks if texts else (Paragraph("Tekst"),)),),
        attachment=Attachment("weging.json", "De weging", '{"a":1}'),
    )
