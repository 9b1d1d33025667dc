"""What was set by hand, in words: both values, who, when and why."""

from datetime import date

from assessment.months import date_text
from assessment.override import Settled
from texts import _


def override_text(each: Settled, who: str, day: date) -> str:
    """Say what is computed and what was set, also when that lapsed; `day` is when it was set."""
    made = each.override
    if made is None or made.level is None:
        return ""
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
    return " ".join(filter(None, (said, _("Reden: {why}").format(why=made.why) if made.why else "")))


def override_in_short(each: Settled) -> str:
    """Say what is computed and what counts instead."""
    return _("{title}: berekend {computed}, met de hand gezet op {level}.").format(
        title=each.title, computed=each.name(each.computed), level=each.name(each.level)
    )
