"""The comparison in words: sentences for whoever decides, at language level B1."""

from assessment.costs.money import count_text, euro_rounded
from assessment.costs.result import Caution, Comparison, Incomplete, Tipping
from assessment.numbers import number_text
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
    """Say for which numbers of cases the algorithm is cheaper, and how sure that is."""
    found, volume = comparison.break_even, comparison.break_even.volume
    if not found.is_likely:
        return _("Het is onzeker bij hoeveel zaken het algoritme goedkoper is.")
    if found.tipping is Tipping.EVEN:
        return _("Met en zonder algoritme kosten evenveel, hoeveel zaken er ook zijn.")
    if volume is None or volume < 1:
        # Fewer than one case a year is no case: from there on it tips nowhere.
        if found.tipping in (Tipping.ALWAYS, Tipping.ABOVE):
            return _("Naar verwachting is het algoritme goedkoper bij elk aantal zaken.")
        return _("Naar verwachting verdient het algoritme zich niet terug, hoeveel zaken er ook zijn.")
    text = _("Naar verwachting is het algoritme goedkoper vanaf {count} zaken per jaar.")
    if found.tipping is Tipping.BELOW:
        text = _("Naar verwachting is het algoritme goedkoper tot {count} zaken per jaar.")
    said = [text.format(count=count_text(volume, comparison.volume.mean)), _volume(comparison)]
    if found.spread and found.spread.p10 < found.spread.p90:
        band = _("Het kantelpunt ligt meestal tussen {low} en {high} zaken.")
        said.append(band.format(low=count_text(found.spread.p10), high=count_text(found.spread.p90)))
    return " ".join(said)


def payback_sentence(comparison: Comparison) -> str:
    """Say when the algorithm has paid for itself, and how sure that is."""
    year, shares = comparison.payback.year, comparison.payback.shares
    if comparison.break_even.tipping is Tipping.EVEN:
        return ""
    if year is None:
        text = _("Het algoritme is binnen {years} naar verwachting niet terugverdiend.")
        if _dearer_from(comparison):
            text = _("Het algoritme is eerst goedkoper, en vanaf jaar {dearer} naar verwachting duurder.")
        chance = _("In {share} gevallen is het na {years} wel goedkoper.")
        return f"{text} {chance}".format(
            years=_years(comparison), dearer=_dearer_from(comparison), share=chance_text(shares[-1])
        )
    text = _("Naar verwachting is het algoritme terugverdiend in jaar {year}. Dat lukt in {share} gevallen.")
    if year == 0:
        text = _("Naar verwachting is het algoritme vanaf het begin goedkoper. Dat lukt in {share} gevallen.")
    return text.format(year=year, share=chance_text(shares[year]))


def crossing_sentence(comparison: Comparison) -> str:
    """Say where the lines of the cost per year cross, as expected."""
    year = comparison.payback.year
    if comparison.break_even.tipping is Tipping.EVEN:
        return _("De lijnen vallen samen.")
    if year is None:
        text = _("Met algoritme blijft duurder.")
        if _dearer_from(comparison):
            text = _("Met algoritme is eerst goedkoper, en vanaf jaar {year} duurder.")
        return text.format(year=_dearer_from(comparison))
    if year == 0:
        return _("Met algoritme is steeds goedkoper.")
    return _("Vanaf jaar {year} is met algoritme goedkoper.").format(year=year)


def spread_sentence(comparison: Comparison) -> str:
    """Say between which amounts the difference lies in eight of ten cases."""
    low, high = comparison.difference.p10, comparison.difference.p90
    if low == high:
        return _("Alle bedragen staan vast, dus dit verschil ook.")
    text = _("Met algoritme is in 8 van de 10 gevallen tussen {low} duurder en {high} goedkoper.")
    if low >= 0:
        text = _("Met algoritme is in 8 van de 10 gevallen {low} tot {high} goedkoper.")
    elif high <= 0:
        low, high = high, low
        text = _("Met algoritme is in 8 van de 10 gevallen {low} tot {high} duurder.")
    said = text.format(low=euro_rounded(abs(low)), high=euro_rounded(abs(high)))
    return f"{said} {_('Dit is een schatting.')}"


def caution_text(caution: Caution, comparison: Comparison) -> str:
    """Say what a reader has to know before trusting the sum."""
    if caution is Caution.OWN_BAND:
        text = _(
            "Bij {questions} gaf je één getal, zonder te zeggen dat het zeker is. "
            "We rekenen daar met een marge: van 30 procent lager tot 50 procent hoger."
        )
        return text.format(questions=_listed([f"‘{asked.text}’" for asked in comparison.own_bands]))
    return {
        Caution.NO_ALTERNATIVE: _(
            "Niemand heeft gezegd waarmee we vergelijken. Daarom zegt dit verschil nog weinig. "
            "Beantwoord de vraag ‘Waarmee vergelijk je het algoritme?’."
        ),
        Caution.STOPS: _(
            "Zonder algoritme stopt de taak. Inwoners krijgen dan iets niet meer. "
            "Dat staat niet in de euro’s."
        ),
        Caution.POLICY: _(
            "Bij een ander uurtarief of een andere discontovoet is het andersom. "
            "Die twee zijn aannames van het kader."
        ),
        Caution.UNCERTAIN: _("De uitkomst is onzeker: het algoritme kan goedkoper zijn, maar ook duurder."),
        Caution.WRONG_SIDE: _("Met dit aantal zaken is het algoritme gemiddeld niet goedkoper."),
        Caution.SAME_ERRORS: _(
            "Bij fouten staat met en zonder algoritme precies hetzelfde. Pas het aan als dat niet klopt."
        ),
        Caution.NO_CHECK: _(
            "Je zegt dat er altijd een medewerker meekijkt, maar dat kost geen tijd. "
            "Een van de twee klopt niet. Pas dat antwoord aan."
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
        # The rates of the framework are no part of the draws, so even this is not every case there is.
        return _("alle doorgerekende") if chance else _("geen van de doorgerekende")
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
    if found.volume is None or found.volume < 1 or not found.is_likely:
        return ""
    is_from_below = (found.tipping is Tipping.ABOVE) == (comparison.saving > 0)
    text = (
        _("dat kantelt als er minder dan {count} zaken per jaar zijn")
        if is_from_below
        else _("dat kantelt als er meer dan {count} zaken per jaar zijn")
    )
    return text.format(count=count_text(found.volume, comparison.volume.mean))


def _years(comparison: Comparison) -> str:
    return ngettext("{count} jaar", "{count} jaar", comparison.horizon).format(count=comparison.horizon)


def _volume(comparison: Comparison) -> str:
    volume = comparison.volume
    text = (
        _("We rekenen met {count}.")
        if volume.is_sure
        else _("We rekenen met gemiddeld {count} ({low} – {high}).")
    )
    low, high = number_text(volume.low), number_text(volume.high)
    return text.format(count=count_text(volume.mean, comparison.break_even.volume), low=low, high=high)


def _dearer_from(comparison: Comparison) -> int:
    """Return the year from which an algorithm that was cheaper first stays dearer; 0 when it never was."""
    cheaper = [year.number for year in comparison.years if year.expected.with_ < year.expected.without]
    return max(cheaper) + 1 if cheaper else 0


def _listed(names: list[str]) -> str:
    rest = len(names) - MOST_NAMES
    if rest > 1:
        more = _("nog {count} andere vragen").format(count=rest)
        names = [*names[:MOST_NAMES], more]
    if len(names) == 1:
        return names[0]
    return _("{first} en {last}").format(first=", ".join(names[:-1]), last=names[-1])
