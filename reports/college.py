"""The "Collegesamenvatting" as PDF: the one function that pages and the command line call."""

from assessment.dossier import Dossier
from reports.content import college_report
from reports.pdf import render


def college_pdf(dossier: Dossier) -> bytes:
    """Return the summary for the executive with all appendices; the same dossier gives the same bytes.

    Raises rendering.RenderingFailed.
    """
    return render(college_report(dossier))
