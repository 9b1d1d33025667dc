"""A scale from low to high, with what is certain and what is possible marked on it."""

from html import escape

from assessment.outcome import DimensionOutcome


def html(outcome: DimensionOutcome) -> str:
    """Return the scale as HTML; the lowest level is the empty start of it. Words say the same beside it."""
    rank, levels = outcome.dimension.rank, outcome.dimension.levels
    low, high = rank[outcome.at_least], rank[outcome.at_most]
    steps = []
    for height, level in enumerate(levels[1:], start=1):
        state = "certain" if height <= low else "possible" if height <= high else "out"
        steps.append(f'<span class="ws-step-{state}" data-height="{height}">{escape(level.label)}</span>')
    return f'<div class="ws-scale" aria-hidden="true">{"".join(steps)}</div>'
