"""Words that only reports use; answers, numbers and days are in assessment.wording."""

from collections.abc import Iterable
from decimal import Decimal

from assessment.months import date_text
from assessment.numbers import number_text
from assessment.outcome import InstrumentOutcome
from assessment.parts import Instrument
from texts import _, ngettext


def shortened(text: str, limit: int, where: str) -> str:
    """Give `text`, or its beginning and `where` it stands in full: nothing is cut off silently."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    begin = flat[:limit]
    begin = begin.rsplit(" ", 1)[0].rstrip(".,;:") if " " in begin else begin
    return _("{begin}… (volledige tekst: {where})").format(begin=begin, where=where)


def inside(label: str) -> str:
    """Fit a label into a sentence: "Verplicht" becomes "verplicht", "DPIA" stays."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def short_name(instrument: Instrument) -> str:
    """Name an instrument without the explanation in brackets."""
    return instrument.name.split(" (")[0]


def names(instruments: Iterable[Instrument]) -> str:
    """List instruments; semicolons, because a name may hold a comma or "en"."""
    return "; ".join(short_name(instrument) for instrument in instruments)


def status(outcome: InstrumentOutcome) -> str:
    """Say how an instrument stands, and from which day a coming duty holds."""
    now = outcome.dimension.level(outcome.counted).label
    if outcome.coming is None:
        return now
    coming = outcome.dimension.level(outcome.coming.level).label
    return _("{now}; {later} vanaf {day}").format(
        now=now, later=inside(coming), day=date_text(outcome.coming.starts)
    )


def effort(days: tuple[Decimal, Decimal]) -> str:
    """Write an estimate of effort as a range of days."""
    low, high = days
    amount = number_text(low) if low == high else f"{number_text(low)}–{number_text(high)}"
    return ngettext("{amount} dag", "{amount} dagen", 1 if high == 1 else 2).format(amount=amount)
