"""How sure somebody is of an amount: what was filled in at a question, as a quantity."""

from decimal import Decimal

from assessment.amounts import Estimate
from assessment.answers import Reply, Value
from assessment.costs.quantity import Quantity
from assessment.parts import Question

# Whoever measured or read it is sure of one number; whoever estimates is not. A supplier knows what it asks,
# and not how many minutes or errors remain.
SURE = ("getest", "document")
SUPPLIER = "leverancier"
# What we take around one number that nobody is sure of: work turns out dearer more often than cheaper.
# An assumption of our own, see docs/decisions/0008.
BELOW, ABOVE = Decimal("0.7"), Decimal("1.5")


def amount(question: Question, reply: Reply) -> Quantity | None:
    """Return the quantity that a reply to `question` stands for; None when it holds no number.

    One number where three could stand, of somebody who does not say how they know, gets a band of our own.
    """
    return amount_of(question, reply.value, reply.known_by)


def amount_of(question: Question, value: Value | None, known_by: str | None) -> Quantity | None:
    """Return the quantity of one value, known in one of the ways of `assessment.answers.KNOWN_BY`."""
    if isinstance(value, Estimate):
        return Quantity.of(value)
    if not isinstance(value, Decimal):
        return None
    is_sure = known_by in SURE or (known_by == SUPPLIER and question.kind != "number")
    if not question.estimate or is_sure or not value:
        return Quantity.exactly(value)
    most = value * ABOVE if question.maximum is None else max(value, min(value * ABOVE, question.maximum))
    return Quantity(value * BELOW, value, most, own_band=True)
