"""How one number counts in the comparison of costs: as exact, or with a band around it."""

from assessment.amounts import Estimate
from assessment.answers import Reply
from assessment.costs.amount import amount_of
from assessment.numbers import number_text
from assessment.own_lines import OwnLine
from assessment.parts import Question
from texts import _


def counting(question: Question, reply: Reply) -> list[str]:
    """Say how one number is read, and how to make it count differently; nothing where there is no choice."""
    if question.used_by != "costs" or not question.estimate:
        return []
    line = reply.value
    values = (line.with_, line.without) if isinstance(line, OwnLine) else (line,)
    single = [value for value in values if value and not isinstance(value, Estimate)]
    found = [amount for value in single if (amount := amount_of(question, value, reply.known_by))]
    bands = [each for each in found if each.own_band]
    if not bands:
        return [_("We rekenen met precies dit getal.")] if found else []
    reason = _("het is een schatting") if reply.known_by else _("je zegt niet hoe je dit weet")
    text = _("{low} tot {high}")
    ranges = [text.format(low=number_text(each.low), high=number_text(each.high)) for each in bands]
    return [
        _("We rekenen met {ranges} {unit}, want {reason}.").format(
            ranges=_(" en ").join(ranges), unit=question.unit, reason=reason
        ),
        _("Weet je het precies? Zeg bij ‘Notitie en bewijs’ hoe. Of vul ook het laagste en hoogste in."),
    ]
