"""The real framework and its worked cases, and short ways to weigh with them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from assessment.answers import Answers
from assessment.cases import Case, load_cases, read_answers
from assessment.evaluation import evaluate
from assessment.loader import load
from assessment.outcome import Outcome

FOLDER = Path(__file__).resolve().parents[2] / "data" / "framework" / "2026.1"
TODAY = date(2026, 11, 22)
FRAMEWORK = load(FOLDER)
CASES: Mapping[str, Case] = {case.id: case for case in load_cases(FOLDER)}


def answers_of(case: str, **changes: Any) -> Answers:
    """Give the answers of a worked case, with some of them changed (None takes one away)."""
    return read_answers(FRAMEWORK, {**CASES[case].answers, **changes})


def weigh(answers: Answers, on: date = TODAY) -> Outcome:
    """Weigh answers in the real framework."""
    return evaluate(FRAMEWORK, answers, on)
