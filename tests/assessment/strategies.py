"""Random answers to the real questions: complete or with gaps, with or without don't-knows."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from assessment.answers import NONE_OF_THESE, UNKNOWN, Answers, Value
from assessment.parts import Question
from tests.assessment.real import FRAMEWORK

# Only questions that a condition or a safeguard can read; free text moves nothing.
WEIGHED = tuple(
    q
    for q in FRAMEWORK.questions.values()
    if q.kind in ("single", "multi", "scale") or q.id in ("g_aantal", "i_eerste_gebruik")
)


def value_of(question: Question, *, known: bool = False) -> st.SearchStrategy[Value]:
    """Any answer that this question takes; `known`: no don't-know."""
    options = [option.id for option in question.options if not (known and option.id == UNKNOWN)]
    if question.kind == "single":
        return st.sampled_from(options)
    if question.kind == "multi":
        return _several(question, [name for name in options if name != NONE_OF_THESE])
    if question.kind == "month":
        return st.sampled_from(["2023-01", "2027-11", "2027-12", "2029-06"])
    numbers: st.SearchStrategy[Value] = (
        st.integers(1, 5).map(Decimal)
        if question.kind == "scale"
        else st.sampled_from([Decimal(5), Decimal(20000)])
    )
    return numbers if known else numbers | st.just(UNKNOWN)


def _several(question: Question, options: list[str]) -> st.SearchStrategy[Value]:
    order = [option.id for option in question.options]
    some = st.lists(st.sampled_from(options), min_size=1, max_size=3, unique=True)
    chosen = some.map(lambda names: tuple(sorted(names, key=order.index)))
    return chosen | st.just((NONE_OF_THESE,)) if NONE_OF_THESE in order else chosen


def complete(*, known: bool = False) -> st.SearchStrategy[Answers]:
    """An answer to every question."""
    return st.fixed_dictionaries({q.id: value_of(q, known=known) for q in WEIGHED})


@st.composite
def partial(draw: Any) -> Answers:
    """Answers to some of the questions."""
    everything = draw(complete())
    gaps = draw(st.sets(st.sampled_from([q.id for q in WEIGHED]), max_size=len(WEIGHED)))
    return {question: value for question, value in everything.items() if question not in gaps}
