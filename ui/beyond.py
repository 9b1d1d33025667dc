"""What the outcome says besides the risk, each in short with a link to its own page."""

from assessment.outcome import Outcome
from ui.costs import short
from ui.here import Here
from ui.register import belongs
from ui.review import advice
from ui.success import brief


def draw(here: Here, outcome: Outcome) -> None:
    """Draw the parts."""
    short.draw(here, outcome)
    brief.draw(here, outcome)
    advice.in_short(here)
    belongs.draw(here)
