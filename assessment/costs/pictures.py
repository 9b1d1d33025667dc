"""The three pictures of the comparison in words, for whoever cannot see them."""

from assessment.costs.money import euro_rounded
from assessment.costs.result import Comparison
from assessment.costs.wording import chance_text, crossing_sentence, spread_sentence
from texts import _, ngettext

LARGEST = 3


def years_alt(comparison: Comparison) -> str:
    """Tell the picture of the cost per year: where both begin and end, and where they cross."""
    first, last = comparison.years[0], comparison.years[-1]
    text = _(
        "Lijnen van de kosten tot en met elk jaar. Met algoritme: van {with_start} aan het begin "
        "tot {with_end} in jaar {year}. Zonder algoritme: van {without_start} tot {without_end}."
    ).format(
        with_start=euro_rounded(first.expected.with_),
        with_end=euro_rounded(last.expected.with_),
        without_start=euro_rounded(first.expected.without),
        without_end=euro_rounded(last.expected.without),
        year=last.number,
    )
    return f"{text} {crossing_sentence(comparison)}"


def histogram_alt(comparison: Comparison) -> str:
    """Tell the picture of the difference: how often the algorithm is cheaper, and the usual range."""
    text = _("Verdeling van het verschil. Het algoritme is goedkoper in {chance} gevallen.")
    return f"{text.format(chance=chance_text(comparison.chance))} {spread_sentence(comparison)}"


def swings_alt(comparison: Comparison) -> str:
    """Tell the picture of what matters most: the largest swings, from where to where."""
    if not comparison.swings:
        return _("Alle bedragen staan vast, dus geen aanname verandert de uitkomst.")
    told = "; ".join(
        _("{name}: van {low} tot {high}").format(
            name=swing.name,
            low=euro_rounded(min(swing.at_low, swing.at_high)),
            high=euro_rounded(max(swing.at_low, swing.at_high)),
        )
        for swing in comparison.swings[:LARGEST]
    )
    count = min(len(comparison.swings), LARGEST)
    start = ngettext(
        "Balken van het verschil per aanname. Deze telt het zwaarst.",
        "Balken van het verschil per aanname. Deze {count} tellen het zwaarst.",
        count,
    )
    return f"{start.format(count=count)} {told}."
