"""The two ways of working that are compared, and what stands above the column of each."""

from texts import _

# As they are named in the keys of widgets and in `assessment.own_lines`.
SIDES = ("with", "without")


def side_text(side: str) -> str:
    """Name a way of working."""
    return {"with": _("Met algoritme"), "without": _("Zonder algoritme")}[side]
