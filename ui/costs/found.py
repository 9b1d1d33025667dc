"""What the saved answers amount to in euros."""

from assessment.costs.comparison import compare
from assessment.costs.result import Comparison, Incomplete
from assessment.outcome import Outcome
from services import answers
from ui import context
from ui.here import Here


def comparison(here: Here, outcome: Outcome) -> Comparison | Incomplete:
    """Compare the costs as they are saved now."""
    revisions = answers.current(context.store(), context.user(), here.id)
    return compare(outcome, {name: revision.reply for name, revision in revisions.items()})
