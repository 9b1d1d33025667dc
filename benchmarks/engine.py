"""How long it takes to evaluate one assessment."""

import statistics
from datetime import date
from functools import partial

from assessment.cases import load_cases, read_answers
from assessment.evaluation import evaluate
from benchmarks.measure import Figure, p95, times
from services import frameworks

ON = date(2026, 11, 22)
ROUNDS = 20


def figures() -> list[Figure]:
    """Evaluate every worked case of the framework, many times."""
    framework = frameworks.current()
    cases = load_cases(frameworks.folder(framework.version))
    calls = [partial(evaluate, framework, read_answers(framework, case.answers), ON) for case in cases]
    for call in calls:
        call()
    spent = [one for call in calls for one in times(call, ROUNDS)]
    return [
        Figure("evaluate one assessment, median", statistics.median(spent), "ms", 1),
        Figure("evaluate one assessment, p95", p95(spent), "ms"),
    ]
