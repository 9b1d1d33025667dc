"""How long it takes to compare the costs of an assessment, with all its draws."""

import statistics
from datetime import date
from functools import partial

from assessment.answers import Reply
from assessment.cases import load_cases, read_answers
from assessment.costs.comparison import compare, computed
from assessment.costs.instruments import instrument_costs
from assessment.costs.reading import Reader
from assessment.costs.simulation import DRAWS
from assessment.evaluation import evaluate
from benchmarks.measure import Figure, p95, times
from services import frameworks

ON = date(2026, 11, 22)
ROUNDS = 30


def figures() -> list[Figure]:
    """Compare the costs of the complete examples: anew, and as a page that is drawn again does."""
    framework = frameworks.current()
    examples = [case for case in load_cases(frameworks.folder(framework.version)) if case.example]
    anew, again = [], []
    for case in examples:
        answers = read_answers(framework, case.answers)
        outcome = evaluate(framework, answers, ON)
        replies = {name: Reply(value) for name, value in answers.items()}
        sheet = Reader(outcome, replies).sheet(instrument_costs(outcome))
        if sheet is None:
            raise ValueError(f"example {case.id} has not all its costs")
        anew += times(partial(computed, sheet), ROUNDS)
        again += times(partial(compare, outcome, replies), ROUNDS)
    return [
        Figure(f"costs compared in {DRAWS} draws, median", statistics.median(anew), "ms", 50),
        Figure(f"costs compared in {DRAWS} draws, p95", p95(anew), "ms"),
        Figure("costs compared again, median", statistics.median(again), "ms"),
    ]
