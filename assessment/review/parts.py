"""The review as it stands in a framework: public values, what puts them under tension, the last question."""

from pydantic import Field

from assessment.conditions import Condition
from assessment.parts import Identified, Part
from assessment.review.ballots import Choice


class Tension(Part):
    """What an assessment shows about a value, in one sentence, when the condition holds."""

    when: Condition
    text: str


class PublicValue(Identified):
    """Something that the municipality has to guard, and the statement that members react to.

    The statement says that it is in order; `source` is where the value comes from.
    """

    name: str
    meaning: str
    statement: str
    source: str
    tensions: tuple[Tension, ...] = Field(min_length=1)


class GoAheadAnswer(Part):
    """One answer to the last question."""

    id: Choice
    text: str
    meaning: str


class GoAhead(Identified):
    """The question that closes every ballot."""

    text: str
    answers: tuple[GoAheadAnswer, ...]

    def answer(self, choice: str) -> GoAheadAnswer:
        """Give the answer of this choice. Raises StopIteration."""
        return next(answer for answer in self.answers if answer.id == choice)
