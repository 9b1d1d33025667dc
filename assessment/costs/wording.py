"""The comparison in words: sentences for whoever decides, at language level B1."""

from assessment.costs.money import count_text, euro_rounded, quantity_text
from assessment.costs.result import Caution, Comparison, Incomplete, Tipping
from texts import _, ngettext

TENTHS = 10
MOST_NAMES = 3
# Below this chance "usually cheaper" would be wrong, even when it is cheaper on average.
EVEN = 0.45


def sentence(comparison: Comparison) -> str:
    """Say which alternative is cheaper, how often, how much, and what tips it."""
    tips = _tips(comparison)
    return f"{_verdict(comparison)}; {tips}." if tips else f"{_verdict(comparison)}."


def break_even_sentence(comparison: Comparison) -> str:
    """Say for which numbers of cases the algorithm is cheaper."""
    found = comparison.break_even
    if found.tipping is Tipping.ALWAYS:
        return _("Het algoritme is goedkoper bij elk aantal zaken.")
    if found.tipping is Tipping.EVEN:
        return _("Met en zonder algoritme kosten evenveel, hoeveel zaken er ook zijn.")
    if found.volume is None:
        return _("Het algoritme verdient zich niet terug, hoeveel zaken er ook zijn.")
    text = _("Het algoritme is goedkoper vanaf {count} zaken per jaar. We rekenen met {volume}.")
    if found.tipping is Tipping.BELOW:
        text = _("Het algoritme is goedkoper tot {count} zaken per jaar. We rekenen met {volume}.")
    said = text.format(count=count_text(found.volume), volume=quantity_text(comparison.volume, ""))
    if not found.spread:
        return said
    low, high = count_text(found.spread.p10), count_text(found.spread.p90)
    band = _("Het kantelpunt ligt meestal tussen {low} en {high} zaken.").format(low=low, high=high)
    return said if low == high else f"{said} {band}"


def payback_sentence(comparison: Comparison) -> str:
    """Say when the algorithm has paid for itself, and how sure that is."""
    year = comparison.payback.year
    if year is None:
        return _("Het algoritme verdient zich niet terug binnen {years}.").format(years=_years(comparison))
    if year == 0:
        return _("Het algoritme is vanaf het begin goedkoper.")
    share = chance_text(comparison.payback.shares[year])
    return _("Het algoritme is terugverdiend in jaar {year}. Dat lukt in {share} gevallen.").format(
        year=year, share=share
    )


def spread_sentence(comparison: Comparison) -> str:
    """Say between which amounts the difference usually lies."""
    low, high = comparison.difference.p10, comparison.difference.p90
    if low == high:
        return _("Alle bedragen staan vast, dus dit verschil ook.")
    words = [_cheaper_by(amount) for amount in (low, high)]
    return _("Meestal ligt het verschil tussen {low} en {high}. Dit is een schatting.").format(
        low=words[0], high=words[1]
    )


def caution_text(caution: Caution, comparison: Comparison) -> str:
    """Say what a reader has to know before trusting the sum."""
    if caution is Caution.OWN_BAND:
        text = _(
            "Bij {questions} gaf je één getal, zonder te zeggen dat het zeker is. "
            "We rekenen daar met een marge: van 30 procent lager tot 50 procent hoger."
        )
        return text.format(questions=_listed([f"‘{asked.text}’" for asked in comparison.own_bands]))
    return {
        Caution.UNCERTAIN: _("De uitkomst is onzeker: het algoritme kan goedkoper zijn, maar ook duurder."),
        Caution.WRONG_SIDE: _("Met dit aantal zaken is het algoritme gemiddeld niet goedkoper."),
        Caution.SAME_ERRORS: _(
            "Bij fouten staat met en zonder algoritme precies hetzelfde. Klopt dat, of is het overgenomen?"
        ),
        Caution.NO_CHECK: _(
            "Je zegt dat er altijd een medewerker meekijkt, maar dat kost geen tijd. "
            "Een van de twee klopt niet."
        ),
    }[caution]


def missing_text(incomplete: Incomplete) -> str:
    """Say that there is no sum yet, and why."""
    count = len(incomplete.missing)
    if not count:
        return _("Kosten worden bij deze weging niet gevraagd.")
    return ngettext(
        "Er mist nog {count} getal. Een leeg antwoord is geen nul: daarom is er nog geen uitkomst.",
        "Er missen nog {count} getallen. Een leeg antwoord is geen nul: daarom is er nog geen uitkomst.",
        count,
    ).format(count=count)


def chance_text(chance: float) -> str:
    """Write a chance as so many out of ten; only what never fails is called "all"."""
    if chance in (0, 1):
        return _("alle") if chance else _("geen van de")
    tenths = round(chance * TENTHS)
    if tenths in (0, TENTHS):
        return _("bijna alle") if tenths else _("bijna geen van de")
    return _("{count} van de 10").format(count=tenths)


def _verdict(comparison: Comparison) -> str:
    years = _years(comparison)
    if not comparison.saving:
        return _("Met en zonder algoritme zijn gemiddeld even duur over {years}").format(years=years)
    is_cheaper = comparison.saving > 0
    chance = comparison.chance if is_cheaper else 1 - comparison.chance
    text = _("{side} is in {chance} gevallen goedkoper, gemiddeld {amount} over {years}")
    if chance < EVEN:
        # A few dear outcomes can weigh more than many cheap ones.
        text = _("{side} is maar in {chance} gevallen goedkoper, maar gemiddeld wel {amount} over {years}")
    return text.format(
        side=_("Met algoritme") if is_cheaper else _("Zonder algoritme"),
        chance=chance_text(chance),
        amount=euro_rounded(abs(comparison.saving)),
        years=years,
    )


def _tips(comparison: Comparison) -> str:
    found = comparison.break_even
    if found.volume is None:
        return ""
    is_from_below = (found.tipping is Tipping.ABOVE) == (comparison.saving > 0)
    text = (
        _("dat kantelt als er minder dan {count} zaken per jaar zijn")
        if is_from_below
        else _("dat kantelt als er meer dan {count} zaken per jaar zijn")
    )
    return text.format(count=count_text(found.volume))


def _years(comparison: Comparison) -> str:
    return ngettext("{count} jaar", "{count} jaar", comparison.horizon).format(count=comparison.horizon)


def _cheaper_by(amount: float) -> str:
    text = _("{amount} goedkoper") if amount >= 0 else _("{amount} duurder")
    return text.format(amount=euro_rounded(abs(amount)))


def _listed(names: list[str]) -> str:
    rest = len(names) - MOST_NAMES
    if rest > 1:
        more = _("nog {count} andere vragen").format(count=rest)
        names = [*names[:MOST_NAMES], more]
    if len(names) == 1:
        return names[0]
    return _("{first} en {last}").format(first=", ".join(names[:-1]), last=names[-1])
