"""What was set by hand, in words: both values, who, when and why."""

from datetime import date

from assessment.months import date_text
from assessment.override import Settled
from texts import _


def override_text(each: Settled, who: str, day: date) -> str:
    """Say what is computed, what follows from the tier that was set, and what was set, also when that lapsed.

    `who` set it, and on which `day`; both say nothing when nobody did.
    """
    made = each.override
    if made is None or made.level is None:
        return carried_text(each)
    text = (
        _("{title}: berekend {computed}, gezet op {level} door {who} op {day}.")
        if each.stands
        else _("{title}: berekend {computed}. Het stond op {level} door {who} op {day}. Dat is vervallen.")
    )
    said = text.format(
        title=each.title,
        computed=each.name(each.computed),
        level=each.name(made.level),
        who=who,
        day=date_text(day),
    )
    why = _("Reden: {why}").format(why=made.why) if made.why else ""
    return " ".join(filter(None, (said, why, carried_text(each))))


def carried_text(each: Settled) -> str:
    """Say what follows from the tier that was set by hand; nothing when nothing does."""
    if not each.carried:
        return ""
    text = _("{title}: berekend {computed}. Door de risicotrede die met de hand is gezet: {level}.")
    return text.format(title=each.title, computed=each.name(each.computed), level=each.name(each.base))


def level_text(each: Settled) -> str:
    """Say beside a level that counts what is computed instead; nothing when that is the same."""
    if each.level == each.computed:
        return ""
    text = (
        _("Berekend: {computed}. Met de hand gezet op: {level}.")
        if each.stands
        else _("Berekend: {computed}. Door de risicotrede die met de hand is gezet: {level}.")
    )
    return text.format(computed=each.name(each.computed), level=each.name(each.level))


def override_in_short(each: Settled) -> str:
    """Say what is computed and what counts instead."""
    return _("{title}: berekend {computed}, met de hand gezet op {level}.").format(
        title=each.title, computed=each.name(each.computed), level=each.name(each.level)
    )
