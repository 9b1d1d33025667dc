"""The statements that fit an assessment: per public value, with the tension that its answers show."""

from dataclasses import dataclass

from assessment.outcome import Outcome
from assessment.review.ballots import Statement
from assessment.review.parts import PublicValue
from assessment.truth import COUNTED
from assessment.weighing import Weighing


@dataclass(frozen=True)
class Proposal:
    """A statement with what this assessment shows about its value; without `tensions` nothing does."""

    value: PublicValue
    tensions: tuple[str, ...]


def proposals(outcome: Outcome) -> tuple[Proposal, ...]:
    """Give a proposal for every public value, in the order of the framework.

    A don't-know counts as at its most severe, as it does in the outcome: what nobody knows is worth a talk.
    """
    weighing = Weighing(outcome.framework, outcome.answers)
    return tuple(
        Proposal(
            value,
            tuple(
                tension.text for tension in value.tensions if tension.when.judge(weighing).worlds & COUNTED
            ),
        )
        for value in outcome.framework.public_values.values()
    )


def prefilled(outcome: Outcome) -> tuple[Statement, ...]:
    """Give the statements to begin with: those of the values that are under tension; of all when none is."""
    found = proposals(outcome)
    chosen = [proposal for proposal in found if proposal.tensions] or list(found)
    return tuple(
        Statement(number, proposal.value.id, proposal.value.statement, " ".join(proposal.tensions))
        for number, proposal in enumerate(chosen, start=1)
    )
